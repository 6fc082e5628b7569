package netlab.report;

import java.time.Duration;
import java.util.Locale;

/** How long something took, for people. */
public final class Times {
  private Times() {}

  /** Seconds with one digit up to 100 s, then minutes: {@code 0.3 s}, {@code 2 min 5 s}. */
  public static String text(Duration duration) {
    double seconds = duration.toMillis() / 1000.0;
    if (seconds < 100) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
  }
}
