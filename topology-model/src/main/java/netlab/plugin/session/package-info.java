/** Plugin bgp.session: parameters of BGP sessions, and route servers (RFC 7947). */
@NullMarked
package netlab.plugin.session;

import org.jspecify.annotations.NullMarked;
