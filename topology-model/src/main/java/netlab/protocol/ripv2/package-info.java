/** RIP version 2 (RFC 2453) and RIPng (RFC 2080). */
@NullMarked
package netlab.protocol.ripv2;

import org.jspecify.annotations.NullMarked;
