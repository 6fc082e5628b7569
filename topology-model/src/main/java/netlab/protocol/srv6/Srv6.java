package netlab.protocol.srv6;

import java.util.List;
import netlab.draft.Module;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.lab.Column;
import netlab.lab.NodeId;

/** The module {@code srv6}. */
public final class Srv6 implements Module {
  public static final Column<NodeId, Srv6Node> NODE =
      new Column<>("srv6", NodeId.class, Srv6Node.class);

  @Override
  public String name() {
    return "srv6";
  }

  @Override
  public List<Pass> passes() {
    return List.of(Pass.of("srv6", Phase.PROTOCOL, List.of(NODE), Srv6Pass::run));
  }
}
