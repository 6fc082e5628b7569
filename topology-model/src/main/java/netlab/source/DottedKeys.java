package netlab.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Span;

/**
 * Turns the entries of one mapping into nested mappings: {@code bgp.as: 1} and {@code bgp: {rr:
 * true}} become one {@code bgp}. Keys with a slash and keys with an empty part stay whole.
 */
final class DottedKeys {
  /** A value under construction. */
  private sealed interface Part {}

  private record Leaf(Yaml value) implements Part {}

  private record Branch(SequencedMap<String, Slot> slots, Span span) implements Part {
    static Branch at(Span span) {
      return new Branch(new LinkedHashMap<>(), span);
    }

    static Branch of(Yaml.Map map, boolean merged) {
      Branch branch = at(map.span());
      map.entries()
          .forEach(
              (key, value) -> branch.slots.put(key.text(), new Slot(key, new Leaf(value), merged)));
      return branch;
    }

    Yaml.Map freeze() {
      SequencedMap<Key, Yaml> entries = new LinkedHashMap<>();
      for (Slot slot : slots.values()) {
        entries.put(
            slot.key,
            switch (slot.part) {
              case Leaf leaf -> leaf.value;
              case Branch branch -> branch.freeze();
            });
      }
      return new Yaml.Map(entries, span);
    }
  }

  private record Slot(Key key, Part part, boolean merged) {}

  private final Diagnostics diagnostics;

  DottedKeys(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The parts of a key without quotes, each with its own place. */
  static List<Key> parts(Key key) {
    return parts(key, 0);
  }

  /**
   * The parts of a key, each with its own place; the key itself when it has no parts.
   *
   * @param quotes how many characters the source has before the text
   */
  static List<Key> parts(Key key, int quotes) {
    String text = key.text();
    boolean whole =
        text.indexOf('.') < 0
            || text.indexOf('/') >= 0
            || text.startsWith(".")
            || text.endsWith(".")
            || text.contains("..");
    if (whole) {
      return List.of(key);
    }
    Span span = key.span();
    // With escapes or line breaks inside, no column of a part can be told.
    boolean asWritten =
        span.line() == span.endLine()
            && span.endColumn() - span.column() == text.length() + 2 * quotes;
    List<Key> parts = new ArrayList<>();
    int column = span.column() + quotes;
    for (String part : text.split("\\.")) {
      int end = column + part.length();
      parts.add(
          new Key(
              part,
              asWritten ? new Span(span.file(), span.line(), column, span.line(), end) : span));
      column = end + 1;
    }
    return List.copyOf(parts);
  }

  /** The nested form of a mapping. Conflicts are reported and the first entry stays. */
  Yaml.Map nest(List<Entry> entries, Span span) {
    Branch root = Branch.at(span);
    for (Entry entry : entries) {
      put(root, entry.path(), entry);
    }
    return root.freeze();
  }

  private void put(Branch root, List<Key> path, Entry entry) {
    Branch branch = root;
    for (Key key : path.subList(0, path.size() - 1)) {
      Optional<Branch> next = descend(branch, key, path, entry);
      if (next.isEmpty()) {
        return;
      }
      branch = next.get();
    }
    set(branch, path.getLast(), entry.value(), entry.merged(), text(path));
  }

  /** The mapping under a key, made when it is not there; empty when something else is there. */
  private Optional<Branch> descend(Branch branch, Key key, List<Key> path, Entry entry) {
    Slot slot = branch.slots.get(key.text());
    if (slot != null && slot.part instanceof Branch child) {
      return Optional.of(child);
    }
    if (slot != null && slot.part instanceof Leaf(Yaml.Map map)) {
      Branch child = Branch.of(map, slot.merged);
      branch.slots.put(key.text(), new Slot(slot.key, child, slot.merged && entry.merged()));
      return Optional.of(child);
    }
    if (slot == null || isNull(slot.part) || (slot.merged && !entry.merged())) {
      Branch child = Branch.at(key.span().until(entry.value().span()));
      branch.slots.put(key.text(), new Slot(key, child, entry.merged()));
      return Optional.of(child);
    }
    if (slot.merged || !entry.merged()) {
      mixed(text(path.subList(0, path.indexOf(key) + 1)), key.span(), slot.key.span());
    }
    return Optional.empty();
  }

  private void set(Branch branch, Key key, Yaml value, boolean merged, String path) {
    Slot slot = branch.slots.get(key.text());
    boolean explicitOverMerged = slot != null && slot.merged && !merged;
    if (slot == null || isNull(slot.part)) {
      branch.slots.put(key.text(), new Slot(key, new Leaf(value), merged));
    } else if (isMap(slot.part) && value instanceof Yaml.Map map) {
      Branch child = asBranch(slot);
      branch.slots.put(key.text(), new Slot(slot.key, child, slot.merged && merged));
      map.entries().forEach((k, v) -> set(child, k, v, merged, path + "." + k.text()));
    } else if (isNull(new Leaf(value))) {
      return; // `bgp:` beside `bgp.as: 1` adds nothing.
    } else if (explicitOverMerged) {
      branch.slots.put(key.text(), new Slot(key, new Leaf(value), false));
    } else if (slot.merged || !merged) {
      if (isMap(slot.part) == value instanceof Yaml.Map) {
        duplicate(diagnostics, path, key.span(), slot.key.span());
      } else {
        mixed(path, key.span(), slot.key.span());
      }
    }
  }

  private static Branch asBranch(Slot slot) {
    return switch (slot.part) {
      case Branch branch -> branch;
      case Leaf(Yaml.Map map) -> Branch.of(map, slot.merged);
      case Leaf leaf -> throw new IllegalStateException("not a mapping: " + leaf);
    };
  }

  private static boolean isMap(Part part) {
    return part instanceof Branch || part instanceof Leaf(Yaml.Map map);
  }

  private static boolean isNull(Part part) {
    return part instanceof Leaf(Yaml.Scalar scalar) && scalar.isNull();
  }

  private static String text(List<Key> path) {
    return String.join(".", path.stream().map(Key::text).toList());
  }

  static void duplicate(Diagnostics diagnostics, String path, Span at, Span first) {
    diagnostics.report(
        Severity.ERROR,
        Code.DUPLICATE_KEY,
        at,
        "duplicate key `" + path + "`",
        Optional.of("keep one of them, or join their values under one key"),
        List.of(new Note("it is here for the first time", first)));
  }

  private void mixed(String path, Span at, Span other) {
    diagnostics.report(
        Severity.ERROR,
        Code.KEY_CONFLICT,
        at,
        "`" + path + "` is a mapping in one place and a single value in another",
        Optional.of("put the single value under a key of the mapping, or remove it"),
        List.of(new Note("the other place", other)));
  }
}
