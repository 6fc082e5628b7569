package netlab.push;

import java.util.List;
import netlab.transport.TransportFailure;

/** What became of a configuration that a device was given. */
public sealed interface Pushed {
  /** The device took all of it. */
  record Taken(String said) implements Pushed {}

  /**
   * The device refused lines, or its whole.
   *
   * @param lines at least one
   * @param unchanged true when the device is as it was before; else all other lines are in effect
   */
  record Refused(List<Line> lines, boolean unchanged) implements Pushed {
    public Refused {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line that was refused.
   *
   * @param number in the file, from 1; 0 when it is the configuration as a whole
   * @param said what the device said about it
   */
  record Line(int number, String text, String said) {}

  /**
   * It did not come to its end.
   *
   * @param typed how many lines the device took before
   * @param unchanged true when the device is as it was before
   */
  record Broken(TransportFailure failure, int typed, boolean unchanged) implements Pushed {}
}
