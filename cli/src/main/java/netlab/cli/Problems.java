package netlab.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import netlab.diag.DiagnosticText;
import netlab.diag.Diagnostics;
import netlab.report.DiagnosticJson;

/** Tells the user what is wrong. */
final class Problems {
  private Problems() {}

  /**
   * Prints everything that was reported, as text on standard error; under {@code -o json} as the
   * one document. To be called when a command gives up.
   */
  static int fail(Out out, Diagnostics diag, int status) {
    warn(out, diag);
    out.document(json -> {
      json.beginObject();
      json.name("ok").value(false);
      members(json, diag);
      json.endObject();
    });
    return status;
  }

  /** Prints what was reported as text, for a command that goes on. */
  static void warn(Out out, Diagnostics diag) {
    if (!out.json()) {
      String text = new DiagnosticText(out.colour()).render(diag.sorted());
      if (!text.isEmpty()) {
        out.problem(text.stripTrailing());
      }
    }
  }

  /** The member {@code diagnostics} of an open object. */
  static void members(JsonWriter json, Diagnostics diag) throws IOException {
    DiagnosticJson.member(json, diag.sorted());
  }
}
