package netlab.matrix;

/**
 * A scenario on a device with a provider.
 *
 * @param device as {@code -d} names it; empty when the nodes are what the lab file says
 * @param provider as {@code -p} names it
 */
public record Cell(Scenario scenario, String device, String provider) {
  /** The column it is in: {@code frr netns}. */
  public String column() {
    return device.isEmpty() ? provider : device + " " + provider;
  }

  /** What sets it apart, also from those of an earlier run. */
  public String key() {
    return scenario.name() + "\t" + device + "\t" + provider;
  }
}
