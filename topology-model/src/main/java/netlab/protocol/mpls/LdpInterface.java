package netlab.protocol.mpls;

/**
 * LDP on an interface.
 *
 * @param passive nobody is there to talk to
 */
public record LdpInterface(boolean passive) {}
