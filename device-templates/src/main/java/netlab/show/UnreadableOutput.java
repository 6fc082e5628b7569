package netlab.show;

/** An output that is not what was asked for. Does not leave this package. */
final class UnreadableOutput extends Exception {
  private static final long serialVersionUID = 1;
  private static final int LONGEST = 120;

  private final String why;

  UnreadableOutput(String why) {
    super(why, null, false, false);
    this.why = why;
  }

  /** The first line of an output as a reason. */
  static UnreadableOutput because(String output) {
    String line = output.strip().lines().map(String::strip).findFirst().orElse("");
    if (line.isEmpty()) {
      return new UnreadableOutput("no output");
    }
    String text = line.startsWith("%") ? line.substring(1).strip() : line;
    return new UnreadableOutput(
        text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text);
  }

  String why() {
    return why;
  }
}
