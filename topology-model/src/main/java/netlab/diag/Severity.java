package netlab.diag;

/** How much a diagnostic matters: an error stops the work, a warning does not. */
public enum Severity {
  ERROR,
  WARNING
}
