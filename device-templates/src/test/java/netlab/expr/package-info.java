/** Expressions held against Python. */
@NullMarked
package netlab.expr;

import org.jspecify.annotations.NullMarked;
