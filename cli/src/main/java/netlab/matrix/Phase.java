package netlab.matrix;

import java.util.Locale;

/** The commands of a run, in their order. */
public enum Phase {
  UP,
  VALIDATE,
  DOWN;

  /** The command. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
