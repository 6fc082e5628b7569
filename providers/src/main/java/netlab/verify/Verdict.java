package netlab.verify;

import java.time.Duration;
import java.util.List;

/**
 * The result of a verification.
 *
 * @param checks one for each expectation, in their order
 * @param took from begin to end
 * @param settled true when it ended before its time, as nothing that is open could come up by
 *     itself any more
 */
public record Verdict(List<Check> checks, Duration took, boolean settled) {
  public Verdict {
    checks = List.copyOf(checks);
  }

  /** A verdict that was waited for to the end. */
  public Verdict(List<Check> checks, Duration took) {
    this(checks, took, false);
  }

  /** True when every expectation that can be checked holds. */
  public boolean ok() {
    return checks.stream().allMatch(Check::ok);
  }

  /** The checks with both ends of an adjacency side by side. */
  public List<Ends<Check>> adjacencies() {
    return Ends.fold(checks, Check::expectation);
  }
}
