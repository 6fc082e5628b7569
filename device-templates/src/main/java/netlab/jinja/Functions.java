package netlab.jinja;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions a template has. */
final class Functions {
  private static final long LONGEST_RANGE = 100_000;

  private Functions() {}

  static Object call(String name, List<Object> positional, Map<String, Object> named) {
    return switch (name) {
      case "range" -> range(positional);
      case "namespace" -> new Namespace(named);
      case "dict" -> new LinkedHashMap<Object, Object>(named);
      case "lookup", "query", "q" ->
          throw new Wrong(
              Wrong.NOWHERE,
              "`" + name + "` would reach outside of the lab",
              "write what it brings into the lab, as an attribute of a node");
      default ->
          throw new Wrong(
              Wrong.NOWHERE,
              "there is no function `" + name + "`",
              "functions: range, namespace, dict, and the macros of the template");
    };
  }

  private static Items range(List<Object> bounds) {
    if (bounds.isEmpty() || bounds.size() > 3) {
      throw new Wrong("range takes one to three numbers");
    }
    long from = bounds.size() == 1 ? 0 : Values.whole(bounds.get(0));
    long to = Values.whole(bounds.get(bounds.size() == 1 ? 0 : 1));
    long step = bounds.size() == 3 ? Values.whole(bounds.get(2)) : 1;
    if (step == 0 || Math.abs((double) to - from) / Math.abs(step) > LONGEST_RANGE) {
      throw new Wrong("range gives more than " + LONGEST_RANGE + " numbers");
    }
    var numbers = new Items();
    for (long i = from; step > 0 ? i < to : i > to; i += step) {
      numbers.add(i);
    }
    return numbers;
  }
}
