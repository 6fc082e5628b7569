package netlab.provider;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines that make of a running FRR router with one configuration a router with another.
 *
 * <p>What is gone is taken back with {@code no}, last line first, so that a neighbor loses its
 * properties before it goes itself. Contexts that FRR does not let go of, such as interfaces and
 * address families, are emptied line by line.
 *
 * @param lines the lines, in the order to be typed
 * @param added how many lines of the new configuration are among them because they are new
 * @param removed how many lines of the old one are taken back
 */
public record FrrDifference(List<Line> lines, int added, int removed) {
  /**
   * A line to be typed.
   *
   * @param number of the line in the new configuration that it is; empty for what takes back
   */
  public record Line(String text, OptionalInt number) {}

  /** What opens a context at the top of a configuration, whether anything is in it or not. */
  private static final Pattern CONTEXT =
      Pattern.compile(
          "(interface|router|vrf|route-map|key chain|line|nexthop-group|pbr-map|pseudowire|l2vpn"
              + "|evpn mh) .*|segment-routing|mpls ldp|bfd|rpki( .*)?|router (ospf6?|rip|ripng|babel)");

  /** What opens one within another. */
  private static final Pattern INNER = Pattern.compile("(address-family|vni|vnc) .*");

  private static final Pattern END = Pattern.compile("exit(-[a-z-]+)?|end");

  /** A context that goes with one {@code no}, and all within it. */
  private static final Pattern REMOVABLE =
      Pattern.compile(
          "(router|route-map|key chain|key|peer|profile|vni|locator) .*|mpls ldp|router \\w+");

  /** A line with which a neighbor of BGP comes and goes, whatever else is said of it. */
  private static final Pattern NEIGHBOR =
      Pattern.compile("neighbor (\\S+) (remote-as|interface|peer-group).*");

  private static final Pattern OF_NEIGHBOR = Pattern.compile("(?:no )?neighbor (\\S+) .*");
  private static final String NO = "no ";

  public FrrDifference {
    lines = List.copyOf(lines);
  }

