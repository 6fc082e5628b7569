package netlab.plugin.bgplabs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.source.Key;
import netlab.source.Yaml;

/**
 * A path into a lab file: keys, and places in lists from 0: {@code links[0].interfaces[1].bgp}.
 *
 * @param steps keys as texts, places as numbers
 */
record TreePath(List<Object> steps) {
  private static final Pattern STEP = Pattern.compile("\\[(\\d{1,6})\\]|([^.\\[\\]]+)");

  TreePath {
    steps = List.copyOf(steps);
  }

  static TreePath of(String text) {
    var steps = new ArrayList<Object>();
    Matcher step = STEP.matcher(text);
    while (step.find()) {
      String place = step.group(1);
      steps.add(place == null ? step.group(2) : Integer.valueOf(place));
    }
    return new TreePath(steps);
  }

  /** The tree with another value at the end of the path, or without one; as it is off the path. */
  Yaml changed(Yaml tree, Optional<Yaml> value) {
    return steps.isEmpty() ? tree : changed(tree, 0, value).orElse(tree);
  }

  private Optional<Yaml> changed(Yaml tree, int depth, Optional<Yaml> value) {
    if (depth == steps.size()) {
      return value;
    }
    return Optional.of(
        switch (steps.get(depth)) {
          case String key when tree instanceof Yaml.Map map -> inMap(map, key, depth, value);
          case Integer place when tree instanceof Yaml.Seq seq -> inList(seq, place, depth, value);
          default -> tree;
        });
  }

  private Yaml inMap(Yaml.Map map, String key, int depth, Optional<Yaml> value) {
    Optional<Yaml> inner = map.get(key);
    boolean last = depth + 1 == steps.size();
    if (inner.isEmpty() && (!last || value.isEmpty())) {
      return map;
    }
    Optional<Yaml> now = last ? value : changed(inner.orElseThrow(), depth + 1, value);
    return now.isEmpty()
        ? map.without(key)
        : map.with(map.key(key).orElseGet(() -> new Key(key, now.get().span())), now.get());
  }

  private Yaml inList(Yaml.Seq seq, int place, int depth, Optional<Yaml> value) {
    if (place >= seq.items().size()) {
      return seq;
    }
    var items = new ArrayList<>(seq.items());
    Optional<Yaml> now = changed(items.get(place), depth + 1, value);
    if (now.isPresent()) {
      items.set(place, now.get());
    } else {
      items.remove(place);
    }
    return new Yaml.Seq(items, seq.span());
  }
}
