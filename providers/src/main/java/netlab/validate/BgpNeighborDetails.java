package netlab.validate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.expect.Observation;

/**
 * What a router tells of a BGP session: {@code bgp_neighbor_details(node.bgp.neighbors, 'dut',
 * hold_timer=9, bfd=True)}. Arguments beside those it has itself are keys of what the device shows.
 */
final class BgpNeighborDetails implements TestFunction {
  private static final List<String> OWN = List.of("ngb", "id", "af", "vrf", "bfd", "intf");

  @Override
  public String name() {
    return "bgp_neighbor_details";
  }

  @Override
  public List<String> parameters() {
    return List.of("ngb", "id", "af?", "vrf?", "bfd?", "intf?", "**");
  }

  @Override
  public Inquiry inquiry(Arguments a) throws WrongArgument {
    String id = a.text("id", "");
    String peer = BgpNeighbor.peer(a, id, a.family());
    Wishes wishes = new Wishes();
    a.text("bfd").ifPresent(bfd -> wishes.equal("BFD", "bfd", Optional.of(upOrDown(bfd))));
    for (Map.Entry<String, Object> check : a.values().entrySet()) {
      if (!OWN.contains(check.getKey())) {
        wishes.equal(check.getKey(), check.getKey(), Optional.of(check.getValue().toString()));
      }
    }
    String what = "the session with " + id + " (" + peer + ")";
    Optional<String> vrf = a.vrf();
    return Inquiry.of(
            "bgp.details", rows -> judge(what, peer, Judgement.notOfOthers(vrf, rows), wishes))
        .with("vrf", vrf);
  }

  private static Judgement judge(String what, String peer, List<Observation> rows, Wishes wishes) {
    return wishes.judge(what, "there", Judgement.about("peer", peer, rows), true);
  }

  private static String upOrDown(String bfd) {
    return switch (bfd) {
      case "true" -> "Up";
      case "false" -> "Down";
      default -> bfd;
    };
  }
}
