package netlab.protocol.ospf;

import java.util.Locale;
import java.util.Optional;
import netlab.expect.Expectation;
import netlab.expect.Observation;
import netlab.expect.Outlook;

/** Why two routers are no neighbors, from what both ends say. */
final class OspfReasons {
  private OspfReasons() {}

  static Optional<String> of(
      Expectation expectation, Optional<Observation> own, Optional<Observation> peer) {
    return differs("area", "areas", own, peer)
        .or(() -> differs("hello", "hello intervals", own, peer))
        .or(() -> differs("dead", "dead intervals", own, peer))
        .or(() -> differs("network_type", "network types", own, peer))
        .or(() -> differs("mtu", "MTUs", own, peer))
        .or(() -> own.isEmpty() ? unheard(expectation, peer) : state(own.get()));
  }

  /** Areas and timers are in each hello: with other ones two routers are no neighbors, ever. */
  static Outlook outlook(Optional<Observation> own, Optional<Observation> peer) {
    boolean hellos =
        differs("area", "", own, peer)
            .or(() -> differs("hello", "", own, peer))
            .or(() -> differs("dead", "", own, peer))
            .isPresent();
    boolean exchanging =
        own.map(o -> o.fields().getOrDefault("state", "").toLowerCase(Locale.ROOT))
            .filter(state -> state.equals("exstart") || state.equals("exchange"))
            .isPresent();
    return hellos || (exchanging && differs("mtu", "", own, peer).isPresent())
        ? Outlook.NEVER
        : Outlook.MAY_COME;
  }

  private static Optional<String> differs(
      String field, String name, Optional<Observation> own, Optional<Observation> peer) {
    String ours = own.map(o -> o.fields().getOrDefault(field, "")).orElse("");
    String theirs = peer.map(o -> o.fields().getOrDefault(field, "")).orElse("");
    return ours.isEmpty() || theirs.isEmpty() || ours.equals(theirs)
        ? Optional.empty()
        : Optional.of(name + " differ: " + ours + " here, " + theirs + " there");
  }

  private static Optional<String> unheard(Expectation expectation, Optional<Observation> peer) {
    return Optional.of(
        peer.isPresent()
            ? "`" + expectation.node() + "` hears no hello, its own ones arrive: look at filters"
            : "no hello arrives on "
                + expectation.key().getOrDefault("interface", "the interface")
                + ": OSPF does not run there at the other end, or area, timers or"
                + " authentication differ");
  }

  private static Optional<String> state(Observation own) {
    return switch (own.fields().getOrDefault("state", "").toLowerCase(Locale.ROOT)) {
      case "init" -> Optional.of("hellos arrive, but the other end does not hear ours");
      case "exstart", "exchange" ->
          Optional.of("stuck while exchanging databases: most likely the MTUs differ");
      case "loading" -> Optional.of("still loading link states");
      case "2-way" -> Optional.of("both ends hear each other, no designated router yet");
      case "down", "attempt" -> Optional.of("the neighbor went silent");
      default -> Optional.empty();
    };
  }
}
