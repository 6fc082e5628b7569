package netlab.diag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects diagnostics. The only maker of {@link Diagnostic}s: code that finds a mistake reports it
 * here and goes on; the end of a phase asks {@link #hasErrors()} and stops.
 */
public final class Diagnostics {
  private record Seen(Code code, Span at, String message) {}

  private final List<Diagnostic> all = new ArrayList<>();
  private final Set<Seen> seen = new HashSet<>();

  /** Reports an error without a hint. */
  public void error(Code code, Span at, String message) {
    report(Severity.ERROR, code, at, message, Optional.empty(), List.of());
  }

  /** Reports an error with a hint. */
  public void error(Code code, Span at, String message, String hint) {
    report(Severity.ERROR, code, at, message, Optional.of(hint), List.of());
  }

  /** Reports a warning. */
  public void warning(Code code, Span at, String message, String hint) {
    report(Severity.WARNING, code, at, message, Optional.of(hint), List.of());
  }

  /** Reports anything; the same code at the same place counts once when the message is equal. */
  public void report(
      Severity severity,
      Code code,
      Span at,
      String message,
      Optional<String> hint,
      List<Note> notes) {
    if (seen.add(new Seen(code, at, message))) {
      all.add(new Diagnostic(code, severity, at, message, hint, notes));
    }
  }

  /** True when at least one error was reported. */
  public boolean hasErrors() {
    return all.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }

  /** The number of errors so far. */
  public int errorCount() {
    return (int) all.stream().filter(d -> d.severity() == Severity.ERROR).count();
  }

  /** All diagnostics, sorted by file, line and column. */
  public List<Diagnostic> sorted() {
    return all.stream().sorted(Comparator.comparing(Diagnostic::at)).toList();
  }
}
