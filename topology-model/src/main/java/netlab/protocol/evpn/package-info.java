/** EVPN (RFC 7432, RFC 8365, RFC 9135): VLANs and VRFs as services, and who BGP tells of them. */
@NullMarked
package netlab.protocol.evpn;

import org.jspecify.annotations.NullMarked;
