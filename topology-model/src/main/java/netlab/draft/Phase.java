package netlab.draft;

/**
 * The steps of a compilation, in order. At the end of each the compilation stops when there are
 * errors. In every phase the passes of the core run first, then those of the protocols in the order
 * of the protocol list.
 */
public enum Phase {
  /**
   * Links of the list of links are made; those that stand for several give way to them. Mistakes
   * here end nothing: later passes go on with the other links.
   */
  LINKS,
  /** All other links are made and their attributes completed. */
  EXPAND,
  /** Nodes get numbers, links their type, ends their index and name. */
  SHAPE,
  /** Links get their prefixes, ends and loopbacks their addresses. */
  NUMBER,
  /** Every end gets its interface, with its addresses and attributes. */
  PORTS,
  /** Interfaces are made that are not on an end of a link of their own: those of VLANs. */
  ADDRESS,
  /** Protocols fill their columns. */
  PROTOCOL,
  /** Protocols whose facts others could change or add to fill their columns. */
  RESULT,
  /** Last questions about the whole; nothing is added any more. */
  CHECK
}
