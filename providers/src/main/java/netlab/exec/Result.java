package netlab.exec;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How a program ended and what it said.
 *
 * @param end why there is no more to wait for
 * @param exit the exit status: 128 + n after signal n; 127 when the program was not started
 * @param out standard output, read as UTF-8
 * @param err standard error, read as UTF-8; the reason when the program was not started
 * @param truncated true when a stream was longer than the limit and its end is missing
 * @param took from start to end
 */
public record Result(End end, int exit, String out, String err, boolean truncated, Duration took) {
  /** The exit status that stands for "not started", as shells have it. */
  public static final int NOT_STARTED_EXIT = 127;

  private static final Pattern ERROR = Pattern.compile("^(E: |[Ee]rror\\b)|\\bERRO\\b|: error: ");

  /** Why a program is no longer running. */
  public enum End {
    EXITED,
    TIMED_OUT,
    NOT_STARTED
  }

  /** A program that ended by itself. */
  public static Result exited(int exit, String out, String err) {
    return new Result(End.EXITED, exit, out, err, false, Duration.ZERO);
  }

  /** A program that could not be started, and why. */
  public static Result notStarted(String why) {
    return new Result(End.NOT_STARTED, NOT_STARTED_EXIT, "", why, false, Duration.ZERO);
  }

  /** True when the program ended by itself with status 0. */
  public boolean ok() {
    return end == End.EXITED && exit == 0;
  }

  /** True when the program was ended because its time was over. */
  public boolean timedOut() {
    return end == End.TIMED_OUT;
  }

  /** What went wrong, in one line without the command: for messages about a result not ok. */
  public String problem() {
    return switch (end) {
      case NOT_STARTED -> err;
      case TIMED_OUT -> "no end after " + seconds(took);
      case EXITED -> {
        String said = telling(err.isBlank() ? out : err);
        yield "exit status " + exit + (said.isEmpty() ? "" : ": " + said);
      }
    };
  }

  private static String seconds(Duration duration) {
    return duration.toMillis() < 10_000
        ? duration.toMillis() / 1000.0 + " s"
        : duration.toSeconds() + " s";
  }

  /** The first line that calls itself an error: what comes after it often only follows from it. */
  private static String telling(String text) {
    return text.lines()
        .filter(line -> ERROR.matcher(line).find())
        .findFirst()
        .map(String::strip)
        .orElseGet(() -> lastLine(text));
  }

  private static String lastLine(String text) {
    String stripped = text.strip();
    return stripped.substring(stripped.lastIndexOf('\n') + 1).strip();
  }
}
