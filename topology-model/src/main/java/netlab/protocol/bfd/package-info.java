/** BFD (RFC 5880): timers, who uses it, and the sessions to expect. */
@NullMarked
package netlab.protocol.bfd;

import org.jspecify.annotations.NullMarked;
