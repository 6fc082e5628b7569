package netlab.plugin.session;

import java.util.List;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.Plugin;

/** Sets parameters of BGP sessions: those of the interface, otherwise those of the node. */
public final class BgpSession implements Plugin {
  @Override
  public String name() {
    return "bgp.session";
  }

  @Override
  public List<Pass> passes() {
    return List.of(
        Pass.of("parameters of BGP sessions", Phase.PROTOCOL, Parameters::run),
        Pass.of("BGP route servers", Phase.PROTOCOL, RouteServers::run));
  }
}
