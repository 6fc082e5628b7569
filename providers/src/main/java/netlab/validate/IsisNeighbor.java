package netlab.validate;

import java.util.List;
import java.util.Optional;
import netlab.expect.Observation;

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
    return Inquiry.of("isis.neighbor", rows -> judge(id, rows, wishes, present));
  }

  private static Judgement judge(
      String id, List<Observation> rows, Wishes wishes, boolean present) {
    List<Observation> own = Judgement.about("peer", id, rows);
    if (!present && !own.isEmpty()) {
      return Judgement.bad(
          "there is a neighbor "
              + id
              + " in state "
              + Judgement.field(own.getFirst(), "state").orElse("unknown"));
    }
    return wishes.judge("neighbor " + id, "there", own, present);
  }
}
