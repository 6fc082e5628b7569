package netlab.validate;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import netlab.diag.Diagnostic;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.diag.Suggest;
import netlab.expr.Args;
import netlab.expr.FunctionCall;
import netlab.expr.Outcome;
import netlab.jinja.JinjaTemplate;
import netlab.lab.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * What the texts of tests come to on a node: they see the lab.
 *
 * @param model the public model as values of expressions
 */
record TestTexts(Map<String, Object> model) {
  private static final String WHAT = "template";

  /**
   * The text with what stands in double braces replaced, as in templates.
   *
   * @throws WrongText when the template has a mistake: nothing must run that was not meant
   */
  String expanded(String text, NodeId node) throws WrongText {
    if (!JinjaTemplate.isIn(text)) {
      return text;
    }
    Diagnostics mistakes = new Diagnostics();
    StringWriter out = new StringWriter();
    Optional<JinjaTemplate> template = JinjaTemplate.parse(new SourceFile("test", text), mistakes);
    try {
      if (template.isPresent() && template.get().render(variables(node), WHAT, out, mistakes)) {
        return out.toString();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    throw wrong(text, mistakes.sorted().getFirst(), template.isEmpty());
  }

  private static WrongText wrong(String text, Diagnostic mistake, boolean certain) {
    int line = text.lines().limit(mistake.at().line() - 1L).mapToInt(l -> l.length() + 1).sum();
    int blanks = text.length() - text.stripLeading().length();
    return new WrongText(
        text.strip(),
        Math.max(0, line + mistake.at().column() - 1 - blanks),
        mistake.message().replaceFirst("^" + WHAT + ": ", ""),
        mistake.hint().orElse(""),
        certain);
  }

  /** The attributes of a node. */
  Map<String, Object> own(NodeId node) {
    Map<String, Object> names = new LinkedHashMap<>();
    if (model.get("nodes") instanceof Map<?, ?> nodes
        && nodes.get(node.name()) instanceof Map<?, ?> own) {
      own.forEach((key, value) -> names.put(String.valueOf(key), value));
    }
    return names;
  }

  /** What templates of tests see: all of the lab, and the attributes of the node themselves. */
  private Map<String, Object> variables(NodeId node) {
    Map<String, Object> names = new LinkedHashMap<>(model);
    if (model.get("nodes") instanceof Map<?, ?> nodes) {
      names.put("hostvars", nodes);
    }
    names.putAll(own(node));
    return names;
  }

  /**
   * What a call of a function asks a node.
   *
   * @throws WrongText when there is no such function, or it does not take these arguments
   */
  Inquiry inquiry(String written, NodeId node) throws WrongText {
    String text = expanded(written, node).strip();
    FunctionCall call = parsed(text, FunctionCall.parse(text));
    Optional<TestFunction> function = Functions.find(call.name());
    if (function.isEmpty()) {
      String near = Suggest.hint(call.name(), Functions.names()).map(h -> h + "; ").orElse("");
      throw new WrongText(
          text,
          0,
          "there is no test function `" + call.name() + "`",
          near + "there are " + String.join(", ", Functions.names()),
          false);
    }
    Args given = value(text, call.evaluate(scope(node)));
    Map<?, ?> nodes = model.get("nodes") instanceof Map<?, ?> all ? all : Map.of();
    Arguments arguments;
    try {
      arguments = Arguments.of(function.get(), given, nodes);
    } catch (WrongArgument e) {
      throw new WrongText(text, WrongText.ALL, e.text(), "", true);
    }
    try {
      return numbered(function.get().inquiry(arguments), own(node));
    } catch (WrongArgument e) {
      throw new WrongText(text, WrongText.ALL, e.text(), "", false);
    }
  }

  /** Devices that number the processes of OSPF are asked by number: those of VRFs have theirs. */
  private static Inquiry numbered(Inquiry inquiry, Map<String, Object> own) {
    String vrf = inquiry.parameters().getOrDefault("vrf", "default");
    Optional<Object> number =
        vrf.equals("default")
            ? Optional.of(member(own.get("ospf"), "process").orElse(1))
            : member(own.get("vrfs"), vrf).flatMap(data -> member(data, "vrfidx"));
    return inquiry.with("process", number.map(String::valueOf));
  }

  private static Optional<Object> member(@Nullable Object data, String name) {
    return data instanceof Map<?, ?> map ? Optional.ofNullable(map.get(name)) : Optional.empty();
  }

  /** What arguments of functions see: the lab, and as {@code node} the data of the node. */
  private Map<String, Object> scope(NodeId node) {
    Map<String, Object> names = new LinkedHashMap<>(model);
    names.put("node", own(node));
    return names;
  }

  /**
   * What was read in a text.
   *
   * @throws WrongText when that is a mistake
   */
  static <T> T parsed(String text, Outcome<T> outcome) throws WrongText {
    return good(text, outcome, true);
  }

  /**
   * What a text came to with the data there is.
   *
   * @throws WrongText when that is a mistake
   */
  static <T> T value(String text, Outcome<T> outcome) throws WrongText {
    return good(text, outcome, false);
  }

  private static <T> T good(String text, Outcome<T> outcome, boolean certain) throws WrongText {
    return switch (outcome) {
      case Outcome.Good<T>(T value) -> value;
      case Outcome.Mistake<T>(int at, String message, String hint) ->
          throw new WrongText(text, at, message, hint, certain);
    };
  }
}
