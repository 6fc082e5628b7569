/** Placeholder. */
@NullMarked
package netlab.cli;

import org.jspecify.annotations.NullMarked;
