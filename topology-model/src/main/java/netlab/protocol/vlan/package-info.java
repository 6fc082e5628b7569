/** VLANs (IEEE 802.1Q): access and trunk ports, interfaces of VLANs (SVI), routed subinterfaces. */
@NullMarked
package netlab.protocol.vlan;

import org.jspecify.annotations.NullMarked;
