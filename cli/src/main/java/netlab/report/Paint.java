package netlab.report;

/** Emphasis for people; how it looks, if it shows at all, is the terminal's affair. */
public interface Paint {
  /** Text as it is. */
  Paint NONE = (tone, text) -> text;

  /** What a piece of text says. */
  enum Tone {
    GOOD,
    BAD,
    WARN,
    FAINT,
    STRONG
  }

  /** The text with its emphasis. */
  String of(Tone tone, String text);
}
