package netlab.protocol.bgp;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import netlab.expect.Expectation;
import netlab.expect.Observation;
import netlab.expect.Outlook;

/** Why a session is not up, from what both ends say about it. */
final class BgpReasons {
  private static final String SAME_ID = "bad bgp identifier";

  private BgpReasons() {}

  static Optional<String> of(
      Expectation expectation, Optional<Observation> own, Optional<Observation> peer) {
    if (own.isEmpty()) {
      return Optional.of("`" + expectation.node() + "` knows no such neighbor");
    }
    return disagreement(expectation, own.get())
        .or(() -> error(expectation, own.get(), peer))
        .or(() -> state(expectation, own.get()));
  }

  /** What a session that is up lacks; that was settled when it came up (RFC 5492, section 3). */
  private static Optional<String> disagreement(Expectation expectation, Observation own) {
    if (!own.fields().getOrDefault("state", "").equals("Established")) {
      return Optional.empty();
    }
    for (Map.Entry<String, List<String>> wanted : expectation.expected().entrySet()) {
      String told = own.fields().getOrDefault(wanted.getKey(), Capabilities.NEGOTIATED);
      if (wanted.getValue().equals(List.of(Capabilities.NEGOTIATED))
          && !told.equals(Capabilities.NEGOTIATED)) {
        String what = wanted.getKey().replace('_', ' ');
        return Optional.of(
            switch (told) {
              case "only offered here" -> "`" + expectation.peer() + "` does not offer " + what;
              case "only offered there" -> "`" + expectation.node() + "` does not offer " + what;
              default -> "neither end offers " + what;
            });
      }
    }
    return Optional.empty();
  }

  /** What the configurations say of it; a wrong AS number stays wrong, a missing route may come. */
  static Outlook outlook(
      Expectation expectation, Optional<Observation> own, Optional<Observation> peer) {
    List<String> wanted = expectation.expected().getOrDefault("remote_as", List.of());
    String configured = own.map(o -> o.fields().getOrDefault("remote_as", "")).orElse("");
    String said =
        (own.map(BgpReasons::last).orElse("") + " " + peer.map(BgpReasons::last).orElse(""))
            .toLowerCase(Locale.ROOT);
    boolean otherAs = !configured.isEmpty() && !wanted.isEmpty() && !wanted.contains(configured);
    boolean disagreed = own.flatMap(o -> disagreement(expectation, o)).isPresent();
    if (otherAs || disagreed || isOfWrongAs(said) || said.contains(SAME_ID)) {
      return Outlook.NEVER;
    }
    return said.contains("no route to the peer") ? Outlook.WAITS : Outlook.MAY_COME;
  }

  private static boolean isOfWrongAs(String said) {
    return said.contains("bad peer as") || said.contains("peer in wrong as");
  }

  private static Optional<String> error(
      Expectation expectation, Observation own, Optional<Observation> peer) {
    List<String> wanted = expectation.expected().getOrDefault("remote_as", List.of());
    String configured = own.fields().getOrDefault("remote_as", "");
    if (!configured.isEmpty() && !wanted.contains(configured)) {
      return Optional.of(
          "`"
              + expectation.node()
              + "` expects AS "
              + configured
              + ", the lab says AS "
              + String.join(", ", wanted));
    }
    String said = last(own).isEmpty() && peer.isPresent() ? last(peer.get()) : last(own);
    String text = said.toLowerCase(Locale.ROOT);
    if (isOfWrongAs(text)) {
      String seen =
          peer.map(p -> p.fields().getOrDefault("remote_as", ""))
              .filter(as -> !as.isEmpty())
              .map(as -> " (`" + expectation.peer() + "` expects AS " + as + ")")
              .orElse("");
      return Optional.of("OPEN refused, bad peer AS" + seen);
    }
    if (text.contains(SAME_ID)) {
      return Optional.of("OPEN refused, both ends have the same router id");
    }
    if (text.contains("hold timer expired")) {
      return Optional.of("the hold timer expired: the other end fell silent");
    }
    if (text.contains("authentication")) {
      return Optional.of("authentication failed: the passwords differ");
    }
    return said.isEmpty() ? Optional.empty() : Optional.of("last error: " + said);
  }

  private static String last(Observation observation) {
    String error = observation.fields().getOrDefault("last_error", "");
    return error.isEmpty() ? observation.fields().getOrDefault("last_reset", "") : error;
  }

  private static Optional<String> state(Expectation expectation, Observation own) {
    return switch (own.fields().getOrDefault("state", "").toLowerCase(Locale.ROOT)) {
      case "active", "connect" ->
          Optional.of(
              "no TCP connection to "
                  + expectation.key().getOrDefault("peer", "the peer")
                  + ": it is not reachable, or does not listen");
      case "idle" ->
          Optional.of("the session does not start: no route to the peer, or it is shut down");
      case "opensent", "openconfirm" -> Optional.of("the peer does not answer the OPEN message");
      default -> Optional.empty();
    };
  }
}
