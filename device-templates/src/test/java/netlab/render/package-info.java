/** Tests of the renderer. */
@NullMarked
package netlab.render;

import org.jspecify.annotations.NullMarked;
