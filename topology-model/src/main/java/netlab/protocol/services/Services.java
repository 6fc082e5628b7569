package netlab.protocol.services;

import java.util.List;
import netlab.draft.Module;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.lab.Column;
import netlab.lab.NodeId;

/** The module {@code services}: clients and servers of DNS and syslog. */
public final class Services implements Module {
  public static final Column<NodeId, ServicesNode> NODE =
      new Column<>("services", NodeId.class, ServicesNode.class);

  @Override
  public String name() {
    return "services";
  }

  @Override
  public List<Pass> passes() {
    return List.of(Pass.of("services", Phase.PROTOCOL, List.of(NODE), ServicesPass::run));
  }
}
