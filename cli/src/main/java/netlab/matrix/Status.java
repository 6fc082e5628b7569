package netlab.matrix;

import java.util.Locale;

/** What became of a run; the worse the later. */
public enum Status {
  /** The lab came up as it should, and every test passed. */
  PASSED,
  /** Tests failed, but only such that are warnings. */
  WARNING,
  /** The device or the host cannot do what the scenario needs: nobody's failure. */
  UNSUPPORTED,
  /** Anything else. */
  FAILED;

  /** As it is written: {@code passed}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Status of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  Status worse(Status other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
