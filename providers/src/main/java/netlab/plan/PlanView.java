package netlab.plan;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.exec.Command;

/** A plan for people and for programs to read ({@code --dry-run}); secrets are left out. */
public final class PlanView {
  private PlanView() {}

  /** The plan as lines of text: one a step, and what it does and undoes indented below it. */
  public static List<String> lines(Plan plan) {
    List<String> lines = new ArrayList<>();
    int stage = 0;
    for (List<Step> steps : plan.stages()) {
      stage++;
      for (Step step : steps) {
        lines.add("%3d  %s  (%s)".formatted(stage, step.title(), step.id()));
        details(step).forEach(line -> lines.add("       " + line));
      }
    }
    return lines;
  }

  private static List<String> details(Step step) {
    List<String> lines = new ArrayList<>();
    switch (step) {
      case Step.WriteFiles write ->
          write
              .files()
              .forEach((path, content) ->
                  lines.add(
                      "write  %s  %s  %d characters"
                          .formatted(path, content.mode(), content.text().length())));
      case Step.RunCommands run -> run.actions().forEach(a -> command(lines, "run   ", a));
      case Step.PushConfig push ->
          lines.add(
              "push   %d-line configuration to %s"
                  .formatted(push.text().lines().count(), push.node()));
      case Step.WaitFor wait ->
          lines.add(
              "wait   %s, at most %d s".formatted(wait.condition(), wait.limit().toSeconds()));
    }
    for (Undo undo : step.undo()) {
      switch (undo) {
        case Undo.Run run -> run.actions().forEach(a -> command(lines, "undo  ", a));
        case Undo.RemoveFiles remove ->
            remove.files().sequencedKeySet().forEach(path -> lines.add("undo   remove " + path));
        case Undo.EndProcesses end ->
            lines.add("undo   end the processes in " + String.join(", ", end.namespaces()));
      }
    }
    return lines;
  }

  private static void command(List<String> lines, String verb, Action action) {
    lines.add(verb + " " + action.command().shown());
    action
        .command()
        .shownInput()
        .ifPresent(text -> text.lines().forEach(line -> lines.add("       | " + line)));
  }

  /** The plan as JSON: {@code {"steps": [{"stage", "id", "title", "kind", ...}]}}. */
  public static JsonObject json(Plan plan) {
    JsonArray steps = new JsonArray();
    int stage = 0;
    for (List<Step> together : plan.stages()) {
      stage++;
      for (Step step : together) {
        JsonObject json = new JsonObject();
        json.addProperty("stage", stage);
        json.addProperty("id", step.id().text());
        json.addProperty("title", step.title());
        describe(step, json);
        json.add("undo", undo(step.undo()));
        steps.add(json);
      }
    }
    JsonObject all = new JsonObject();
    all.add("steps", steps);
    return all;
  }

  private static void describe(Step step, JsonObject json) {
    switch (step) {
      case Step.WriteFiles write -> {
        json.addProperty("kind", "write");
        JsonArray files = new JsonArray();
        write.files().forEach((path, content) -> files.add(file(path, content)));
        json.add("files", files);
        json.addProperty("keep", write.keep());
      }
      case Step.RunCommands run -> {
        json.addProperty("kind", "run");
        json.addProperty("together", run.together());
        json.add("commands", commands(run.actions()));
      }
      case Step.PushConfig push -> {
        json.addProperty("kind", "push");
        json.addProperty("node", push.node());
      }
      case Step.WaitFor wait -> {
        json.addProperty("kind", "wait");
        json.addProperty("condition", wait.condition());
        json.addProperty("limitSeconds", wait.limit().toSeconds());
      }
    }
  }

  private static JsonObject file(SafePath path, FileContent content) {
    JsonObject file = new JsonObject();
    file.addProperty("path", path.toString());
    file.addProperty("mode", content.mode());
    file.addProperty("sha256", Sha256.hex(content.text()));
    return file;
  }

  private static JsonArray undo(List<Undo> undo) {
    JsonArray parts = new JsonArray();
    for (Undo part : undo) {
      JsonObject json = new JsonObject();
      switch (part) {
        case Undo.Run run -> json.add("commands", commands(run.actions()));
        case Undo.RemoveFiles remove ->
            json.add(
                "remove",
                Json.array(
                    remove.files().sequencedKeySet().stream().map(SafePath::toString).toList()));
        case Undo.EndProcesses end -> json.add("endProcesses", Json.array(end.namespaces()));
      }
      parts.add(json);
    }
    return parts;
  }

  private static JsonArray commands(List<Action> actions) {
    JsonArray all = new JsonArray();
    for (Action action : actions) {
      Command command = action.command();
      JsonArray argv = new JsonArray();
      for (int i = 0; i < command.argv().size(); i++) {
        argv.add(command.redact().contains(i) ? "***" : command.argv().get(i));
      }
      JsonObject json = new JsonObject();
      json.add("argv", argv);
      Optional<String> input = command.shownInput();
      input.ifPresent(text -> json.addProperty("stdin", text));
      all.add(json);
    }
    return all;
  }
}
