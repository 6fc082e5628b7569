/** Plugin {@code multilab}: labs of one machine that do not get into each other's way. */
@NullMarked
package netlab.plugin.multilab;

import org.jspecify.annotations.NullMarked;
