package netlab.protocol.sr;

import java.util.List;
import netlab.draft.Module;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.lab.Column;
import netlab.lab.NodeId;

/** The module {@code sr}. */
public final class Sr implements Module {
  public static final Column<NodeId, SrNode> NODE = new Column<>("sr", NodeId.class, SrNode.class);

  @Override
  public String name() {
    return "sr";
  }

  @Override
  public List<Pass> passes() {
    return List.of(Pass.of("sr", Phase.PROTOCOL, List.of(NODE), SrPass::run));
  }
}
