package netlab.provider;

import java.util.List;
import netlab.exec.Result;

/** What became of a change of a node that runs. */
public sealed interface Change {
  /** The node took all of it; what it printed meanwhile. */
  record Made(String printed) implements Change {}

  /** The node took all but these lines. */
  record Refused(List<Refusal> lines) implements Change {
    public Refused {
      lines = List.copyOf(lines);
    }
  }

  /**
   * It did not come so far, or a program ended with a failure.
   *
   * @param why in a sentence
   * @param printed what the node printed; may be empty
   */
  record Failed(String why, String printed) implements Change {}

  /**
   * What a program made that was to end with 0.
   *
   * @param said how it ended
   */
  static Change of(Result said) {
    String printed = (said.out() + said.err()).strip();
    return said.ok() ? new Made(printed) : new Failed(said.problem(), printed);
  }

  /** The node cannot be changed while it runs; why, in a sentence. */
  record Unsupported(String why) implements Change {}
}
