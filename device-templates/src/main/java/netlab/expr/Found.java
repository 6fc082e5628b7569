package netlab.expr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a regular expression found.
 *
 * @param groups the whole text first; {@link Nothing} for those that took no part
 * @param names numbers of the groups with names
 */
record Found(List<Object> groups, Map<String, Integer> names, long start, long end) {
  Object group(Object which) {
    return item(which).orElseThrow(() -> new Wrong("there is no group " + Values.brief(which)));
  }

  Optional<Object> item(Object which) {
    long at = which instanceof String name ? names.getOrDefault(name, -1) : Values.whole(which);
    return at >= 0 && at < groups.size() ? Optional.of(groups.get((int) at)) : Optional.empty();
  }

  Object method(String name, Args args) {
    return switch (name) {
      case "group" ->
          args.size() > 1
              ? new Tuple(args.positional().stream().map(this::group).toList())
              : group(args.get(0, "").orElse(0L));
      case "groups" -> new Tuple(groups.subList(1, groups.size()));
      case "groupdict" -> {
        Map<Object, Object> all = new LinkedHashMap<>();
        names.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .forEach(e -> all.put(e.getKey(), groups.get(e.getValue())));
        yield all;
      }
      case "start" -> start;
      case "end" -> end;
      case "span" -> Tuple.of(start, end);
      default -> throw new Wrong("a match has no method `" + name + "`");
    };
  }
}
