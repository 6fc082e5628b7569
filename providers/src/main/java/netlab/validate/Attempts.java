package netlab.validate;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.diag.Suggest;
import netlab.exec.Deadline;
import netlab.expect.Observation;
import netlab.expr.Args;
import netlab.expr.Expression;
import netlab.expr.FunctionCall;
import netlab.expr.Json;
import netlab.expr.Outcome;
import netlab.jinja.JinjaTemplate;
import netlab.state.LabState;
import netlab.state.NodeState;
import netlab.transport.Answer;
import netlab.transport.Reply;
import netlab.verify.LabAccess;
import netlab.verify.Reading;

/** Tries tests on nodes, once each time. Called from several threads. */
final class Attempts {
  /** What a test is told about instead of what a command printed when that is no JSON. */
  private static final String OUTPUT = "stdout";

  private static final int SHOWN = 2000;

  private final LabState lab;
  private final Map<String, Object> model;
  private final LabAccess access;

  Attempts(LabState lab, JsonObject model, LabAccess access) {
    this.lab = lab;
    this.model = Json.fields(model);
    this.access = access;
  }

  /** What is so on a node now. */
  NodeResult once(LabTest test, NodeState node, Deadline deadline) throws InterruptedException {
    return switch (test.action()) {
      case Action.Pause() -> skipped(node, "nothing to do");
      case Action.Foreign(String kind) ->
          skipped(node, "this netlab does not run tests with `" + kind + "`");
      case Action.Configure configure -> skipped(node, "not yet");
      case Action.Call(String call) -> call(call, node, deadline);
      case Action.Commands commands -> command(test, commands, node, deadline);
    };
  }

  private NodeResult call(String text, NodeState node, Deadline deadline)
      throws InterruptedException {
    FunctionCall call;
    switch (FunctionCall.parse(expanded(text, node))) {
      case Outcome.Good<FunctionCall>(FunctionCall good) -> call = good;
      case Outcome.Mistake<FunctionCall>(int at, String message, String hint) -> {
        return failed(node, wrong(text, at, message, hint));
      }
    }
    Optional<TestFunction> function = Functions.find(call.name());
    if (function.isEmpty()) {
      String near = Suggest.hint(call.name(), Functions.names()).map(h -> "; " + h).orElse("");
      return failed(
          node,
          "there is no test function `%s`%s; there are %s"
              .formatted(call.name(), near, String.join(", ", Functions.names())));
    }
    Args given;
    switch (call.evaluate(scope(node))) {
      case Outcome.Good<Args>(Args good) -> given = good;
      case Outcome.Mistake<Args>(int at, String message, String hint) -> {
        return failed(node, wrong(text, at, message, hint));
      }
    }
    try {
      Map<?, ?> nodes = model.get("nodes") instanceof Map<?, ?> all ? all : Map.of();
      Inquiry inquiry = function.get().inquiry(Arguments.of(function.get(), given, nodes));
      return answered(inquiry, node, deadline);
    } catch (WrongArgument e) {
      return failed(node, "`" + text.strip() + "`: " + e.text());
    }
  }

  private NodeResult answered(Inquiry inquiry, NodeState node, Deadline deadline)
      throws InterruptedException {
    return switch (access.ask(node.id(), inquiry.reader(), inquiry.parameters(), deadline)) {
      case Reading.Rows(List<Observation> rows) -> {
        Judgement said = inquiry.judge().of(rows);
        yield said.good()
            ? passed(node, said.message())
            : failed(node, said.message()).with(rows(rows));
      }
      case Reading.Unreadable(String why) -> failed(node, why);
      case Reading.Unreachable(String why) -> failed(node, why);
      case Reading.Unsupported(String why) -> skipped(node, why);
    };
  }

