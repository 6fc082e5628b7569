package netlab.validate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import netlab.expect.Observation;
import netlab.net.InterfaceAddress;

/**
 * The state of a BGP session: {@code bgp_neighbor(node.bgp.neighbors, 'dut', af='ipv6')}. The
 * session is that with the node {@code id} over the address family {@code af}; a session over
 * link-local addresses goes by the interface {@code intf}.
 */
final class BgpNeighbor implements TestFunction {
  @Override
  public String name() {
    return "bgp_neighbor";
  }

  @Override
  public List<String> parameters() {
    return List.of("ngb", "id", "af?", "vrf?", "state?", "activate?", "intf?");
  }

  @Override
  public Inquiry inquiry(Arguments a) throws WrongArgument {
    String id = a.text("id", "");
    String peer = peer(a, id, a.family());
    String state = a.text("state", "Established");
    Inquiry inquiry = Inquiry.of("bgp.sessions", rows -> judge(rows, peer, id, state));
    Optional<String> table = a.text("activate").filter(t -> !t.isEmpty());
    if (table.isPresent()) {
      String reader = "bgp.sessions." + table.get();
      inquiry = Inquiry.of(reader, rows -> judge(rows, peer, id, state));
    }
    String vrf = a.text("vrf", "default");
    return vrf.equals("default") ? inquiry : inquiry.with("vrf", vrf);
  }

  /** The address of a neighbor as the router shows it. */
  static String peer(Arguments a, String id, String family) throws WrongArgument {
    Object neighbors = a.find("ngb").orElse(List.of());
    if (!(neighbors instanceof List<?> all)) {
      throw new WrongArgument("`ngb` must be a list of neighbors, such as node.bgp.neighbors");
    }
    Optional<? extends Map<?, ?>> neighbor =
        all.stream()
            .flatMap(n ->
                n instanceof Map<?, ?> map
                    ? Optional.of(map).stream()
                    : Optional.<Map<?, ?>>empty().stream())
            .filter(n -> id.equals(n.get("name")))
            .filter(n -> n.containsKey(family))
            .findFirst();
    if (neighbor.isEmpty()) {
      throw new WrongArgument("there is no BGP neighbor `" + id + "` with " + family);
    }
    Object address = neighbor.get().get(family);
    if (address instanceof Boolean) {
      return a.text("intf")
          .orElseThrow(() ->
              new WrongArgument(
                  "the session with `"
                      + id
                      + "` has no "
                      + family
                      + " address; name its interface with `intf`"));
    }
    String text = String.valueOf(address);
    return InterfaceAddress.tryParse(text).map(i -> i.address().toString()).orElse(text);
  }

  private static Judgement judge(List<Observation> rows, String peer, String id, String wanted) {
    String what = "session with " + id + " (" + peer + ")";
    Optional<Observation> row =
        rows.stream()
            .filter(r -> Judgement.field(r, "peer").filter(peer::equals).isPresent())
            .findFirst();
    String state = row.flatMap(r -> Judgement.field(r, "state")).orElse("missing");
    if (wanted.equals("missing")) {
      return new Judgement(!state.equals("Established"), "the " + what + " is " + state);
    }
    boolean good =
        row.isPresent() && state.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    String as = row.flatMap(r -> Judgement.field(r, "remote_as")).map(n -> ", AS " + n).orElse("");
    return new Judgement(good, "the " + what + " is " + state + (good ? "" : as));
  }
}
