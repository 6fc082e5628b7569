/** Placeholder. */
@NullMarked
package netlab.diag;

import org.jspecify.annotations.NullMarked;
