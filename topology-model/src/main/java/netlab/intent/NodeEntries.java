package netlab.intent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.source.Key;
import netlab.source.Yaml;

/** Reads the two forms of a list of nodes. */
final class NodeEntries {
  private final Diagnostics diagnostics;

  NodeEntries(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Names with their attributes, in the order of the file; without what is wrong. */
  SequencedMap<Key, Yaml.Map> read(Optional<Yaml> nodes) {
    List<Entry> entries = new ArrayList<>();
    if (nodes.isPresent() && nodes.get() instanceof Yaml.Map map) {
      map.entries().forEach((key, value) -> add(entries, key, value));
    } else if (nodes.isPresent() && nodes.get() instanceof Yaml.Seq seq) {
      seq.items().forEach(item -> fromList(entries, item));
    } else if (nodes.isPresent() && !Trees.isNull(nodes.get())) {
      diagnostics.error(
          Code.WRONG_TYPE,
          nodes.get().span(),
          "`nodes` must be a mapping or a list, not " + nodes.get().kind());
      return new LinkedHashMap<>();
    }
    return unique(entries);
  }

  private record Entry(Key name, Yaml.Map data) {}

  /** Reports a lab without nodes. */
  void none(Optional<Yaml> nodes, Span file) {
    Span start = new Span(file.file(), file.line(), file.column(), file.line(), file.column() + 1);
    diagnostics.error(
        Code.NO_NODES,
        nodes.map(Yaml::span).filter(Span::known).orElse(start),
        "the lab has no nodes",
        "list them under `nodes`: nodes: [ r1, r2 ]");
  }

  private void fromList(List<Entry> entries, Yaml item) {
    if (item instanceof Yaml.Scalar s && !s.isNull()) {
      entries.add(new Entry(new Key(s.text(), s.span()), Yaml.Map.empty(s.span())));
      return;
    }
    Optional<Yaml.Scalar> name =
        item instanceof Yaml.Map map ? Trees.scalarAt(map, "name") : Optional.empty();
    if (name.isPresent() && item instanceof Yaml.Map map) {
      entries.add(new Entry(new Key(name.get().text(), name.get().span()), map));
      return;
    }
    Optional<Key> only =
        item instanceof Yaml.Map map && map.entries().size() == 1
            ? Optional.of(map.entries().firstEntry().getKey())
            : Optional.empty();
    diagnostics.report(
        Severity.ERROR,
        Code.MISSING_VALUE,
        only.map(Key::span).orElse(item.span()),
        "a node in a list needs a `name`",
        only.map(k -> "write `- " + k.text() + "` without a colon, or `- name: " + k.text() + "`"),
        List.of());
  }

  private void add(List<Entry> entries, Key key, Yaml value) {
    if (value instanceof Yaml.Map map) {
      entries.add(new Entry(key, map));
    } else if (Trees.isNull(value)) {
      entries.add(new Entry(key, Yaml.Map.empty(key.span())));
    } else {
      diagnostics.error(
          Code.WRONG_TYPE,
          value.span(),
          "node `" + key.text() + "` must be a mapping of attributes, not " + value.kind());
      entries.add(new Entry(key, Yaml.Map.empty(key.span())));
    }
  }

  private SequencedMap<Key, Yaml.Map> unique(List<Entry> entries) {
    SequencedMap<Key, Yaml.Map> nodes = new LinkedHashMap<>();
    Map<String, Span> places = new HashMap<>();
    for (Entry entry : entries) {
      Span first = places.putIfAbsent(entry.name.text(), entry.name.span());
      if (first == null) {
        nodes.put(entry.name, entry.data);
      } else {
        diagnostics.report(
            Severity.ERROR,
            Code.DUPLICATE_NODE,
            entry.name.span(),
            "node `" + entry.name.text() + "` is listed twice",
            Optional.empty(),
            List.of(new Note("first listed here", first)));
      }
    }
    return nodes;
  }
}
