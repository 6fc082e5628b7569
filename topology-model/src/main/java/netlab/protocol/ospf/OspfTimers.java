package netlab.protocol.ospf;

/** Seconds between hellos, and without them until a neighbor counts as gone. */
public record OspfTimers(int hello, int dead) {
  /** The values of RFC 2328, appendix C.3, for broadcast and point-to-point networks. */
  static final OspfTimers STANDARD = new OspfTimers(10, 40);
}
