package netlab.validate;

import java.util.List;
import java.util.Optional;
import netlab.expect.Observation;

/**
 * What a function says of a node's answer.
 *
 * @param good whether the node is as the test wants it
 * @param message what was found, in a sentence without a full stop
 */
record Judgement(boolean good, String message) {
  static Judgement good(String message) {
    return new Judgement(true, message);
  }

  static Judgement bad(String message) {
    return new Judgement(false, message);
  }

  /** Decides about the rows that a reader found. */
  interface Judge {
    Judgement of(List<Observation> rows);
  }

  /** A field of a row. */
  static Optional<String> field(Observation row, String name) {
    return Optional.ofNullable(row.fields().get(name));
  }

  /** The rows about one neighbor. */
  static List<Observation> about(String field, String value, List<Observation> rows) {
    return rows.stream()
        .filter(row -> field(row, field).filter(value::equalsIgnoreCase).isPresent())
        .toList();
  }

  /**
   * The rows about one VRF of a device that was asked about it, and may tell of others: those that
   * name another are left out.
   */
  static List<Observation> notOfOthers(Optional<String> vrf, List<Observation> rows) {
    String wanted = vrf.orElse("default");
    return rows.stream()
        .filter(row -> field(row, "vrf").filter(name -> !name.equals(wanted)).isEmpty())
        .toList();
  }

  /** The rows about one VRF, the default one when there is none; devices tell of all at once. */
  static List<Observation> inVrf(Optional<String> vrf, List<Observation> rows) {
    return rows.stream()
        .filter(row -> field(row, "vrf").filter(name -> !name.equals("default")).equals(vrf))
        .toList();
  }
}
