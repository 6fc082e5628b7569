package netlab.validate;

import com.google.gson.JsonObject;

/** What a test does. */
public sealed interface Action {
  /** Nothing but wait. */
  record Pause() implements Action {}

  /**
   * Runs commands of the device and checks what they print.
   *
   * @param show shows something as JSON
   * @param exec runs a command as it is
   * @param valid the expression that decides; without it the command only has to succeed
   */
  record Commands(PerDevice show, PerDevice exec, PerDevice valid) implements Action {}

  /** Calls a function that this program has: {@code ping('h2')}. */
  record Call(String text) implements Action {}

  /** Changes the configuration of the nodes by a template of the lab. */
  record Configure(String template, JsonObject variables) implements Action {}

  /** Asks a program outside of the lab, which this one does not run. */
  record Foreign(String kind) implements Action {}
}
