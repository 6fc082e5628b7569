package netlab.verify;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import netlab.expect.Expectation;
import netlab.expect.Observation;
import netlab.expect.Outlook;
import netlab.lab.NodeId;

/**
 * Finds words for why an expectation failed, and whether it may still come to hold.
 *
 * @param told what the nodes said
 * @param dead of which expectations nobody is left to tell, and why
 */
record Explainer(
    Access access,
    Diagnosis diagnosis,
    Map<NodeId, Map<String, Reading>> told,
    Function<Expectation, Optional<String>> dead) {

  /** The check with a likely reason and a command to look closer, when it failed. */
  Check explain(Check check, Optional<Check> other) {
    if (check.ok()) {
      return check;
    }
    Expectation e = check.expectation();
    Optional<String> reason =
        dead.apply(e)
            .or(check::reason)
            .or(() -> diagnosis.reason(e, all(e), other.flatMap(o -> all(o.expectation()))))
            .or(() -> other.filter(o -> o.status() == Status.UNKNOWN).map(Explainer::cannotTell));
    return check.explained(reason, access.lookCloser(e));
  }

  /** The outlook of an adjacency: one end is enough to say that it never comes up. */
  Outlook outlook(Ends<Check> ends) {
    Optional<Check> one = Optional.of(ends.one());
    Stream<Outlook> each =
        Stream.concat(
            one.filter(check -> !check.ok()).map(check -> outlook(check, ends.other())).stream(),
            ends.other().filter(check -> !check.ok()).map(check -> outlook(check, one)).stream());
    return each.max(Comparator.naturalOrder()).orElse(Outlook.MAY_COME);
  }

  private Outlook outlook(Check check, Optional<Check> other) {
    Expectation e = check.expectation();
    return dead.apply(e).isPresent()
        ? Outlook.NEVER
        : diagnosis.outlook(e, all(e), other.flatMap(o -> all(o.expectation())));
  }

  private static String cannotTell(Check check) {
    return check.expectation().node() + " cannot tell: " + check.reason().orElse("no answer");
  }

  /** All fields that the node told about the adjacency; those of the main reader win. */
  private Optional<Observation> all(Expectation e) {
    Map<String, Reading> readings = told.getOrDefault(e.node(), Map.of());
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    Stream.concat(Stream.of(e.reader()), access.related(e).stream())
        .map(readings::get)
        .flatMap(
            r -> r instanceof Reading.Rows(List<Observation> rows) ? rows.stream() : Stream.empty())
        .filter(row -> Judge.mayConcern(e, row))
        .forEach(row -> row.fields().forEach(fields::putIfAbsent));
    return fields.isEmpty() ? Optional.empty() : Optional.of(new Observation(fields));
  }
}
