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
  /** The tables that sessions are activated in: address family and kind of routes (RFC 4760). */
  private static final Map<String, List<String>> TABLES =
      Map.of(
          "ipv4", List.of("ipv4", "unicast"),
          "ipv6", List.of("ipv6", "unicast"),
          "evpn", List.of("l2vpn", "evpn"),
          "vpnv4", List.of("ipv4", "vpn"),
          "vpnv6", List.of("ipv6", "vpn"));

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
    List<String> states = states(a);
    Optional<String> vrf = a.vrf();
    String table = a.text("activate", "");
    Inquiry inquiry =
        table.isEmpty()
            ? Inquiry.of("bgp.sessions", rows -> judge(rows, peer, id, states))
            : inTable(table, vrf, rows -> judge(rows, peer, id, states));
    return inquiry.with("vrf", vrf);
  }

  private static Inquiry inTable(String table, Optional<String> vrf, Judgement.Judge judge)
      throws WrongArgument {
    List<String> names = TABLES.get(table);
    if (names == null) {
      throw new WrongArgument(
          "`activate` must be one of "
              + String.join(", ", TABLES.keySet().stream().sorted().toList())
              + ", not '"
              + table
              + "'");
    }
    if (vrf.isPresent() && !table.startsWith("ip")) {
      throw new WrongArgument("`activate='" + table + "'` is of the default VRF only");
    }
    return Inquiry.of("bgp.activated", judge)
        .with("afi", names.getFirst())
        .with("safi", names.getLast());
  }

  /** One state, or any of several. */
  private static List<String> states(Arguments a) {
    return a.find("state").orElse("Established") instanceof List<?> several
        ? several.stream().map(String::valueOf).toList()
        : List.of(a.text("state", "Established"));
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

  private static Judgement judge(
      List<Observation> rows, String peer, String id, List<String> wanted) {
    String what = "session with " + id + " (" + peer + ")";
    Optional<Observation> row = Judgement.about("peer", peer, rows).stream().findFirst();
    String state = row.flatMap(r -> Judgement.field(r, "state")).orElse("missing");
    if (wanted.contains("missing")) {
      return new Judgement(!state.equals("Established"), "the " + what + " is " + state);
    }
    String told = state.toLowerCase(Locale.ROOT);
    boolean good =
        row.isPresent() && wanted.stream().anyMatch(w -> told.contains(w.toLowerCase(Locale.ROOT)));
    String as = row.flatMap(r -> Judgement.field(r, "remote_as")).map(n -> ", AS " + n).orElse("");
    String instead = good ? "" : ", not " + String.join(" or ", wanted) + as;
    return new Judgement(good, "the " + what + " is " + state + instead);
  }
}
