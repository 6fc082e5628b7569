package netlab.intent;

import java.util.stream.Collectors;
import netlab.schema.Value;

/** An intent as lines of text, with the types of data that are no plain YAML types. */
final class IntentText {
  private final StringBuilder text = new StringBuilder();

  String of(Intent lab) {
    line(
        "lab "
            + lab.name()
            + " provider "
            + lab.provider().orElse("-")
            + " modules "
            + lab.modules());
    fields("  ", lab.globals());
    lab.pools().forEach((name, pool) -> line("pool " + name + " " + shown(pool)));
    lab.groups()
        .forEach((name, group) ->
            line(
                "group "
                    + name
                    + " "
                    + group.type()
                    + " "
                    + group.members()
                    + " "
                    + shown(group.attributes())));
    lab.nodes().values().forEach(this::node);
    lab.links().forEach(this::link);
    lab.objectLinks().forEach(this::link);
    return text.toString();
  }

  private void node(NodeIntent node) {
    line("node " + node.name() + " " + node.device().name() + " " + node.modules());
    fields("  ", node.attributes());
  }

  private void link(LinkIntent link) {
    line("link " + link.name() + " " + shown(link.attributes()));
    link.ends().forEach(end -> line("  " + end.node() + " " + shown(end.attributes())));
  }

  private void fields(String indent, Value.Fields fields) {
    fields.fields().forEach((key, field) -> line(indent + key + ": " + shown(field.value())));
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  private static String shown(Value value) {
    return switch (value) {
      case Value.Scalar s -> s.data() + type(s.data());
      case Value.Empty e -> "~";
      case Value.Items items ->
          items.items().stream().map(IntentText::shown).collect(Collectors.joining(", ", "[", "]"));
      case Value.Fields fields ->
          fields.fields().entrySet().stream()
              .map(e -> e.getKey() + ": " + shown(e.getValue().value()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  private static String type(Object data) {
    return switch (data) {
      case Long l -> "";
      case Boolean b -> "";
      case String s -> s.isEmpty() ? "''" : "";
      default -> " (" + data.getClass().getSimpleName() + ")";
    };
  }
}
