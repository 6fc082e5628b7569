package netlab.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import netlab.expect.Expectation;
import netlab.expect.Observation;
import netlab.lab.NodeId;

/**
 * Finds words for why an expectation failed.
 *
 * @param told what the nodes said in the end
 */
record Explainer(Access access, Diagnosis diagnosis, Map<NodeId, Map<String, Reading>> told) {

  /** The check with a likely reason and a command to look closer, when it failed. */
  Check explain(Check check, Optional<Check> other) {
    if (check.ok()) {
      return check;
    }
    Expectation e = check.expectation();
    Optional<String> reason =
        check
            .reason()
            .or(() -> diagnosis.reason(e, all(e), other.flatMap(o -> all(o.expectation()))))
            .or(() -> other.filter(o -> o.status() == Status.UNKNOWN).map(Explainer::cannotTell));
    return check.explained(reason, access.lookCloser(e));
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
