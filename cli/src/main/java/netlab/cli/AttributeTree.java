package netlab.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.compile.WholeSchema;
import netlab.diag.Span;
import netlab.diag.Suggest;
import netlab.schema.AttributeList;
import netlab.schema.Library;
import netlab.schema.Schema;
import netlab.schema.Untyped;
import netlab.source.Yaml;
import netlab.view.PublicModel;

/** What {@code netlab show attributes} prints. */
final class AttributeTree {
  /** Where a lab file has attributes. */
  private static final List<String> LEVELS =
      List.of("global", "node", "link", "interface", "loopback", "pool", "prefix", "group");

  private AttributeTree() {}

  /** A level, module or plugin that does not exist. */
  static final class Unknown extends Exception {
    private static final long serialVersionUID = 1L;

    Unknown(String what, String name, Collection<String> known) {
      super(
          "there is no "
              + what
              + " `"
              + name
              + "`; "
              + Suggest.hint(name, known).orElse("there are " + String.join(", ", known)));
    }
  }

  /**
   * The attributes by level.
   *
   * @param level the only level to show; empty for all
   * @param owner the module or plugin whose attributes to show; without one those of the core
   * @throws Unknown for a name that nobody knows
   */
  static SequencedMap<String, Object> of(String level, Optional<String> owner) throws Unknown {
    Library library = Library.of(AttributeTree.class.getClassLoader());
    if (!level.isEmpty() && !LEVELS.contains(level)) {
      throw new Unknown("level", level, LEVELS);
    }
    Optional<Yaml.Map> plugin =
        owner
            .filter(Schema.plugins(library)::contains)
            .flatMap(name -> library.find("netlab/plugin/" + name + ".yml"));
    if (plugin.isPresent()) {
      return ofPlugin(plugin.get());
    }
    WholeSchema whole = WholeSchema.of(library, Yaml.Map.empty(Span.NONE), List.of());
    Set<String> modules = whole.schema().moduleNames();
    if (owner.isPresent() && !modules.contains(owner.get())) {
      throw new Unknown("module or plugin", owner.get(), modules);
    }
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    for (String each : level.isEmpty() ? LEVELS : List.of(level)) {
      SequencedMap<String, Object> all = new AttributeList(whole.schema()).level(each);
      all.keySet().removeIf(name -> owner.isPresent() != owner.filter(name::equals).isPresent());
      if (owner.isEmpty()) {
        all.keySet().removeAll(modules);
      }
      if (!all.isEmpty()) {
        tree.put(each, all);
      }
    }
    return tree;
  }

  /** What a plugin adds, as its data file says it. */
  private static SequencedMap<String, Object> ofPlugin(Yaml.Map data) {
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    Optional<Object> added = data.get("defaults").map(Untyped::of).flatMap(PublicModel::plain);
    if (added.isPresent() && added.get() instanceof Map<?, ?> map) {
      map.forEach((key, value) -> tree.put((String) key, value));
    }
    return tree;
  }
}
