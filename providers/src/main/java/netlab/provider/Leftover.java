package netlab.provider;

/**
 * Something of a lab that still exists on the host.
 *
 * @param kind {@code namespace}, {@code process}, {@code folder}, {@code container}
 * @param name what it is called, enough to find it by hand
 */
public record Leftover(String kind, String name) {
  @Override
  public String toString() {
    return kind + " " + name;
  }
}
