package netlab.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.expect.Expectation;
import netlab.expect.Observation;
import netlab.verify.Check.Difference;

/** Compares one expectation with one reading. */
final class Judge {
  /** The field without which a row proves nothing; devices may leave out others. */
  private static final String DECIDING = "state";

  /** Devices tell of all VRFs at once, and some name the default one. */
  private static final String VRF = "vrf";

  private static final String DEFAULT = "default";

  private Judge() {}

  /** The check that a reading gives, {@code now} after the begin. */
  static Check judge(Expectation expectation, Reading reading, Duration now) {
    return switch (reading) {
      case Reading.Rows(List<Observation> rows) -> compare(expectation, rows, now);
      case Reading.Unreadable(String why) -> unread(expectation, Status.UNKNOWN, why);
      case Reading.Unreachable(String why) -> unread(expectation, Status.UNKNOWN, why);
      case Reading.Unsupported(String why) -> unread(expectation, Status.UNCHECKED, why);
    };
  }

  /** True when a row is about the adjacency of an expectation. */
  static boolean isAbout(Expectation expectation, Observation row) {
    return row.fields().entrySet().containsAll(expectation.key().entrySet())
        && (expectation.key().containsKey(VRF) || DEFAULT.equals(vrf(row)));
  }

  private static String vrf(Observation row) {
    return row.fields().getOrDefault(VRF, DEFAULT);
  }

  /**
   * True when a row of another reader may be about that adjacency: it says something of the key,
   * such as the interface only, and nothing else than the key says.
   */
  static boolean mayConcern(Expectation expectation, Observation row) {
    SequencedMap<String, String> key = expectation.key();
    return key.keySet().stream().anyMatch(row.fields()::containsKey)
        && key.entrySet().stream()
            .allMatch(
                k -> row.fields().getOrDefault(k.getKey(), k.getValue()).equals(k.getValue()));
  }

  private static Check compare(Expectation expectation, List<Observation> rows, Duration now) {
    record Candidate(Observation row, List<Difference> differences) {}
    Optional<Candidate> best =
        rows.stream()
            .filter(row -> isAbout(expectation, row))
            .map(row -> new Candidate(row, differences(expectation, row)))
            .min(Comparator.comparingInt(c -> c.differences.size()));
    boolean holds = best.map(c -> c.differences.isEmpty()).orElse(false);
    return new Check(
        expectation,
        holds ? Status.HELD : Status.FAILED,
        holds ? Optional.of(now) : Optional.empty(),
        best.map(Candidate::row),
        best.map(Candidate::differences).orElse(List.of()),
        Optional.empty(),
        Optional.empty());
  }

  private static List<Difference> differences(Expectation expectation, Observation row) {
    List<Difference> differences = new ArrayList<>();
    for (Map.Entry<String, List<String>> field : expectation.expected().entrySet()) {
      Optional<String> told = Optional.ofNullable(row.fields().get(field.getKey()));
      boolean good = told.map(field.getValue()::contains).orElse(!field.getKey().equals(DECIDING));
      if (!good) {
        differences.add(new Difference(field.getKey(), field.getValue(), told.orElse("")));
      }
    }
    return differences;
  }

  private static Check unread(Expectation expectation, Status status, String why) {
    return new Check(
        expectation,
        status,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.of(why),
        Optional.empty());
  }
}
