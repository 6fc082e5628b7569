/** VXLAN (RFC 7348): identifiers of VLANs, tunnel end points, and who floods to whom. */
@NullMarked
package netlab.protocol.vxlan;

import org.jspecify.annotations.NullMarked;
