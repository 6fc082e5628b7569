package netlab.transport;

import java.util.OptionalInt;

/**
 * What a node said to a command.
 *
 * @param status the exit status, 0 for success; empty when the way of talking does not tell
 * @param out what it printed
 * @param err what it printed as errors, where the two are apart
 */
public record Reply(String command, OptionalInt status, String out, String err) {
  /** True when the node did not say that the command failed. */
  public boolean ok() {
    return status.orElse(0) == 0;
  }
}
