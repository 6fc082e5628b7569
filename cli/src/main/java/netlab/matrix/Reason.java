package netlab.matrix;

import java.util.Locale;

/**
 * Why a run did not pass.
 *
 * @param text one line, with the code of the diagnostic and its place when there is one
 */
public record Reason(Kind kind, String text) {
  /** Where the reason lies. */
  public enum Kind {
    /** The device cannot do it, by its facts. */
    DEVICE,
    /** The host lacks something: an image, a program, a part of the kernel. */
    HOST,
    /** The lab is wrong or could not be started. */
    LAB,
    /** The lab ran, and an adjacency of it did not come up. */
    ADJACENCY,
    /** A test of the lab failed. */
    TEST,
    /** The time was over. */
    LIMIT,
    /** The lab could not be taken down. */
    DOWN,
    /** A command ended as it never should. */
    BUG;

    /** As it is written. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean unsupported() {
      return this == DEVICE || this == HOST;
    }
  }
}
