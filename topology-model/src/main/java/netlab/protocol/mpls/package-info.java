/**
 * MPLS: labels by LDP (RFC 5036) and BGP (RFC 8277), routes of VRFs (RFC 4364), IPv6 over it (6PE,
 * RFC 4798).
 */
@NullMarked
package netlab.protocol.mpls;

import org.jspecify.annotations.NullMarked;
