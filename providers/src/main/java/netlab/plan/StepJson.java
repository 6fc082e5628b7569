package netlab.plan;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import netlab.exec.Command;

/**
 * Steps and their inverses as JSON, complete: secrets are in it, so it goes only into files that
 * nobody else can read, or through a hash.
 */
final class StepJson {
  private StepJson() {}

  /** A text that differs when the step would do something else. */
  static String fingerprint(Step step) {
    return Sha256.hex(write(step).toString());
  }

  private static JsonObject write(Step step) {
    JsonObject json = new JsonObject();
    json.addProperty("id", step.id().text());
    switch (step) {
      case Step.WriteFiles write -> {
        JsonObject files = new JsonObject();
        write.files().forEach((path, c) -> files.addProperty(path.toString(), c.mode() + c.text()));
        json.add("write", files);
      }
      case Step.RunCommands run -> {
        json.add("run", actions(run.actions()));
        json.addProperty("together", run.together());
      }
      case Step.PushConfig push -> {
        json.addProperty("push", push.node());
        json.addProperty("text", push.text());
      }
      case Step.WaitFor wait -> json.addProperty("wait", wait.condition());
    }
    json.add("undo", write(step.undo()));
    return json;
  }

  static JsonArray write(List<Undo> undo) {
    JsonArray all = new JsonArray();
    for (Undo part : undo) {
      JsonObject json = new JsonObject();
      switch (part) {
        case Undo.Run run -> json.add("run", actions(run.actions()));
        case Undo.RemoveFiles remove -> {
          JsonObject files = new JsonObject();
          remove.files().forEach((path, hash) -> files.addProperty(path.toString(), hash));
          json.add("remove", files);
        }
        case Undo.EndProcesses end -> json.add("endProcesses", Json.array(end.namespaces()));
      }
      all.add(json);
    }
    return all;
  }

  static List<Undo> readUndo(List<JsonElement> all) {
    return all.stream().map(Json::object).map(StepJson::readUndo).toList();
  }

  private static Undo readUndo(JsonObject json) {
    if (json.has("run")) {
      return new Undo.Run(
          Json.items(json, "run").stream().map(Json::object).map(StepJson::readAction).toList());
    }
    if (json.has("remove")) {
      SequencedMap<SafePath, String> files = new LinkedHashMap<>();
      Json.object(json.get("remove"))
          .asMap()
          .forEach((path, hash) -> files.put(path(path), Json.string(hash)));
      return new Undo.RemoveFiles(files);
    }
    return new Undo.EndProcesses(Json.texts(json, "endProcesses"));
  }

  private static SafePath path(String text) {
    return SafePath.parse(text)
        .orElseThrow(() -> new JsonParseException("`" + text + "` leads out of the folder"));
  }

  private static JsonArray actions(List<Action> actions) {
    JsonArray array = new JsonArray();
    actions.forEach(action -> array.add(write(action)));
    return array;
  }

  private static JsonObject write(Action action) {
    Command command = action.command();
    JsonObject json = new JsonObject();
    json.add("argv", Json.array(command.argv()));
    command.directory().ifPresent(d -> json.addProperty("directory", d.toString()));
    if (!command.environment().isEmpty()) {
      JsonObject environment = new JsonObject();
      command.environment().forEach(environment::addProperty);
      json.add("environment", environment);
    }
    command.stdin().ifPresent(text -> json.addProperty("stdin", text));
    json.addProperty("timeoutMs", command.timeout().toMillis());
    json.addProperty("outputLimit", command.outputLimit());
    if (!command.redact().isEmpty()) {
      json.add("redact", Json.array(command.redact().stream().map(String::valueOf).toList()));
    }
    if (!action.harmless().isEmpty()) {
      json.add("harmless", Json.array(action.harmless()));
    }
    return json;
  }

  private static Action readAction(JsonObject json) {
    List<String> argv = Json.texts(json, "argv");
    if (argv.isEmpty()) {
      throw new JsonParseException("a command without a program");
    }
    SequencedMap<String, String> environment = new LinkedHashMap<>();
    Json.find(json, "environment")
        .ifPresent(
            e -> Json.object(e).asMap().forEach((k, v) -> environment.put(k, Json.string(v))));
    Command command =
        new Command(
            argv,
            Json.find(json, "directory").map(Json::string).map(Path::of),
            environment,
            Json.find(json, "stdin").map(Json::string),
            Duration.ofMillis(Json.number(json, "timeoutMs")),
            Json.number(json, "outputLimit"),
            json.has("redact") ? positions(Json.texts(json, "redact")) : Set.of());
    return new Action(command, json.has("harmless") ? Json.texts(json, "harmless") : List.of());
  }

  private static Set<Integer> positions(List<String> texts) {
    try {
      return texts.stream().map(Integer::valueOf).collect(Collectors.toSet());
    } catch (NumberFormatException e) {
      throw new JsonParseException("a position that is not a number", e);
    }
  }
}
