package netlab.diag;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/** Diagnostics as plain maps, lists, texts and numbers, ready for any JSON writer. */
public final class DiagnosticMap {
  private DiagnosticMap() {}

  /**
   * The keys {@code code}, {@code severity}, {@code message}, those of a place when there is one
   * ({@code file}, {@code line}, {@code column}, {@code endLine}, {@code endColumn}), {@code help}
   * when there is one, and {@code notes}.
   */
  public static SequencedMap<String, Object> toMap(Diagnostic diagnostic) {
    SequencedMap<String, Object> map = new LinkedHashMap<>();
    map.put("code", diagnostic.code().id());
    map.put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
    map.put("message", diagnostic.message());
    place(map, diagnostic.at());
    diagnostic.hint().ifPresent(hint -> map.put("help", hint));
    map.put("notes", diagnostic.allNotes().stream().map(DiagnosticMap::note).toList());
    return map;
  }

  /** All of them, without a limit. */
  public static List<SequencedMap<String, Object>> toMaps(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(DiagnosticMap::toMap).toList();
  }

  private static SequencedMap<String, Object> note(Note note) {
    SequencedMap<String, Object> map = new LinkedHashMap<>();
    map.put("text", note.text());
    place(map, note.at());
    return map;
  }

  private static void place(SequencedMap<String, Object> map, Span at) {
    if (!at.file().name().isEmpty()) {
      map.put("file", at.file().name());
    }
    if (at.known()) {
      map.put("line", at.line());
      map.put("column", at.column());
      map.put("endLine", at.endLine());
      map.put("endColumn", at.endColumn());
    }
  }
}
