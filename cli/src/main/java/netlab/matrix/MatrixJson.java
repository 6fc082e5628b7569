package netlab.matrix;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import netlab.matrix.Reason.Kind;
import netlab.matrix.TestOutcome.OnNode;

/** The file {@code matrix.json}. Times are in milliseconds. */
public final class MatrixJson {
  /** Raised when a file of before could be misread. */
  private static final int FORMAT = 1;

  private MatrixJson() {}

  /** As a plain tree. */
  public static SequencedMap<String, Object> tree(MatrixRecord matrix) {
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    tree.put("format", FORMAT);
    tree.put("begun", matrix.begun().toString());
    tree.put("versions", matrix.versions());
    SequencedMap<String, Object> counts = new LinkedHashMap<>();
    for (Status status : Status.values()) {
      counts.put(status.word(), matrix.count(status));
    }
    tree.put("summary", counts);
    tree.put("cells", matrix.cells().stream().map(MatrixJson::tree).toList());
    return tree;
  }

  private static SequencedMap<String, Object> tree(CellResult result) {
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    tree.put("scenario", result.cell().scenario().name());
    tree.put("file", result.cell().scenario().file().toString());
    tree.put("device", result.cell().device());
    tree.put("provider", result.cell().provider());
    tree.put("status", result.status().word());
    if (!result.elsewhere().isEmpty()) {
      tree.put("versions", result.elsewhere());
    }
    tree.put("runs", result.runs().stream().map(MatrixJson::tree).toList());
    return tree;
  }

  private static SequencedMap<String, Object> tree(Run run) {
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    tree.put("status", run.status().word());
    tree.put("begun", run.begun().toString());
    run.took().forEach((phase, took) -> tree.put(phase.word() + "_ms", took));
    tree.put("adjacencies", run.adjacencies());
    tree.put("adjacencies_up", run.held());
    tree.put("tests", run.tests().stream().map(MatrixJson::tree).toList());
    tree.put("reasons", run.reasons().stream().map(MatrixJson::tree).toList());
    return tree;
  }

  private static SequencedMap<String, Object> tree(Reason reason) {
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    tree.put("kind", reason.kind().word());
    tree.put("text", reason.text());
    return tree;
  }

  private static SequencedMap<String, Object> tree(TestOutcome test) {
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", test.name());
    tree.put("description", test.description());
    tree.put("status", test.status());
    tree.put("took_ms", test.took());
    tree.put("nodes", test.nodes().stream().map(MatrixJson::tree).toList());
    return tree;
  }

  private static SequencedMap<String, Object> tree(OnNode node) {
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    tree.put("node", node.node());
    tree.put("status", node.status());
    tree.put("message", node.message());
    return tree;
  }

  /** What a file holds; empty when it is not one of this program, or of a later one. */
  public static Optional<MatrixRecord> read(String text) {
    try {
      JsonObject json = JsonParser.parseString(text).getAsJsonObject();
      if (number(json, "format") != FORMAT) {
        return Optional.empty();
      }
      return Optional.of(
          new MatrixRecord(
              Instant.parse(text(json, "begun")),
              versions(json.getAsJsonObject("versions")),
              items(json, "cells", MatrixJson::cell)));
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | UnsupportedOperationException
        | NullPointerException
        | ClassCastException
        | DateTimeException e) {
      // Gson has an exception for each way to be something else.
      return Optional.empty();
    }
  }

  private static CellResult cell(JsonObject json) {
    Scenario scenario = new Scenario(text(json, "scenario"), Path.of(text(json, "file")));
    return new CellResult(
        new Cell(scenario, text(json, "device"), text(json, "provider")),
        items(json, "runs", MatrixJson::run),
        json.has("versions") ? versions(json.getAsJsonObject("versions")) : new LinkedHashMap<>());
  }

  private static SequencedMap<String, String> versions(JsonObject json) {
    SequencedMap<String, String> versions = new LinkedHashMap<>();
    json.asMap().forEach((name, version) -> versions.put(name, version.getAsString()));
    return versions;
  }

  private static Run run(JsonObject json) {
    SequencedMap<Phase, Long> took = new LinkedHashMap<>();
    for (Phase phase : Phase.values()) {
      if (json.has(phase.word() + "_ms")) {
        took.put(phase, number(json, phase.word() + "_ms"));
      }
    }
    return new Run(
        Status.of(text(json, "status")),
        Instant.parse(text(json, "begun")),
        took,
        (int) number(json, "adjacencies"),
        (int) number(json, "adjacencies_up"),
        items(json, "tests", MatrixJson::test),
        items(json, "reasons", r -> new Reason(kind(text(r, "kind")), text(r, "text"))));
  }

  private static Kind kind(String word) {
    return List.of(Kind.values()).stream()
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(word));
  }

  private static TestOutcome test(JsonObject json) {
    return new TestOutcome(
        text(json, "name"),
        text(json, "description"),
        text(json, "status"),
        number(json, "took_ms"),
        items(
            json,
            "nodes",
            n -> new OnNode(text(n, "node"), text(n, "status"), text(n, "message"))));
  }

  private static <T> List<T> items(JsonObject json, String key, Function<JsonObject, T> reader) {
    JsonArray array = json.getAsJsonArray(key);
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .map(reader)
        .toList();
  }

  private static String text(JsonObject json, String key) {
    return json.get(key).getAsString();
  }

  private static long number(JsonObject json, String key) {
    return json.get(key).getAsLong();
  }
}
