/** First-hop gateways: an address that several routers share, by anycast or by VRRP (RFC 5798). */
@NullMarked
package netlab.protocol.gateway;

import org.jspecify.annotations.NullMarked;
