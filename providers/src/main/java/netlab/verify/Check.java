package netlab.verify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import netlab.expect.Expectation;
import netlab.expect.Observation;

/**
 * What became of one expectation.
 *
 * @param held how long after the begin of the verification it was first seen to hold
 * @param seen the row that the node reported for it
 * @param differences the fields of that row which are not as expected
 * @param reason why it does not hold, as far as anybody can tell
 * @param look the command with which a user looks closer
 */
public record Check(
    Expectation expectation,
    Status status,
    Optional<Duration> held,
    Optional<Observation> seen,
    List<Difference> differences,
    Optional<String> reason,
    Optional<String> look) {
  public Check {
    differences = List.copyOf(differences);
  }

  /** A field of an observation that is not as it should be. */
  public record Difference(String field, List<String> expected, String seen) {
    public Difference {
      expected = List.copyOf(expected);
    }
  }

  /** True when nothing is wrong here: it holds, or there is no way to check it. */
  public boolean ok() {
    return status == Status.HELD || status == Status.UNCHECKED;
  }

  /** A field that the node reported. */
  public Optional<String> seen(String field) {
    return seen.map(row -> row.fields().get(field));
  }

  Check explained(Optional<String> why, Optional<String> command) {
    return new Check(expectation, status, held, seen, differences, why, command);
  }
}
