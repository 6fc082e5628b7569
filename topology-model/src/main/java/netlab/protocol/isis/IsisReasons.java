package netlab.protocol.isis;

import java.util.Optional;
import netlab.expect.Expectation;
import netlab.expect.Observation;

/** Why two routers are no neighbors, from what both ends say. */
final class IsisReasons {
  private IsisReasons() {}

  static Optional<String> of(
      Expectation expectation, Optional<Observation> own, Optional<Observation> peer) {
    if (own.isEmpty()) {
      return Optional.of(
          peer.isPresent()
              ? "`" + expectation.node() + "` hears no hello, its own ones arrive: look at filters"
              : "no hello arrives on "
                  + expectation.key().getOrDefault("interface", "the interface")
                  + ": IS-IS does not run there at the other end, or levels, areas, MTU or"
                  + " authentication differ");
    }
    return switch (own.get().fields().getOrDefault("state", "")) {
      case "initializing", "init" ->
          Optional.of("hellos arrive, but the other end does not hear ours");
      case "down" -> Optional.of("the neighbor went silent");
      default -> Optional.empty();
    };
  }
}
