package netlab.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of a verification.
 *
 * @param checks one for each expectation, in their order
 * @param routes what became of the routes that follow, once all of that held
 * @param took from begin to end
 * @param settled true when it ended before its time, as nothing that is open could come up by
 *     itself any more
 */
public record Verdict(List<Check> checks, Routes routes, Duration took, boolean settled) {
  public Verdict {
    checks = List.copyOf(checks);
  }

  /** A verdict that was waited for to the end. */
  public Verdict(List<Check> checks, Duration took) {
    this(checks, Routes.NONE, took, false);
  }

  /** True when every expectation that can be checked holds, and no route is missing. */
  public boolean ok() {
    return routes.missing().isEmpty() && checks.stream().allMatch(Check::ok);
  }

  /** The checks with both ends of an adjacency side by side, and behind them missing routes. */
  public List<Ends<Check>> adjacencies() {
    List<Check> all = new ArrayList<>(checks);
    all.addAll(routes.missing());
    return Ends.fold(all, Check::expectation);
  }
}
