package netlab.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import netlab.diag.Diagnostic;
import netlab.diag.DiagnosticMap;

/** Diagnostics for programs. */
public final class DiagnosticJson {
  private DiagnosticJson() {}

  /** Writes the member {@code diagnostics} of an open object; absent when there are none. */
  public static void member(JsonWriter json, List<Diagnostic> diagnostics) throws IOException {
    if (!diagnostics.isEmpty()) {
      write(json.name("diagnostics"), DiagnosticMap.toMaps(diagnostics));
    }
  }

  private static void write(JsonWriter json, Object tree) throws IOException {
    switch (tree) {
      case Map<?, ?> map -> {
        json.beginObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          write(json.name(entry.getKey().toString()), entry.getValue());
        }
        json.endObject();
      }
      case List<?> items -> {
        json.beginArray();
        for (Object item : items) {
          write(json, item);
        }
        json.endArray();
      }
      case Number number -> json.value(number);
      default -> json.value(tree.toString());
    }
  }
}
