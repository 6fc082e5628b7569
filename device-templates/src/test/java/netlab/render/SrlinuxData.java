package netlab.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The data that {@code set / ...} lines of SR Linux's CLI make, as XML of RFC 7950. A line names
 * data nodes one after the other; after a list come the values of its keys, all but the first with
 * their names; after a leaf comes its value.
 */
final class SrlinuxData {
  /**
   * What is there: a node of the tree and, for leaves, values; lists have an entry for each key.
   */
  private record Item(YangTree.Node node, List<String> values, SequencedMap<String, Item> below) {}

  private final YangTree tree;
  private final Item root;

  SrlinuxData(YangTree tree) {
    this.tree = tree;
    this.root = item(tree.root());
  }

  private static Item item(YangTree.Node node) {
    return new Item(node, new ArrayList<>(), new LinkedHashMap<>());
  }

  /** Takes a line; what is wrong with it, or empty. */
  Optional<String> set(List<String> line) {
    Deque<String> words = new ArrayDeque<>(line);
    if (!"set".equals(words.poll()) || !"/".equals(words.poll())) {
      return Optional.of("is no `set /`");
    }
    Item at = root;
    while (!words.isEmpty()) {
      String word = words.poll();
      YangTree.Node node = at.node().children().get(word);
      if (node == null) {
        return Optional.of("there is no `" + word + "` in `" + at.node().name() + "`");
      }
      switch (node.kind()) {
        case "leaf", "leaf-list" -> {
          return leaf(at, node, words);
        }
        case "list" -> {
          Optional<Item> entry = entry(at, node, words);
          if (entry.isEmpty()) {
            return Optional.of("list `" + word + "` needs " + node.keys());
          }
          at = entry.get();
        }
        default -> at = at.below().computeIfAbsent(word, w -> item(node));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> leaf(Item at, YangTree.Node node, Deque<String> words) {
    List<String> values = new ArrayList<>(words);
    if (node.kind().equals("leaf-list") && values.size() > 2 && values.getFirst().equals("[")) {
      values = values.subList(1, values.size() - 1);
    } else if (node.name().equals("primary") && values.isEmpty()) {
      values = List.of(""); // of type empty
    }
    if (values.isEmpty() || (node.kind().equals("leaf") && values.size() != 1)) {
      return Optional.of("`" + node.name() + "` takes one value");
    }
    at.below().put(node.name(), new Item(node, List.copyOf(values), new LinkedHashMap<>()));
    return Optional.empty();
  }

  private static Optional<Item> entry(Item at, YangTree.Node node, Deque<String> words) {
    SequencedMap<String, String> keys = new LinkedHashMap<>();
    for (String key : node.keys()) {
      if (!keys.isEmpty() && !key.equals(words.poll())) {
        return Optional.empty();
      }
      String value = words.poll();
      if (value == null) {
        return Optional.empty();
      }
      keys.put(key, value);
    }
    Item entry = at.below().computeIfAbsent(node.name() + keys, k -> item(node));
    keys.forEach((key, value) ->
        entry
            .below()
            .putIfAbsent(
                key,
                new Item(
                    Objects.requireNonNull(node.children().get(key)),
                    List.of(value),
                    new LinkedHashMap<>())));
    return Optional.of(entry);
  }

  /** All of it as XML. */
  String xml() {
    var xml = new StringBuilder();
    root.below().values().forEach(item -> write(item, "", xml));
    return xml.toString();
  }

  private void write(Item item, String around, StringBuilder xml) {
    YangTree.Node node = item.node();
    String start = "<" + node.name();
    if (!node.module().equals(around)) {
      start += " xmlns=\"" + tree.namespace(node.module()) + "\"";
    }
    if (node.kind().startsWith("leaf")) {
      for (String value : item.values()) {
        Optional<String> module = tree.moduleOfIdentity(value, node);
        String prefix = module.map(m -> " xmlns:i=\"" + tree.namespace(m) + "\"").orElse("");
        xml.append(start).append(prefix).append('>');
        xml.append(module.isPresent() ? "i:" : "").append(escape(value));
        xml.append("</").append(node.name()).append(">\n");
      }
      return;
    }
    xml.append(start).append(">\n");
    for (Map.Entry<String, Item> e : item.below().entrySet()) {
      write(e.getValue(), node.module(), xml);
    }
    xml.append("</").append(node.name()).append(">\n");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
