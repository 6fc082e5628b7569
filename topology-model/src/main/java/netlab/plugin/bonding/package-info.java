/** Plugin {@code bonding}: several ports of a host that make one interface, without LACP. */
@NullMarked
package netlab.plugin.bonding;

import org.jspecify.annotations.NullMarked;
