package netlab.validate;

import static java.util.stream.Collectors.joining;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.custom.CustomTemplates;
import netlab.diag.Diagnostic;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.exec.Deadline;
import netlab.expect.Observation;
import netlab.expr.Expression;
import netlab.expr.Json;
import netlab.provider.Change;
import netlab.provider.Refusal;
import netlab.render.ConfigFile;
import netlab.show.JsonDocuments;
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

  private static final int SHOWN = 50_000;

  private final LabState lab;
  private final TestTexts texts;
  private final LabAccess access;
  private final TestTemplates templates;

  Attempts(LabState lab, JsonObject model, LabAccess access, CustomTemplates templates) {
    this.lab = lab;
    this.texts = new TestTexts(Json.fields(model));
    this.access = access;
    this.templates = new TestTemplates(templates, texts);
  }

  /** What is so on a node now. */
  NodeResult once(LabTest test, NodeState node, Deadline deadline) throws InterruptedException {
    try {
      return tried(test, node, deadline);
    } catch (WrongText e) {
      return failed(node, e.sentence());
    }
  }

  private NodeResult tried(LabTest test, NodeState node, Deadline deadline)
      throws WrongText, InterruptedException {
    if (!access.starts(node.id())) {
      return skipped(node, node.id() + " is not started by netlab");
    }
    List<String> lineage = lab.device(node).lineage();
    if (!test.devices().isEmpty() && lineage.stream().noneMatch(test.devices()::contains)) {
      return skipped(node, "the test is not for device `" + node.device() + "`");
    }
    return switch (test.action()) {
      case Action.Pause() -> skipped(node, "nothing to do");
      case Action.Foreign(String kind) ->
          skipped(node, "this netlab does not run tests with `" + kind + "`");
      case Action.Configure change -> changed(change, node, deadline);
      case Action.Call(String call) -> answered(texts.inquiry(call, node.id()), node, deadline);
      case Action.Commands commands -> command(commands, lineage, node, deadline);
    };
  }

  private NodeResult answered(Inquiry inquiry, NodeState node, Deadline deadline)
      throws InterruptedException {
    return switch (access.ask(node.id(), inquiry.reader(), inquiry.parameters(), deadline)) {
      case Reading.Rows(List<Observation> rows) -> {
        Judgement said = inquiry.judge().of(rows);
        yield (said.good() ? passed(node, said.message()) : failed(node, said.message()))
            .with(rows(rows));
      }
      case Reading.Unreadable(String why) -> failed(node, why);
      case Reading.Unreachable(String why) -> failed(node, why);
      case Reading.Unsupported(String why) -> skipped(node, why);
    };
  }

  private NodeResult changed(Action.Configure change, NodeState node, Deadline deadline)
      throws WrongText, InterruptedException {
    Diagnostics mistakes = new Diagnostics();
    Optional<ConfigFile> file =
        templates.file(change, node.id(), lab.device(node), node.provider(), Span.NONE, mistakes);
    if (file.isEmpty()) {
      return failed(node, mistakes.sorted().stream().map(Attempts::told).collect(joining("; ")));
    }
    return switch (access.change(node.id(), file.get(), deadline)) {
      case Change.Made(String printed) ->
          passed(node, "took `" + change.template() + "`").with(cut(printed));
      case Change.Refused(List<Refusal> lines) ->
          failed(node, "refused " + lines.stream().map(Attempts::told).collect(joining("; ")))
              .with(Optional.of(file.get().content()));
      case Change.Failed(String why, String printed) ->
          failed(node, "did not take `" + change.template() + "`: " + why).with(cut(printed));
      case Change.Unsupported(String why) -> skipped(node, why);
    };
  }

  private static String told(Diagnostic mistake) {
    return (mistake.at().known() ? mistake.at().location() + ": " : "") + mistake.message();
  }

  private static String told(Refusal line) {
    return "`%s`, line %d (%s)".formatted(line.text(), line.line(), line.message().strip());
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
      Action.Commands commands, List<String> lineage, NodeState node, Deadline deadline)
      throws WrongText, InterruptedException {
    Optional<String> show = commands.show().of(lineage);
    Optional<String> exec = commands.exec().of(lineage);
    if (show.isEmpty() && exec.isEmpty()) {
      return skipped(node, "the test has no command for device `" + node.device() + "`");
    }
    String command = texts.expanded(show.or(() -> exec).orElseThrow(), node.id()).strip();
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
      Action.Commands commands, List<String> lineage, NodeState node, boolean show, Reply reply)
      throws WrongText {
    Optional<String> valid = commands.valid().of(lineage);
    Optional<String> evidence = cut(reply.out() + reply.err());
    if (valid.isEmpty()) {
      return (reply.ok()
              ? passed(node, "`" + reply.command() + "` succeeded")
              : failed(node, "`" + reply.command() + "` failed"))
          .with(evidence);
    }
    Map<String, Object> names = new LinkedHashMap<>();
    if (show) {
      List<JsonElement> documents = JsonDocuments.in(reply.out());
      if (documents.size() != 1) {
        return failed(node, "`" + reply.command() + "` did not answer with one JSON document")
            .with(evidence);
      }
      if (documents.getFirst() instanceof JsonObject object) {
        names.putAll(Json.fields(object));
      }
      names.put("result", Json.value(documents.getFirst()));
    }
    names.put(OUTPUT, reply.out());
    String expression = texts.expanded(valid.get(), node.id()).strip();
    Expression good = TestTexts.parsed(expression, Expression.parse(expression));
    try {
      return TestTexts.value(expression, good.test(names))
          ? passed(node, "`" + expression + "` holds").with(evidence)
          : failed(node, untrue(expression, good.decisive(names))).with(evidence);
    } catch (WrongText e) {
      return failed(node, e.sentence()).with(evidence);
    }
  }

  private static String untrue(String expression, String compared) {
    return "`" + expression + "` does not hold" + (compared.isEmpty() ? "" : ": " + compared);
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
