/**
 * Segment routing over IPv6 (RFC 8986): locators, and the services BGP carries over it (RFC 9252).
 */
@NullMarked
package netlab.protocol.srv6;

import org.jspecify.annotations.NullMarked;