  /** What is to be typed. */
  public String text() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()).append('\n'));
    return text.toString();
  }

  /** The difference between two configurations. */
  public static FrrDifference of(String before, String after) {
    return new Maker(parse(before), parse(after)).make();
  }

  /** The lines of each context with their numbers; contexts in the order of their begin. */
  private record Config(SequencedMap<List<String>, SequencedMap<String, Integer>> contexts) {
    SequencedMap<String, Integer> lines(List<String> path) {
      return contexts.getOrDefault(path, new LinkedHashMap<>());
    }

    boolean has(List<String> path, String line) {
      return lines(path).containsKey(line);
    }
  }

  private static Config parse(String text) {
    List<String> lines = text.lines().toList();
    SequencedMap<List<String>, SequencedMap<String, Integer>> all = new LinkedHashMap<>();
    List<String> path = new ArrayList<>();
    all.put(List.of(), new LinkedHashMap<>());
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("!") || line.startsWith("#")) {
        continue;
      }
      if (END.matcher(line).matches()) {
        if (!path.isEmpty()) {
          path.removeLast();
        }
        continue;
      }
      boolean top = indent(lines.get(i)) == 0 && CONTEXT.matcher(line).matches();
      if (top) {
        path.clear();
      }
      all.computeIfAbsent(List.copyOf(path), p -> new LinkedHashMap<>()).putIfAbsent(line, i + 1);
      boolean inner = !path.isEmpty() && INNER.matcher(line).matches();
      if (top || inner || hasDeeper(lines, i)) {
        path.add(line);
        all.computeIfAbsent(List.copyOf(path), p -> new LinkedHashMap<>());
      }
    }
    return new Config(all);
  }

  private static boolean hasDeeper(List<String> lines, int index) {
    for (String next : lines.subList(index + 1, lines.size())) {
      String text = next.strip();
      if (!text.isEmpty() && !text.startsWith("!")) {
        return indent(next) > indent(lines.get(index)) && !END.matcher(text).matches();
      }
    }
    return false;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static final class Maker {
    private final Config before;
    private final Config after;
    private final List<Line> lines = new ArrayList<>();

    /** The neighbors that are taken back, by the context: what is left of them goes with them. */
    private final SequencedMap<List<String>, Set<String>> shaken = new LinkedHashMap<>();

    private int removed;
    private int added;

    Maker(Config before, Config after) {
      this.before = before;
      this.after = after;
    }

    FrrDifference make() {
      List<List<String>> paths = new ArrayList<>(before.contexts().keySet());
      Collections.reverse(paths);
      for (List<String> path : paths) {
        if (!goesWithAnother(path)) {
          remove(path);
        }
      }
      for (List<String> path : after.contexts().keySet()) {
        add(path);
      }
      return new FrrDifference(lines, added, removed);
    }

    /** True when a context around it is taken back as a whole. */
    private boolean goesWithAnother(List<String> path) {
      for (int depth = 1; depth <= path.size(); depth++) {
        String name = path.get(depth - 1);
        if (REMOVABLE.matcher(name).matches()
            && !after.contexts().containsKey(path.subList(0, depth))) {
          return true;
        }
      }
      return false;
    }

    private void remove(List<String> path) {
      List<String> gone =
          new ArrayList<>(
              before.lines(path).keySet().stream()
                  .filter(line -> !after.has(path, line) && isTakenBack(path, line))
                  .toList());
      Collections.reverse(gone);
      for (String line : gone) {
        Matcher neighbor = NEIGHBOR.matcher(line);
        if (neighbor.matches()) {
          shaken.computeIfAbsent(path, p -> new HashSet<>()).add(neighbor.group(1));
        }
      }
      removed += gone.size();
      within(
          path,
          gone.stream()
              .map(line ->
                  new Line(
                      line.startsWith(NO) ? line.substring(NO.length()) : NO + line,
                      OptionalInt.empty()))
              .toList());
    }

    /** A context that FRR keeps is emptied, and stays; what FRR writes by itself stays, too. */
    private boolean isTakenBack(List<String> path, String line) {
      List<String> inner = new ArrayList<>(path);
      inner.add(line);
      boolean context = before.contexts().containsKey(inner);
      return (!context || REMOVABLE.matcher(line).matches())
          && !(path.isEmpty() && line.startsWith("frr "));
    }

    private void add(List<String> path) {
      Predicate<String> shaky =
          line -> {
            Matcher own = OF_NEIGHBOR.matcher(line);
            return own.matches() && isShaken(path, own.group(1));
          };
      SequencedMap<Integer, Line> fresh = new TreeMap<>();
      after
          .lines(path)
          .forEach((line, number) -> {
            List<String> inner = new ArrayList<>(path);
            inner.add(line);
            boolean isNew = !before.has(path, line);
            if (after.contexts().containsKey(inner)) {
              // Opened when its lines are typed; but an empty one is there by being opened.
              if (isNew && isBare(inner)) {
                fresh.put(number, new Line(line, OptionalInt.of(number)));
                fresh.put(number + 1, new Line("exit", OptionalInt.empty()));
              }
            } else if (isNew || shaky.test(line)) {
              fresh.put(number, new Line(line, OptionalInt.of(number)));
            }
            added += isNew ? 1 : 0;
          });
      within(path, List.copyOf(fresh.values()));
    }

    private boolean isBare(List<String> path) {
      return after.lines(path).isEmpty();
    }

    private boolean isShaken(List<String> path, String neighbor) {
      for (int depth = path.size(); depth > 0; depth--) {
        if (shaken.getOrDefault(path.subList(0, depth), Set.of()).contains(neighbor)) {
          return true;
        }
      }
      return false;
    }

    private void within(List<String> path, List<Line> inside) {
      if (inside.isEmpty()) {
        return;
      }
      for (int depth = 0; depth < path.size(); depth++) {
        Integer number = after.lines(path.subList(0, depth)).get(path.get(depth));
        lines.add(
            new Line(
                path.get(depth), number == null ? OptionalInt.empty() : OptionalInt.of(number)));
      }
      lines.addAll(inside);
      path.forEach(name -> lines.add(new Line("exit", OptionalInt.empty())));
    }
  }
}
