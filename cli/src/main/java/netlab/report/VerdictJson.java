package netlab.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import netlab.expect.Expectation;
import netlab.verify.Check;
import netlab.verify.Ends;
import netlab.verify.Verdict;

/** A verdict for programs. Durations are in milliseconds. */
public final class VerdictJson {
  private VerdictJson() {}

  /** Writes the members {@code ok}, {@code took_ms} and {@code adjacencies} of an open object. */
  public static void members(JsonWriter json, Verdict verdict) throws IOException {
    json.name("ok").value(verdict.ok());
    json.name("took_ms").value(verdict.took().toMillis());
    json.name("adjacencies").beginArray();
    for (Ends<Check> ends : verdict.adjacencies()) {
      Expectation e = ends.one().expectation();
      json.beginObject();
      json.name("protocol").value(e.protocol());
      json.name("nodes").beginArray();
      json.value(e.node().name()).value(e.peer().name());
      json.endArray();
      json.name("label").value(e.label());
      json.name("ok").value(ends.both().stream().allMatch(Check::ok));
      if (e.cause().known()) {
        json.name("cause").value(e.cause().location());
      }
      json.name("checks").beginArray();
      for (Check check : ends.both()) {
        write(json, check);
      }
      json.endArray();
      json.endObject();
    }
    json.endArray();
  }

  private static void write(JsonWriter json, Check check) throws IOException {
    json.beginObject();
    json.name("node").value(check.expectation().node().name());
    json.name("peer").value(check.expectation().peer().name());
    json.name("reader").value(check.expectation().reader());
    json.name("status").value(check.status().name().toLowerCase(Locale.ROOT));
    if (check.held().isPresent()) {
      json.name("held_ms").value(check.held().get().toMillis());
    }
    fields(json.name("key"), check.expectation().key());
    json.name("expected").beginObject();
    for (Map.Entry<String, List<String>> field : check.expectation().expected().entrySet()) {
      json.name(field.getKey()).beginArray();
      for (String value : field.getValue()) {
        json.value(value);
      }
      json.endArray();
    }
    json.endObject();
    if (check.seen().isPresent()) {
      fields(json.name("seen"), check.seen().get().fields());
    }
    optional(json, "reason", check.reason());
    optional(json, "look", check.look());
    json.endObject();
  }

  private static void fields(JsonWriter json, Map<String, String> fields) throws IOException {
    json.beginObject();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      json.name(field.getKey()).value(field.getValue());
    }
    json.endObject();
  }

  private static void optional(JsonWriter json, String name, Optional<String> text)
      throws IOException {
    if (text.isPresent()) {
      json.name(name).value(text.get());
    }
  }
}
