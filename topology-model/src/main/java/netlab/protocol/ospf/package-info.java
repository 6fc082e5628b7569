/** OSPF version 2 (RFC 2328) and 3 (RFC 5340): areas, interfaces, and the adjacencies to expect. */
@NullMarked
package netlab.protocol.ospf;

import org.jspecify.annotations.NullMarked;
