/** EIGRP (RFC 7868). */
@NullMarked
package netlab.protocol.eigrp;

import org.jspecify.annotations.NullMarked;
