package netlab.plugin.fabric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.device.NameFormat;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.intent.Trees;
import netlab.schema.Value;
import netlab.source.Key;
import netlab.source.Yaml;

/**
 * The nodes of one layer. An attribute whose text has an expression in braces is evaluated for each
 * node, with {@code count} as its number from 1; all others belong to the group of the layer.
 */
final class Layer {
  private final String name;
  private final Yaml.Map written;
  private final Span span;
  private final Diagnostics diagnostics;
  private final SequencedMap<Key, Yaml> nodes = new LinkedHashMap<>();

  /**
   * @param fabric the mapping {@code fabric} of the lab
   * @param span where the number of nodes is written
   */
  Layer(Yaml.Map fabric, String name, Span span, Diagnostics diagnostics) {
    this.name = name;
    this.written = Trees.mapAt(fabric, name);
    this.span = span;
    this.diagnostics = diagnostics;
  }

  String name() {
    return name;
  }

  Span span() {
    return span;
  }

  /** Makes the nodes; they have names like the pattern unless the layer has one of its own. */
  void make(String pattern, int number) {
    Yaml.Scalar names =
        Trees.scalarAt(written, "name").orElse(Yaml.Scalar.of(pattern, written.span()));
    Yaml.Map each = part(written.without("name"), true);
    for (int count = 1; count <= number; count++) {
      Value.Fields data = Value.Fields.NONE.with("count", Value.of((long) count));
      Optional<String> node = text(names, data);
      Yaml.Map attributes = evaluated(each, data);
      Yaml position = Yaml.Scalar.of(Integer.toString(count), span);
      node.ifPresent(n ->
          nodes.put(new Key(n, names.span()), attributes.with(Key.of("_fabric_count"), position)));
    }
    if (nodes.size() < number && !diagnostics.hasErrors()) {
      diagnostics.error(
          Code.DUPLICATE_NODE,
          names.span(),
          "the " + name + "s of the fabric have the same names",
          "use their number: `name: \"" + pattern + "\"`");
    }
  }

  SequencedMap<Key, Yaml> nodes() {
    return nodes;
  }

  Yaml.Seq members() {
    List<Yaml> members = new ArrayList<>();
    nodes.keySet().forEach(k -> members.add(Yaml.Scalar.of(k.text(), k.span())));
    return new Yaml.Seq(members, span);
  }

  /** The attributes that all nodes share. */
  Yaml.Map common() {
    return part(written.without("name"), false);
  }

  /** The attributes with expressions, or the others. */
  private static Yaml.Map part(Yaml.Map map, boolean expressions) {
    SequencedMap<Key, Yaml> part = new LinkedHashMap<>();
    map.entries()
        .forEach((key, value) -> {
          if (value instanceof Yaml.Map inner && !inner.entries().isEmpty()) {
            Yaml.Map rest = part(inner, expressions);
            if (!rest.entries().isEmpty()) {
              part.put(key, rest);
            }
          } else if (isExpression(value) == expressions) {
            part.put(key, value);
          }
        });
    return new Yaml.Map(part, map.span());
  }

  private static boolean isExpression(Yaml value) {
    return value instanceof Yaml.Scalar s && s.text().indexOf('{') >= 0;
  }

  private Yaml.Map evaluated(Yaml.Map map, Value.Fields data) {
    SequencedMap<Key, Yaml> done = new LinkedHashMap<>();
    map.entries()
        .forEach((key, value) -> {
          if (value instanceof Yaml.Map inner) {
            done.put(key, evaluated(inner, data));
          } else if (value instanceof Yaml.Scalar s) {
            text(s, data).ifPresent(t -> done.put(key, Yaml.Scalar.of(t, s.span())));
          }
        });
    return new Yaml.Map(done, map.span());
  }

  private Optional<String> text(Yaml.Scalar pattern, Value.Fields data) {
    Optional<String> text = NameFormat.format(pattern.text(), data);
    if (text.isEmpty()) {
      diagnostics.error(
          Code.INVALID_EXPRESSION,
          pattern.span(),
          "`" + pattern.text() + "` cannot be evaluated",
          "expressions in braces know `count`, numbers and + - * // %: `{65000+count}`");
    }
    return text;
  }
}
