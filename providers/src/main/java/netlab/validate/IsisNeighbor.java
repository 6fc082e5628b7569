package netlab.validate;

import java.util.List;
import java.util.Optional;

/** An adjacency of IS-IS, by the name of the other router: {@code isis_neighbor('dut')}. */
final class IsisNeighbor implements TestFunction {
  @Override
  public String name() {
    return "isis_neighbor";
  }

  @Override
  public List<String> parameters() {
    return List.of("id", "present?", "state?", "level?", "area?");
  }

  @Override
  public Inquiry inquiry(Arguments a) throws WrongArgument {
    String id = a.text("id", "");
    boolean present = a.flag("present", true);
    Wishes wishes =
        new Wishes()
            .equal("state", "state", Optional.of(a.text("state", "Up")))
            .equal("circuit type", "circuit_type", a.text("level"))
            .equal("area", "area", a.text("area"));
    return Inquiry.of("isis.neighbor", rows -> wishes.judgeNeighbor(id, rows, present));
  }
}
