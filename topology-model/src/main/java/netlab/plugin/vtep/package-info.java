/** Plugin {@code mlag.vtep}: a VXLAN end point for each pair of switches. */
@NullMarked
package netlab.plugin.vtep;

import org.jspecify.annotations.NullMarked;
