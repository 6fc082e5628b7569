/** Spanning trees: STP and RSTP (IEEE 802.1D), MSTP (IEEE 802.1Q), and one tree a VLAN. */
@NullMarked
package netlab.protocol.stp;

import org.jspecify.annotations.NullMarked;
