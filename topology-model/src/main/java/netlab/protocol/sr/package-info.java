/** Segment routing over MPLS (RFC 8660): label blocks and the segments of nodes. */
@NullMarked
package netlab.protocol.sr;

import org.jspecify.annotations.NullMarked;
