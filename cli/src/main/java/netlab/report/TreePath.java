package netlab.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.diag.Suggest;

/**
 * A way into a plain tree: {@code nodes.r1.bgp.neighbors[0].as}. Steps are keys, positions {@code
 * [0]} and {@code [-1]}, conditions {@code [name=r2]}, and {@code *} or {@code [*]} for everything
 * at once.
 */
public final class TreePath {
  private static final Pattern STEP =
      Pattern.compile("\\[(?<index>[^\\]]*)\\]|(?<key>[^.\\[\\]]+)|(?<dot>\\.)");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

  private sealed interface Step {
    record Key(String name) implements Step {}

    record Position(int at) implements Step {}

    record Condition(String field, String value) implements Step {}

    record All() implements Step {}
  }

  /** What a path leads to, or why it leads nowhere. */
  public sealed interface Found {
    /** There is something. */
    record Value(Object tree) implements Found {}

    /** There is nothing; the message says up to where there was. */
    record Nothing(String why) implements Found {}
  }

  private final List<Step> steps;

  private TreePath(List<Step> steps) {
    this.steps = List.copyOf(steps);
  }

  /** Reads a path; empty when it is not one. */
  public static Optional<TreePath> parse(String text) {
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(text);
    int end = 0;
    boolean wantsKey = true;
    while (end < text.length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        return Optional.empty();
      }
      end = matcher.end();
      if (matcher.group("dot") != null) {
        if (wantsKey) {
          return Optional.empty();
        }
        wantsKey = true;
        continue;
      }
      String key = matcher.group("key");
      if (key != null && !wantsKey) {
        return Optional.empty();
      }
      Optional<Step> step = key == null ? bracket(matcher.group("index")) : Optional.of(key(key));
      if (step.isEmpty()) {
        return Optional.empty();
      }
      steps.add(step.get());
      wantsKey = false;
    }
    return wantsKey && !steps.isEmpty() ? Optional.empty() : Optional.of(new TreePath(steps));
  }

  private static Step key(String key) {
    return key.equals("*") ? new Step.All() : new Step.Key(key);
  }

  private static Optional<Step> bracket(String text) {
    int equals = text.indexOf('=');
    if (text.equals("*")) {
      return Optional.of(new Step.All());
    }
    if (NUMBER.matcher(text).matches()) {
      return Optional.of(new Step.Position(Integer.parseInt(text)));
    }
    return equals > 0
        ? Optional.of(new Step.Condition(text.substring(0, equals), text.substring(equals + 1)))
        : Optional.empty();
  }

  /** Goes the way from the root of a tree. */
  public Found in(Object tree) {
    return go(tree, 0, "");
  }

  private Found go(Object tree, int at, String walked) {
    if (at == steps.size()) {
      return new Found.Value(tree);
    }
    return switch (steps.get(at)) {
      case Step.Key(String name) -> key(tree, name, at, walked);
      case Step.Position(int index) -> position(tree, index, at, walked);
      case Step.Condition(String field, String value) -> condition(tree, field, value, at, walked);
      case Step.All() -> all(tree, at, walked);
    };
  }

  private Found key(Object tree, String name, int at, String walked) {
    if (!(tree instanceof Map<?, ?> map)) {
      return new Found.Nothing(
          here(walked) + " is " + kind(tree) + " and has no `" + name + "`" + indexHint(tree));
    }
    Object value = map.get(name);
    if (value == null) {
      List<String> names = map.keySet().stream().map(Object::toString).toList();
      String near = Suggest.hint(name, names).map(hint -> "; " + hint).orElse("");
      return new Found.Nothing(
          here(walked)
              + " has no `"
              + name
              + "`"
              + near
              + list(near.isEmpty() ? names : List.of()));
    }
    return go(value, at + 1, walked.isEmpty() ? name : walked + "." + name);
  }

  private Found position(Object tree, int index, int at, String walked) {
    if (!(tree instanceof List<?> items)) {
      return new Found.Nothing(here(walked) + " is " + kind(tree) + ", not a list");
    }
    int from = index < 0 ? items.size() + index : index;
    if (from < 0 || from >= items.size()) {
      return new Found.Nothing(here(walked) + " has " + items.size() + " items, counted from 0");
    }
    return go(items.get(from), at + 1, walked + "[" + index + "]");
  }

  private Found condition(Object tree, String field, String value, int at, String walked) {
    Collection<?> items =
        switch (tree) {
          case Map<?, ?> map -> map.values();
          case Collection<?> list -> list;
          default -> List.of();
        };
    List<Object> found = new ArrayList<>();
    for (Object item : items) {
      if (item instanceof Map<?, ?> map && value.equals(String.valueOf(map.get(field)))) {
        found.add(item);
      }
    }
    if (found.isEmpty()) {
      return new Found.Nothing("nothing in " + here(walked) + " has " + field + "=" + value);
    }
    String now = walked + "[" + field + "=" + value + "]";
    return found.size() == 1 ? go(found.getFirst(), at + 1, now) : all(found, at, now);
  }

  /** Everything at once; what the rest of the way does not lead to is left out. */
  private Found all(Object tree, int at, String walked) {
    return switch (tree) {
      case Map<?, ?> map -> {
        SequencedMap<String, Object> found = new LinkedHashMap<>();
        map.forEach((key, value) -> {
          if (go(value, at + 1, walked + "." + key) instanceof Found.Value(Object v)) {
            found.put(key.toString(), v);
          }
        });
        yield new Found.Value(found);
      }
      case Collection<?> items -> {
        List<Object> found = new ArrayList<>();
        for (Object item : items) {
          if (go(item, at + 1, walked + "[*]") instanceof Found.Value(Object v)) {
            found.add(v);
          }
        }
        yield new Found.Value(found);
      }
      default -> new Found.Nothing(here(walked) + " is " + kind(tree) + " and has nothing in it");
    };
  }

  private static String here(String walked) {
    return walked.isEmpty() ? "the lab" : "`" + walked + "`";
  }

  private static String kind(Object tree) {
    return switch (tree) {
      case Map<?, ?> map -> "a map";
      case Collection<?> items -> "a list";
      default -> "the value `" + tree + "`";
    };
  }

  private static String indexHint(Object tree) {
    return tree instanceof Collection ? "; try `[0]` or `[*]`" : "";
  }

  private static String list(List<String> names) {
    return names.isEmpty() || names.size() > 40 ? "" : "; there is " + String.join(", ", names);
  }
}
