/** BGP (RFC 4271): sessions, route reflection, what is advertised, and the sessions to expect. */
@NullMarked
package netlab.protocol.bgp;

import org.jspecify.annotations.NullMarked;
