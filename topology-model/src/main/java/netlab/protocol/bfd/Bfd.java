package netlab.protocol.bfd;

import java.util.List;
import java.util.Optional;
import netlab.draft.Draft;
import netlab.draft.Module;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.expect.Expectation;
import netlab.expect.Observation;
import netlab.lab.Column;
import netlab.lab.Lab;
import netlab.lab.NodeId;
import netlab.schema.Value;

/**
 * The module {@code bfd}. It holds timers; which neighbors are watched is said by the protocols.
 * Timers of an interface stay among its attributes.
 */
public final class Bfd implements Module {
  public static final Column<NodeId, BfdNode> NODE =
      new Column<>("bfd", NodeId.class, BfdNode.class);

  private static final String[] READ = {"min_tx", "min_rx", "min_echo_rx", "multiplier"};

  @Override
  public String name() {
    return "bfd";
  }

  @Override
  public List<Pass> passes() {
    return List.of(
        Pass.of("bfd", Phase.PROTOCOL, List.of(NODE), (draft, diagnostics) -> run(draft)));
  }

  private static void run(Draft draft) {
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("bfd")) {
        Value.Fields settings = node.attributes().fieldsAt("bfd");
        draft.put(
            NODE,
            node.id(),
            new BfdNode(
                settings.intAt("min_tx"),
                settings.intAt("min_rx"),
                settings.intAt("min_echo_rx").orElse(0),
                settings.intAt("multiplier").orElse(BfdNode.STANDARD_MULTIPLIER),
                settings.without(READ)));
      }
    }
  }

  @Override
  public boolean toldToNeighbors() {
    return false;
  }

  @Override
  public List<Expectation> expectations(Lab lab) {
    return BfdExpectations.of(lab);
  }

  @Override
  public Optional<String> reason(
      Expectation expectation, Optional<Observation> own, Optional<Observation> peer) {
    return BfdReasons.of(expectation, own, peer);
  }
}
