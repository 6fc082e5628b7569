/**
 * VRFs: routing tables beside the global one, their identifiers, route distinguishers (RFC 4364)
 * and loopbacks. Protocols put what they do in a VRF into columns about {@link netlab.lab.VrfId}.
 */
@NullMarked
package netlab.protocol.vrf;

import org.jspecify.annotations.NullMarked;
