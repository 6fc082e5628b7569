package netlab.plugin.policy;

import java.util.List;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.Plugin;

/** Puts routing policies on external sessions, and makes policies from single attributes. */
public final class BgpPolicy implements Plugin {
  @Override
  public String name() {
    return "bgp.policy";
  }

  @Override
  public List<Pass> passes() {
    return List.of(
        Pass.of("policies of BGP sessions", Phase.PROTOCOL, SessionPolicies::run),
        Pass.of("BGP aggregates", Phase.PROTOCOL, Aggregates::run));
  }
}
