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
  /** The families of routes that a session can carry (RFC 4760). */
  private static final List<String> FAMILIES = List.of("evpn", "ipv4", "ipv6", "vpnv4", "vpnv6");

  private static final String NEGOTIATED = "negotiated";

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
    Optional<String> family = family(a);
    Optional<String> vrf = a.vrf();
    return Inquiry.of(
            "bgp.sessions", rows -> judge(Judgement.inVrf(vrf, rows), peer, id, states, family))
        .with("vrf", vrf);
  }

  private static Optional<String> family(Arguments a) throws WrongArgument {
    Optional<String> family = a.text("activate").filter(text -> !text.isEmpty());
    if (family.isPresent() && !FAMILIES.contains(family.get())) {
      throw new WrongArgument(
          "`activate` must be one of "
              + String.join(", ", FAMILIES)
              + ", not '"
              + family.get()
              + "'");
    }
    if (a.vrf().isPresent() && family.filter(name -> !name.startsWith("ip")).isPresent()) {
      throw new WrongArgument("`activate='" + family.orElse("") + "'` is of the default VRF only");
    }
    return family;
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
      List<Observation> rows,
      String peer,
      String id,
      List<String> wanted,
      Optional<String> family) {
    String what = "the session with " + id + " (" + peer + ")";
    Optional<Observation> row = Judgement.about("peer", peer, rows).stream().findFirst();
    String state = row.flatMap(r -> Judgement.field(r, "state")).orElse("missing");
    Optional<String> carried = row.flatMap(r -> family.flatMap(f -> Judgement.field(r, f)));
    boolean up = state.equals("Established");
    boolean carries = family.isEmpty() || carried.filter(NEGOTIATED::equals).isPresent();
    String told = what + " is " + state;
    String carriage =
        family.isPresent() && up
            ? " and " + family.get() + " is " + carried.orElse("not told of")
            : "";
    if (wanted.contains("missing")) {
      return up && carries
          ? Judgement.bad(told + carriage + ", and must not be")
          : Judgement.good(told + carriage);
    }
    boolean good =
        row.isPresent() && wanted.stream().anyMatch(w -> lower(state).contains(lower(w)));
    if (!good) {
      String as =
          row.flatMap(r -> Judgement.field(r, "remote_as")).map(n -> ", AS " + n).orElse("");
      return Judgement.bad(told + ", not " + String.join(" or ", wanted) + as);
    }
    return up && !carries
        ? Judgement.bad(told + ", but" + carriage.substring(" and".length()) + ", not negotiated")
        : Judgement.good(told + carriage);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
