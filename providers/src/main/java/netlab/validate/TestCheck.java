package netlab.validate;

import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.custom.CustomTemplates;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.expr.Expression;
import netlab.lab.NodeId;
import netlab.schema.Value;
import netlab.show.Readers;
import netlab.view.Json;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the texts of tests before anything runs: calls, expressions, templates. What is wrong
 * whatever the lab is like is an error; what may be meant for another lab, device or program is a
 * warning, and the test fails when it runs.
 */
public final class TestCheck {
  /** A node that tests may be about. */
  public record Target(NodeId node, Device device, String provider) {}

  private final Map<NodeId, Target> nodes;
  private final TestTexts texts;
  private final TestTemplates templates;
  private final Severity worst;
  private final Diagnostics diagnostics;
  private final Map<String, Readers> readers = new HashMap<>();

  /**
   * A check of tests of a lab.
   *
   * @param nodes the nodes that are started
   * @param model the public model, a plain tree
   * @param templates where templates are that tests apply
   * @param worst how bad a mistake can be
   */
  public TestCheck(
      List<Target> nodes,
      Map<String, ?> model,
      CustomTemplates templates,
      Severity worst,
      Diagnostics diagnostics) {
    this.nodes = new LinkedHashMap<>();
    nodes.forEach(target -> this.nodes.put(target.node, target));
    this.texts = new TestTexts(netlab.expr.Json.fields(model));
    this.templates = new TestTemplates(templates, texts);
    this.worst = worst;
    this.diagnostics = diagnostics;
  }

  /**
   * Reports what is wrong with tests.
   *
   * @param written the section {@code validate} of the lab, as the compiler has left it
   * @param plain the same as a plain tree, in the same order
   */
  public void check(List<Value> written, Object plain) {
    String section = Json.text(Map.of("validate", plain));
    List<LabTest> tests = LabTests.of(JsonParser.parseString(section).getAsJsonObject());
    for (int i = 0; i < tests.size(); i++) {
      if (written.get(i) instanceof Value.Fields fields) {
        new Check(tests.get(i), fields).run();
      }
    }
  }

  /** The check of one test. */
  private final class Check {
    private final LabTest test;
    private final Value.Fields written;
    private final List<String> unable = new ArrayList<>();

    Check(LabTest test, Value.Fields written) {
      this.test = test;
      this.written = written;
    }

    void run() {
      List<Target> able = test.nodes().stream().map(nodes::get).filter(this::isFor).toList();
      able.forEach(this::look);
      if (!able.isEmpty() && unable.size() == able.size()) {
        diagnostics.warning(
            Code.TEST_UNUSABLE,
            written.at("plugin").orElse(written).span(),
            "test `" + test.name() + "`: " + String.join(", ", unable.stream().distinct().toList()),
            "the test is skipped; `netlab show devices` tells what devices can do");
      }
    }

    private boolean isFor(@Nullable Target target) {
      return target != null
          && (test.devices().isEmpty()
              || target.device.lineage().stream().anyMatch(test.devices()::contains));
    }

    private void look(Target target) {
      switch (test.action()) {
        case Action.Pause() -> {}
        case Action.Foreign(String kind) -> {}
        case Action.Call(String call) -> call(call, target);
        case Action.Configure change -> template(change, target);
        case Action.Commands commands -> {
          text("show", commands.show(), target);
          text("exec", commands.exec(), target);
          expression(commands.valid(), target);
        }
      }
    }

    private void call(String call, Target target) {
      Span at = written.at("plugin").orElse(written).span();
      try {
        Inquiry inquiry = texts.inquiry(call, target.node);
        if (readers(target.device).find(inquiry.reader()).isEmpty()) {
          String function = call.strip().split("\\(", 2)[0].strip();
          unable.add("`%s` cannot ask device `%s`".formatted(function, target.device.name()));
        }
      } catch (WrongText e) {
        report(e, at, target);
      }
    }

    private void template(Action.Configure change, Target target) {
      Diagnostics found = new Diagnostics();
      Span at = written.at("config.template").orElse(written).span();
      try {
        templates.file(change, target.node, target.device, target.provider, at, found);
        found
            .sorted()
            .forEach(
                d -> diagnostics.report(worst, d.code(), d.at(), d.message(), d.hint(), d.notes()));
      } catch (WrongText e) {
        report(e, written.keySpan("config"), target);
      }
    }

    private Optional<String> text(String key, PerDevice text, Target target) {
      List<String> lineage = target.device.lineage();
      Optional<String> own = text.of(lineage);
      try {
        return own.isEmpty()
            ? Optional.empty()
            : Optional.of(texts.expanded(own.get(), target.node).strip());
      } catch (WrongText e) {
        report(e, span(key, text, lineage), target);
        return Optional.empty();
      }
    }

    private void expression(PerDevice valid, Target target) {
      Optional<String> text = text("valid", valid, target);
      try {
        if (text.isPresent()) {
          TestTexts.parsed(text.get(), Expression.parse(text.get()));
        }
      } catch (WrongText e) {
        report(e, span("valid", valid, target.device.lineage()), target);
      }
    }

    private Span span(String key, PerDevice text, List<String> lineage) {
      String path = text.key(lineage).map(device -> key + "." + device).orElse(key);
      return written.at(path).orElse(written).span();
    }

    private void report(WrongText wrong, Span value, Target target) {
      Optional<Span> exact = exact(wrong, value);
      String what =
          exact.isPresent() || wrong.at() < 0
              ? wrong.message()
              : "`%s`, at %d: %s".formatted(wrong.text(), wrong.at() + 1, wrong.message());
      diagnostics.report(
          wrong.certain() ? worst : Severity.WARNING,
          Code.TEST_TEXT,
          exact.orElse(value),
          "test `" + test.name() + "`: " + what,
          Optional.of(wrong.hint()).filter(hint -> !hint.isEmpty()),
          test.nodes().size() > 1
              ? List.of(Note.of("seen on node `" + target.node + "`"))
              : List.of());
    }
  }

  /** The place in a value that stands in one line as it is. */
  private static Optional<Span> exact(WrongText wrong, Span value) {
    if (wrong.at() < 0 || !value.known() || value.line() != value.endLine()) {
      return Optional.empty();
    }
    String line = value.file().text().lines().skip(value.line() - 1L).findFirst().orElse("");
    int from = line.indexOf(wrong.text(), value.column() - 1);
    int column = from + wrong.at() + 1;
    return from < 0 || from + wrong.text().length() > value.endColumn() - 1
        ? Optional.empty()
        : Optional.of(
            new Span(
                value.file(),
                value.line(),
                Math.min(column, value.endColumn() - 1),
                value.line(),
                value.endColumn()));
  }

  private Readers readers(Device device) {
    // A wrong entry of a device is reported where the device is used.
    return readers.computeIfAbsent(device.name(), name -> Readers.of(device, new Diagnostics()));
  }
}
