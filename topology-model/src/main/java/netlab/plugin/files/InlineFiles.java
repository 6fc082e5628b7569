package netlab.plugin.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Plugin;
import netlab.intent.LabText;
import netlab.intent.Trees;
import netlab.source.Key;
import netlab.source.Yaml;

/**
 * Collects what a lab file holds of files: {@code files}, {@code configlets}, {@code config} of
 * nodes and groups and of validation tests. All become entries of the list {@code files}; where
 * templates stood inline their names stay.
 */
public final class InlineFiles implements Plugin {
  /** The key of a template that has no name of its own. */
  private static final String INLINE = "inline";

  @Override
  public String name() {
    return "files";
  }

  @Override
  public Yaml.Map expand(LabText lab) {
    Yaml.Map root = lab.root();
    var files = new FileList(lab.diagnostics());
    files.addWritten(root.get("files"));
    var configlets = new Configlets(root.get("configlets"), lab.diagnostics());
    root = withNodes(lab, root, configlets);
    root = withObjects(root, "groups", "_g_", configlets);
    root = withTests(root, configlets);
    configlets.files().forEach(files::add);
    root = root.without("configlets");
    return files.isEmpty()
        ? root
        : root.with(root.key("files").orElse(Key.of("files")), files.yaml(root.span()));
  }

  /**
   * Only where a node has templates of its own; else nodes stay in the form they are written in.
   */
  private static Yaml.Map withNodes(LabText lab, Yaml.Map root, Configlets configlets) {
    List<Yaml> written =
        root.get("nodes").orElse(root) instanceof Yaml.Map map
            ? List.copyOf(map.entries().values())
            : Trees.items(root.get("nodes"));
    boolean some =
        written.stream()
            .anyMatch(n ->
                n instanceof Yaml.Map node && !Trees.mapAt(node, "config").entries().isEmpty());
    if (!some) {
      return root;
    }
    SequencedMap<Key, Yaml> nodes = new LinkedHashMap<>();
    lab.nodes().forEach((name, node) -> nodes.put(name, named(name, node, "_n_", configlets)));
    Key key = root.key("nodes").orElse(Key.of("nodes"));
    return root.with(key, new Yaml.Map(nodes, key.span()));
  }

  private static Yaml.Map withObjects(
      Yaml.Map root, String kind, String prefix, Configlets configlets) {
    Yaml.Map all = Trees.mapAt(root, kind);
    if (all.entries().isEmpty()) {
      return root;
    }
    SequencedMap<Key, Yaml> changed = new LinkedHashMap<>();
    all.entries()
        .forEach((name, object) ->
            changed.put(
                name,
                object instanceof Yaml.Map data ? named(name, data, prefix, configlets) : object));
    return root.with(root.key(kind).orElse(Key.of(kind)), new Yaml.Map(changed, all.span()));
  }

  /** A node or group with the names of its templates instead of their texts. */
  private static Yaml.Map named(Key name, Yaml.Map data, String prefix, Configlets configlets) {
    Optional<Key> key = data.key("config");
    Yaml.Map texts = Trees.mapAt(data, "config");
    if (key.isEmpty() || texts.entries().isEmpty()) {
      return data;
    }
    List<Yaml> names = new ArrayList<>();
    texts
        .entries()
        .forEach((template, text) -> {
          String unique = template.text().equals(INLINE) ? prefix + name.text() : template.text();
          configlets.add(new Key(unique, template.span()), text);
          names.add(Yaml.Scalar.of(unique, template.span()));
        });
    return data.with(key.get(), new Yaml.Seq(names, texts.span()));
  }

  private static Yaml.Map withTests(Yaml.Map root, Configlets configlets) {
    Yaml.Map tests = Trees.mapAt(root, "validate");
    if (tests.entries().isEmpty()) {
      return root;
    }
    SequencedMap<Key, Yaml> changed = new LinkedHashMap<>();
    tests
        .entries()
        .forEach((name, test) -> {
          Optional<Yaml> inline =
              test instanceof Yaml.Map data ? data.find("config", INLINE) : Optional.empty();
          if (inline.isEmpty() || !(test instanceof Yaml.Map data)) {
            changed.put(name, test);
            return;
          }
          Span at = inline.get().span();
          Key template = new Key("_v_" + name.text(), at);
          configlets.add(template, inline.get());
          Yaml.Map config =
              Trees.mapAt(data, "config")
                  .without(INLINE)
                  .with(new Key("template", at), Yaml.Scalar.of(template.text(), at));
          changed.put(name, data.with(new Key("config", at), config));
        });
    return root.with(
        root.key("validate").orElse(Key.of("validate")), new Yaml.Map(changed, tests.span()));
  }

  /** The entries of {@code files}. */
  private static final class FileList {
    private final Diagnostics diagnostics;
    private final List<Yaml> entries = new ArrayList<>();

    FileList(Diagnostics diagnostics) {
      this.diagnostics = diagnostics;
    }

    boolean isEmpty() {
      return entries.isEmpty();
    }

    Yaml yaml(Span span) {
      return new Yaml.Seq(entries, span);
    }

    void addWritten(Optional<Yaml> files) {
      if (files.orElse(Yaml.Scalar.of("", Span.NONE)) instanceof Yaml.Map map) {
        map.joined().entries().forEach(this::addText);
        return;
      }
      for (Yaml item : Trees.items(files)) {
        if (item instanceof Yaml.Map map) {
          Trees.scalarAt(map, "path")
              .ifPresent(path -> PathRules.check(path.text(), path.span(), diagnostics));
        }
        entries.add(item); // its keys and types are checked with all others
      }
    }

    private void addText(Key path, Yaml content) {
      if (content instanceof Yaml.Scalar text) {
        add(path, text);
      } else {
        diagnostics.error(
            Code.WRONG_TYPE,
            content.span(),
            "file `" + path.text() + "` is " + content.kind() + ", and should be a text",
            "write it as a block: `" + path.text() + ": |`");
      }
    }

    void add(Key path, Yaml.Scalar content) {
      PathRules.check(path.text(), path.span(), diagnostics);
      Span at = path.span();
      SequencedMap<Key, Yaml> entry = new LinkedHashMap<>();
      entry.put(new Key("path", at), Yaml.Scalar.of(path.text(), at));
      entry.put(new Key("content", at), content);
      entries.add(new Yaml.Map(entry, at));
    }
  }
}
