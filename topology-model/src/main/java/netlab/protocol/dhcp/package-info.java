/** DHCP (RFC 2131, RFC 8415): clients, servers with their pools, relays. */
@NullMarked
package netlab.protocol.dhcp;

import org.jspecify.annotations.NullMarked;
