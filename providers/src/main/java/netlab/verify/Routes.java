package netlab.verify;

import java.util.List;

/**
 * What became of the routes that follow from adjacencies.
 *
 * @param expected how many there should be
 * @param missing one for each that is not there, or whose node did not answer
 */
public record Routes(int expected, List<Check> missing) {
  /** The readers of routing tables, by family: {@code routes.ipv4}. */
  public static final String READERS = "routes.";

  /** None were asked for. */
  static final Routes NONE = new Routes(0, List.of());

  public Routes {
    missing = List.copyOf(missing);
  }
}
