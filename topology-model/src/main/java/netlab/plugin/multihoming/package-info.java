/** Plugin {@code evpn.multihoming}: Ethernet segments of EVPN. */
@NullMarked
package netlab.plugin.multihoming;

import org.jspecify.annotations.NullMarked;
