package netlab.diag;

import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong, as a value.
 *
 * @param code the kind of mistake; {@code netlab explain} knows each
 * @param at the exact key or value to underline
 * @param message one sentence without a full stop, in lower case, names in backquotes
 * @param hint what to do about it
 */
public record Diagnostic(
    Code code,
    Severity severity,
    Span at,
    String message,
    Optional<String> hint,
    List<Note> notes) {
  public Diagnostic {
    notes = List.copyOf(notes);
  }

  /** {@code file:line:column: error[NL0201]: message}, the form for tools. */
  public String line() {
    String place = at.location();
    return (place.isEmpty() ? "" : place + ": ")
        + severity.name().toLowerCase(java.util.Locale.ROOT)
        + "["
        + code.id()
        + "]: "
        + message;
  }
}
