package netlab.protocol.mpls;

import java.util.Optional;
import netlab.expect.Expectation;
import netlab.expect.Observation;

/** Why two routers have no LDP session, from what both ends say. */
final class LdpReasons {
  private LdpReasons() {}

  static Optional<String> of(
      Expectation expectation, Optional<Observation> own, Optional<Observation> peer) {
    if (own.isEmpty()) {
      return Optional.of(
          peer.isPresent()
              ? "`" + expectation.node() + "` hears no LDP hello: look at filters for UDP port 646"
              : "neither end hears LDP hellos of the other");
    }
    return switch (own.get().fields().getOrDefault("state", "")) {
      case "present", "nonexistent", "non existent" ->
          Optional.of(
              "no TCP connection: is there a route to " + expectation.key().get("peer") + "?");
      case "initialized", "opensent", "openrec" ->
          Optional.of("the routers still negotiate the session");
      default -> Optional.empty();
    };
  }
}
