package netlab.validate;

import java.util.List;
import java.util.Optional;
import netlab.expect.Observation;
import netlab.net.Ip;

/**
 * An adjacency of OSPF: {@code ospf_neighbor(nodes.dut.ospf.router_id)}. It is up when the neighbor
 * with this router id is Full (RFC 2328, section 10.1), on whatever interface.
 *
 * @param name {@code ospf_neighbor}, or {@code ospf6_neighbor} for OSPFv3
 * @param reader the reader of the neighbors
 */
record OspfNeighbor(String name, String reader) implements TestFunction {
  @Override
  public List<String> parameters() {
    return List.of("id", "present?", "vrf?", "bfd?");
  }

  @Override
  public Inquiry inquiry(Arguments a) throws WrongArgument {
    String id = a.text("id", "");
    if (Ip.tryParse(id).isEmpty()) {
      throw new WrongArgument("`id` must be a router id such as 10.0.0.1, not '" + id + "'");
    }
    boolean present = a.flag("present", true);
    Wishes wishes = new Wishes().hold("state", "Full", "state", "Full"::equals);
    if (a.flag("bfd", false)) {
      wishes.equal("BFD", "bfd", Optional.of("Up"));
    }
    return Inquiry.of(reader, rows -> judge(id, rows, wishes, present))
        .with("vrf", a.text("vrf", "default"));
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
