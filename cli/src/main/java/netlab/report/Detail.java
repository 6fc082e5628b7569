package netlab.report;

/** How much is told of tests; each tells all that the ones before do, but the first. */
public enum Detail {
  /** Tests that did not pass. */
  ERRORS,
  /** Tests, and the nodes they failed on. */
  TESTS,
  /** What was found on every node. */
  NODES,
  /** What every node answered. */
  ANSWERS
}
