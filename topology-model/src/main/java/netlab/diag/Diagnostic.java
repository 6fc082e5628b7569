package netlab.diag;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  /** The notes, and one for each file that included the file of this diagnostic. */
  public List<Note> allNotes() {
    List<Note> all = new ArrayList<>(notes);
    Optional<Span> by = at.file().includedBy();
    while (by.isPresent()) {
      all.add(new Note("the file is included here", by.get()));
      by = by.get().file().includedBy();
    }
    return List.copyOf(all);
  }

  /** {@code file:line:column: error[NL0201]: message}, the form for tools; always one line. */
  public String line() {
    String place = at.location();
    return Visible.line(
        (place.isEmpty() ? "" : place + ": ")
            + severity.name().toLowerCase(Locale.ROOT)
            + "["
            + code.id()
            + "]: "
            + message);
  }
}
