/**
 * IS-IS (ISO/IEC 10589, RFC 1195, RFC 5308): areas, levels, interfaces, and the adjacencies to
 * expect.
 */
@NullMarked
package netlab.protocol.isis;

import org.jspecify.annotations.NullMarked;
