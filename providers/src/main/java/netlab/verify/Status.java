package netlab.verify;

/** What is known about an expectation. */
public enum Status {
  /** The node reports what was expected. */
  HELD,
  /** The node reports something else, or nothing about this neighbor. */
  FAILED,
  /** The node could not be read, so nobody knows. */
  UNKNOWN,
  /** There is no way to ask this device; not a failure, but not a proof either. */
  UNCHECKED
}
