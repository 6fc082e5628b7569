package netlab.plugin.multilab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.device.NameFormat;
import netlab.diag.Code;
import netlab.diag.Span;
import netlab.draft.Plugin;
import netlab.intent.LabText;
import netlab.intent.Trees;
import netlab.schema.Value;
import netlab.source.Key;
import netlab.source.Yaml;

/**
 * Lays {@code defaults.multilab.change} over the lab, with the number of the lab in its texts. It
 * is stronger than what the lab file says.
 */
public final class Multilab implements Plugin {
  /** The number becomes part of an IPv4 prefix. */
  private static final int LAST = 200;

  @Override
  public String name() {
    return "multilab";
  }

  @Override
  public Yaml.Map expand(LabText lab) {
    Optional<Yaml> written = lab.defaults().find("multilab", "id");
    Optional<Long> id =
        written
            .flatMap(v -> v instanceof Yaml.Scalar s ? Optional.of(s) : Optional.empty())
            .map(s -> s.asInt().orElse(0))
            .filter(n -> n >= 1 && n <= LAST);
    if (id.isEmpty()) {
      Span plugin = lab.root().get("plugin").map(Yaml::span).orElse(lab.root().span());
      lab.diagnostics()
          .error(
              written.isPresent() ? Code.OUT_OF_RANGE : Code.MISSING_VALUE,
              written.map(Yaml::span).orElse(plugin),
              written.isPresent()
                  ? "`defaults.multilab.id` must be a whole number from 1 to " + LAST
                  : "plugin `multilab` does not know the number of this lab",
              "set it for each lab: NETLAB_MULTILAB_ID=7, or -s defaults.multilab.id=7");
      return lab.root();
    }
    Value.Fields data = Value.Fields.NONE.with("id", Value.of(id.get()));
    Yaml changed = evaluated(Trees.mapAt(lab.defaults(), "multilab", "change"), data, lab);
    return changed instanceof Yaml.Map map ? lab.root().under(map) : lab.root();
  }

  private static Yaml evaluated(Yaml value, Value.Fields data, LabText lab) {
    return switch (value) {
      case Yaml.Scalar s -> evaluated(s, data, lab);
      case Yaml.Seq seq -> {
        List<Yaml> items = new ArrayList<>();
        seq.items().forEach(item -> items.add(evaluated(item, data, lab)));
        yield new Yaml.Seq(items, seq.span());
      }
      case Yaml.Map map -> {
        SequencedMap<Key, Yaml> entries = new LinkedHashMap<>();
        map.entries().forEach((key, inner) -> entries.put(key, evaluated(inner, data, lab)));
        yield new Yaml.Map(entries, map.span());
      }
    };
  }

  private static Yaml evaluated(Yaml.Scalar pattern, Value.Fields data, LabText lab) {
    Optional<String> text = NameFormat.format(pattern.text(), data);
    if (text.isEmpty()) {
      lab.diagnostics()
          .error(
              Code.INVALID_EXPRESSION,
              pattern.span(),
              "`" + pattern.text() + "` cannot be evaluated",
              "expressions in braces know `id`, the number of the lab: `lab-{id}`");
      return pattern;
    }
    return Yaml.Scalar.of(text.get(), pattern.span());
  }
}
