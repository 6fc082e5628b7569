/** Placeholder. */
@NullMarked
package netlab.render;

import org.jspecify.annotations.NullMarked;
