package netlab.validate;

import java.util.List;
import java.util.Optional;
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
    Optional<String> vrf = a.vrf();
    return Inquiry.of(
            reader, rows -> wishes.judgeNeighbor(id, Judgement.notOfOthers(vrf, rows), present))
        .with("vrf", a.text("vrf", "default"))
        .with("named_vrf", vrf);
  }
}
