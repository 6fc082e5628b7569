package netlab.expect;

/** Whether what does not hold in a running lab may still come to hold without anybody's help. */
public enum Outlook {
  /** Nothing is known against it. */
  MAY_COME,
  /** It needs something else first, such as a route to its peer. */
  WAITS,
  /** The routers are configured so that it cannot. */
  NEVER
}
