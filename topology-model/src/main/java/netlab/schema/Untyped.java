package netlab.schema;

import java.util.LinkedHashMap;
import netlab.source.Yaml;

/** Values of parts of a file that no schema describes: scalars mean what YAML 1.1 says. */
public final class Untyped {
  private Untyped() {}

  /** The value of any tree. */
  public static Value of(Yaml yaml) {
    return switch (yaml) {
      case Yaml.Scalar s -> scalar(s);
      case Yaml.Seq seq ->
          new Value.Items(seq.items().stream().map(Untyped::of).toList(), seq.span());
      case Yaml.Map map -> of(map);
    };
  }

  /** The value of a mapping. */
  public static Value.Fields of(Yaml.Map map) {
    var fields = new LinkedHashMap<String, Value.Field>();
    map.entries().forEach((k, v) -> fields.put(k.text(), new Value.Field(of(v), k.span())));
    return new Value.Fields(fields, map.span());
  }

  private static Value scalar(Yaml.Scalar s) {
    if (s.isNull()) {
      return new Value.Empty(s.span());
    }
    if (s.asBool().isPresent()) {
      return new Value.Scalar(s.asBool().get(), s.span());
    }
    if (s.asInt().isPresent()) {
      return new Value.Scalar(s.asInt().getAsLong(), s.span());
    }
    return s.asFloat().isPresent() && !s.text().startsWith(".")
        ? new Value.Scalar(s.asFloat().getAsDouble(), s.span())
        : new Value.Scalar(s.text(), s.span());
  }
}
