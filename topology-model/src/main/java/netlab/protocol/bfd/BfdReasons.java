package netlab.protocol.bfd;

import java.util.Optional;
import netlab.expect.Expectation;
import netlab.expect.Observation;

/** Why a session is not up, from what both ends say. */
final class BfdReasons {
  private BfdReasons() {}

  static Optional<String> of(
      Expectation expectation, Optional<Observation> own, Optional<Observation> peer) {
    if (own.isEmpty()) {
      return Optional.of(
          "`" + expectation.node() + "` has no such session: no protocol asked for it yet");
    }
    return switch (own.get().fields().getOrDefault("state", "")) {
      case "down" ->
          Optional.of(
              peer.isEmpty()
                  ? "`" + expectation.peer() + "` has no session to this address"
                  : "no BFD packet arrives: look at filters for UDP port 3784");
      case "init" -> Optional.of("packets arrive, but the other end does not hear ours");
      case "shutdown", "admindown" -> Optional.of("the session is switched off");
      default -> Optional.empty();
    };
  }
}
