/** Placeholder. */
@NullMarked
package netlab.exec;

import org.jspecify.annotations.NullMarked;
