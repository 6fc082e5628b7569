package netlab.diag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Collects diagnostics. The only maker of {@link Diagnostic}s: code that finds a mistake reports it
 * here and goes on; the end of a phase asks {@link #hasErrors()} and stops.
 */
public final class Diagnostics {
  private record Seen(Code code, Span at, String message) {}

  /** A longer list of names helps nobody. */
  private static final int MAX_NAMES = 60;

  private final List<Diagnostic> all = new ArrayList<>();
  private final Set<Seen> seen = new HashSet<>();
  private int errors;

  /** Reports an error without a hint. */
  public void error(Code code, Span at, String message) {
    report(Severity.ERROR, code, at, message, Optional.empty(), List.of());
  }

  /** Reports an error with a hint. */
  public void error(Code code, Span at, String message, String hint) {
    report(Severity.ERROR, code, at, message, Optional.of(hint), List.of());
  }

  /** Reports an error with a hint and notes. */
  public void error(Code code, Span at, String message, String hint, List<Note> notes) {
    report(Severity.ERROR, code, at, message, Optional.of(hint), notes);
  }

  /**
   * Reports a name that is not among the known ones, suggests the nearest and lists them all.
   *
   * @param message what is wrong, such as {@code unknown attribute `aera` on a link}
   * @param name the wrong name
   * @param accepted what a note says before the known names, such as {@code a link accepts}
   */
  public void unknownName(
      Code code, Span at, String message, String name, String accepted, Collection<String> known) {
    List<String> sorted = known.stream().distinct().sorted().toList();
    int more = sorted.size() - MAX_NAMES;
    String list =
        sorted.isEmpty()
            ? "nothing"
            : String.join(", ", sorted.subList(0, Math.min(MAX_NAMES, sorted.size())))
                + (more > 0 ? " and " + more + " more" : "");
    Note note = Note.of(accepted + ": " + list);
    report(Severity.ERROR, code, at, message, Suggest.hint(name, sorted), List.of(note));
  }

  /** Reports an attribute that is not known at its place, such as {@code on a link}. */
  public void unknownAttribute(Span at, String name, String place, Collection<String> known) {
    String message = "unknown attribute `" + name + "` " + place;
    unknownName(Code.UNKNOWN_ATTRIBUTE, at, message, name, "accepted " + place, known);
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
      errors += severity == Severity.ERROR ? 1 : 0;
    }
  }

  /** Takes over what others have collected: one thread each. */
  public void addAll(Diagnostics others) {
    others.all.forEach(
        d -> report(d.severity(), d.code(), d.at(), d.message(), d.hint(), d.notes()));
  }

  /**
   * Judges the warnings so far anew.
   *
   * @param judge what becomes of a kind of warning; empty when it is not to be seen
   */
  public void judge(Function<Code, Optional<Severity>> judge) {
    List<Diagnostic> before = List.copyOf(all);
    all.clear();
    for (Diagnostic d : before) {
      Optional<Severity> severity =
          d.severity() == Severity.ERROR ? Optional.of(d.severity()) : judge.apply(d.code());
      if (severity.isPresent()) {
        errors += severity.get() == Severity.ERROR && d.severity() != Severity.ERROR ? 1 : 0;
        all.add(new Diagnostic(d.code(), severity.get(), d.at(), d.message(), d.hint(), d.notes()));
      }
    }
  }

  /** True when at least one error was reported. */
  public boolean hasErrors() {
    return errors > 0;
  }

  /** The number of errors so far. */
  public int errorCount() {
    return errors;
  }

  /** All diagnostics, sorted by file, line and column. */
  public List<Diagnostic> sorted() {
    return all.stream().sorted(Comparator.comparing(Diagnostic::at)).toList();
  }
}
