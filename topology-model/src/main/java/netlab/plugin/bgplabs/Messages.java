package netlab.plugin.bgplabs;

import netlab.draft.Draft;
import netlab.schema.Value;

/** Texts that a lab tells its user. */
final class Messages {
  private static final int WIDTH = 72;

  private Messages() {}

  /** Adds a paragraph to the message of the lab. */
  static void append(Draft draft, String text) {
    String before = draft.globals().textAt("message").orElse("");
    draft.globals().refine("message", Value.of(joined(before, text)));
  }

  /** Both texts with an empty line between them. */
  static String joined(String before, String text) {
    return before.isBlank() ? wrapped(text) : before.stripTrailing() + "\n\n" + wrapped(text);
  }

  /** The text in lines of at most 72 characters. */
  static String wrapped(String text) {
    var lines = new StringBuilder();
    int length = 0;
    for (String word : text.strip().split("\\s+", -1)) {
      if (length > 0 && length + 1 + word.length() > WIDTH) {
        lines.append('\n');
        length = 0;
      } else if (length > 0) {
        lines.append(' ');
        length++;
      }
      lines.append(word);
      length += word.length();
    }
    return lines.append('\n').toString();
  }
}
