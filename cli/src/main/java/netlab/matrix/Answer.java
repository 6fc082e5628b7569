package netlab.matrix;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import netlab.diag.Code;
import netlab.exec.Result;
import netlab.matrix.Reason.Kind;
import netlab.matrix.TestOutcome.OnNode;

/**
 * What a command of this program said with {@code -o json}.
 *
 * @param started the lab came up, whether or not it works
 * @param interrupted the command was told to stop
 * @param reasons why it did not end well; empty when it did
 */
record Answer(
    boolean started,
    boolean interrupted,
    int adjacencies,
    int held,
    List<TestOutcome> tests,
    List<Reason> reasons) {
  /** Of a command that was not run. */
  static final Answer NONE = new Answer(false, false, 0, 0, List.of(), List.of());

  /** The device cannot do it, by its facts, or netlab cannot configure it there. */
  private static final Set<String> DEVICE =
      ids(
          Code.DEVICE_QUIRK,
          Code.FEATURE_MISSING,
          Code.MODULE_NOT_ON_DEVICE,
          Code.NO_IMAGE,
          Code.NODE_NOT_RUNNABLE,
          Code.TEMPLATE_MISSING);

  /** It would be possible on another host. */
  private static final Set<String> HOST =
      ids(
          Code.HOST_KERNEL,
          Code.HOST_PROGRAM_MISSING,
          Code.HOST_FORBIDS,
          Code.HOST_LIMIT,
          Code.IMAGE_MISSING);

  private static final int MANY = 8;

  Answer {
    tests = List.copyOf(tests);
    reasons = List.copyOf(reasons);
  }

  private static Set<String> ids(Code... codes) {
    return Set.copyOf(List.of(codes).stream().map(Code::id).toList());
  }

  static Answer of(Phase phase, Result result) {
    Optional<JsonObject> said = document(result.out());
    if (said.isEmpty()) {
      String text = "`netlab " + phase.word() + "` gave no answer: " + result.problem();
      return new Answer(false, false, 0, 0, List.of(), List.of(new Reason(Kind.BUG, text)));
    }
    JsonObject json = said.get();
    List<JsonObject> adjacencies =
        json.has("verification")
            ? objects(json.getAsJsonObject("verification"), "adjacencies")
            : List.of();
    List<JsonObject> open = adjacencies.stream().filter(a -> !isTrue(a, "ok")).toList();
    List<TestOutcome> tests = objects(json, "tests").stream().map(Answer::test).toList();
    List<JsonObject> errors =
        objects(json, "diagnostics").stream()
            .filter(d -> text(d, "severity").equals("error"))
            .toList();
    List<Reason> reasons = new ArrayList<>();
    errors.stream().map(Answer::reason).forEach(reasons::add);
    open.stream().map(Answer::adjacency).forEach(reasons::add);
    tests.stream()
        .filter(t -> t.status().equals("failed"))
        .map(Answer::reason)
        .forEach(reasons::add);
    if (reasons.isEmpty() && !isTrue(json, "ok")) {
      reasons.add(new Reason(Kind.BUG, phase.word() + ": " + result.problem()));
    }
    return new Answer(
        json.has("started_ms"),
        errors.stream().anyMatch(d -> text(d, "code").equals(Code.INTERRUPTED.id())),
        adjacencies.size(),
        adjacencies.size() - open.size(),
        tests,
        first(reasons));
  }

  /** Enough to see what is wrong; the kind of the whole does not change. */
  private static List<Reason> first(List<Reason> reasons) {
    if (reasons.size() <= MANY) {
      return reasons;
    }
    List<Reason> first = new ArrayList<>(reasons.subList(0, MANY));
    Kind kind =
        reasons.stream()
            .map(Reason::kind)
            .filter(k -> !k.unsupported())
            .findFirst()
            .orElse(reasons.getFirst().kind());
    first.add(new Reason(kind, "and " + (reasons.size() - MANY) + " more"));
    return first;
  }

  private static Reason reason(JsonObject diagnostic) {
    String code = text(diagnostic, "code");
    Kind kind = DEVICE.contains(code) ? Kind.DEVICE : HOST.contains(code) ? Kind.HOST : Kind.LAB;
    String place = diagnostic.has("line") ? " (line " + text(diagnostic, "line") + ")" : "";
    return new Reason(kind, code + " " + text(diagnostic, "message") + place);
  }

  private static Reason adjacency(JsonObject json) {
    List<String> nodes = new ArrayList<>();
    json.getAsJsonArray("nodes").forEach(node -> nodes.add(node.getAsString()));
    String why =
        objects(json, "checks").stream()
            .map(check -> text(check, "reason"))
            .filter(reason -> !reason.isEmpty())
            .findFirst()
            .map(reason -> ": " + reason)
            .orElse("");
    return new Reason(
        Kind.ADJACENCY,
        text(json, "protocol") + " " + String.join(" - ", nodes) + " is not up" + why);
  }

  private static Reason reason(TestOutcome test) {
    String nodes =
        test.nodes().stream()
            .filter(node -> node.status().equals("failed"))
            .map(node -> node.node() + ": " + node.message())
            .findFirst()
            .orElse("failed");
    return new Reason(Kind.TEST, "test " + test.name() + ": " + nodes);
  }

  private static TestOutcome test(JsonObject json) {
    return new TestOutcome(
        text(json, "name"),
        text(json, "description").strip(),
        text(json, "status"),
        json.has("took_ms") ? json.get("took_ms").getAsLong() : 0,
        objects(json, "nodes").stream()
            .map(n -> new OnNode(text(n, "node"), text(n, "status"), text(n, "message")))
            .toList());
  }

  private static Optional<JsonObject> document(String text) {
    try {
      return JsonParser.parseString(text) instanceof JsonObject object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  private static List<JsonObject> objects(JsonObject json, String key) {
    return json.get(key) instanceof JsonArray array
        ? StreamSupport.stream(array.spliterator(), false)
            .filter(JsonElement::isJsonObject)
            .map(JsonElement::getAsJsonObject)
            .toList()
        : List.of();
  }

  private static String text(JsonObject json, String key) {
    return json.has(key) ? json.get(key).getAsString() : "";
  }

  private static boolean isTrue(JsonObject json, String key) {
    return json.has(key) && json.get(key).getAsBoolean();
  }
}