  private static Optional<String> rows(List<Observation> rows) {
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append(row.fields()).append('\n'));
    return cut(text.toString());
  }

  private static Optional<String> cut(String text) {
    return text.isBlank()
        ? Optional.empty()
        : Optional.of(text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text);
  }

  private NodeResult command(
      LabTest test, Action.Commands commands, NodeState node, Deadline deadline)
      throws InterruptedException {
    List<String> lineage = lab.device(node).lineage();
    Optional<String> show = commands.show().of(lineage);
    Optional<String> exec = commands.exec().of(lineage);
    boolean able = test.devices().isEmpty() || lineage.stream().anyMatch(test.devices()::contains);
    if (!able || (show.isEmpty() && exec.isEmpty())) {
      return skipped(node, "the test has no command for device `" + node.device() + "`");
    }
    String command = expanded(show.or(() -> exec).orElseThrow(), node).strip();
    TestCommands commandsOfNode = new TestCommands(lab, access);
    Answer answer =
        show.isPresent()
            ? commandsOfNode.show(node, command, deadline)
            : commandsOfNode.run(node, command, deadline);
    return switch (answer) {
      case Answer.Failed(var failure, var before) -> failed(node, failure.message());
      case Answer.Complete(List<Reply> replies) ->
          checked(commands, lineage, node, show.isPresent(), replies.getLast());
    };
  }

  private NodeResult checked(
      Action.Commands commands, List<String> lineage, NodeState node, boolean show, Reply reply) {
    Optional<String> valid = commands.valid().of(lineage);
    if (valid.isEmpty()) {
      return reply.ok()
          ? passed(node, "`" + reply.command() + "` succeeded")
          : failed(node, "`" + reply.command() + "` failed").with(cut(reply.out() + reply.err()));
    }
    Map<String, Object> names = new LinkedHashMap<>();
    if (show) {
      Optional<JsonElement> json = json(reply.out());
      if (json.isEmpty()) {
        return failed(node, "`" + reply.command() + "` did not answer with JSON")
            .with(cut(reply.out() + reply.err()));
      }
      if (json.get() instanceof JsonObject object) {
        names.putAll(Json.fields(object));
      }
      names.put("result", Json.value(json.get()));
    }
    names.put(OUTPUT, reply.out());
    String expression = expanded(valid.get(), node).strip();
    Optional<String> evidence = cut(reply.out() + reply.err());
    return switch (Expression.parse(expression)) {
      case Outcome.Mistake<Expression>(int at, String message, String hint) ->
          failed(node, wrong(expression, at, message, hint));
      case Outcome.Good<Expression>(Expression good) ->
          switch (good.test(names)) {
            case Outcome.Mistake<Boolean>(int at, String message, String hint) ->
                failed(node, wrong(expression, at, message, hint)).with(evidence);
            case Outcome.Good<Boolean>(Boolean holds) ->
                holds
                    ? passed(node, "`" + expression + "` holds")
                    : failed(node, untrue(expression, good.decisive(names))).with(evidence);
          };
    };
  }

  private static String untrue(String expression, String compared) {
    return "`" + expression + "` does not hold" + (compared.isEmpty() ? "" : ": " + compared);
  }

  /** The document in an output; programs may print something before it. */
  private static Optional<JsonElement> json(String output) {
    int start = 0;
    while (start < output.length() && "{[".indexOf(output.charAt(start)) < 0) {
      start++;
    }
    try {
      JsonElement json = JsonParser.parseString(output.substring(start));
      return json.isJsonObject() || json.isJsonArray() ? Optional.of(json) : Optional.empty();
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  /** The model, and the data of the node. */
  private Map<String, Object> scope(NodeState node) {
    Map<String, Object> names = new LinkedHashMap<>(model);
    if (model.get("nodes") instanceof Map<?, ?> nodes) {
      Object own = nodes.get(node.id().name());
      if (own != null) {
        names.put("node", own);
      }
    }
    return names;
  }

  /** The text with what stands in double braces replaced, as templates do. */
  private String expanded(String text, NodeState node) {
    if (!JinjaTemplate.isIn(text)) {
      return text;
    }
    Map<String, Object> names = new LinkedHashMap<>(model);
    if (model.get("nodes") instanceof Map<?, ?> nodes) {
      names.put("hostvars", nodes);
      if (nodes.get(node.id().name()) instanceof Map<?, ?> own) {
        own.forEach((key, value) -> names.put(String.valueOf(key), value));
      }
    }
    Diagnostics mistakes = new Diagnostics();
    StringWriter out = new StringWriter();
    try {
      boolean done =
          JinjaTemplate.parse(new SourceFile("test", text), mistakes)
              .filter(template -> render(template, names, out, mistakes))
              .isPresent();
      return done ? out.toString() : text;
    } catch (IllegalStateException e) {
      return text;
    }
  }

  private static boolean render(
      JinjaTemplate template, Map<String, Object> names, StringWriter out, Diagnostics mistakes) {
    try {
      return template.render(names, "test", out, mistakes);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String wrong(String text, int at, String message, String hint) {
    String place = text.strip().length() > 1 ? "`" + text.strip() + "`, at " + (at + 1) + ": " : "";
    return place + message + (hint.isEmpty() ? "" : " (" + hint + ")");
  }

  private static NodeResult passed(NodeState node, String message) {
    return result(node, NodeResult.Status.PASSED, message);
  }

  private static NodeResult failed(NodeState node, String message) {
    return result(node, NodeResult.Status.FAILED, message);
  }

  private static NodeResult skipped(NodeState node, String message) {
    return result(node, NodeResult.Status.SKIPPED, message);
  }

  private static NodeResult result(NodeState node, NodeResult.Status status, String message) {
    return new NodeResult(node.id(), status, message, Optional.empty(), Duration.ZERO);
  }
}
