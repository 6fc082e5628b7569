package netlab.verify;

import java.time.Duration;
import java.util.List;

/**
 * The result of a verification.
 *
 * @param checks one for each expectation, in their order
 * @param took from begin to end
 */
public record Verdict(List<Check> checks, Duration took) {
  public Verdict {
    checks = List.copyOf(checks);
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
