package netlab.provider;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines for {@code ip} that make of a running node with one file of them a node with another.
 *
 * @param lines the lines, in their order, each with its number in the new file
 * @param stays lines of the old file that nothing is known to take back
 */
public record IpDifference(List<FrrDifference.Line> lines, List<String> stays) {
  private static final Pattern MADE = Pattern.compile("link add (?:.* )?name (\\S+).*");
  private static final Pattern ADDRESS =
      Pattern.compile("address (?:replace|add) (\\S+(?: peer \\S+)?) dev (\\S+).*");
  private static final Pattern ROUTE =
      Pattern.compile("((?:-[46] )?)route (?:replace|add) ((?:blackhole )?\\S+.*)");
  private static final Pattern MTU = Pattern.compile("link set dev (\\S+) mtu \\d+");
  private static final Pattern DOWN = Pattern.compile("link set dev (\\S+) down");

  public IpDifference {
    lines = List.copyOf(lines);
    stays = List.copyOf(stays);
  }

  /** The difference between two files. */
  public static IpDifference of(String before, String after) {
    List<String> old = lines(before);
    List<String> fresh = after.lines().map(String::strip).toList();
    Set<String> kept = new HashSet<>(fresh);
    Set<String> gone = new HashSet<>();
    List<String> undo = new ArrayList<>();
    List<String> stays = new ArrayList<>();
    for (String line : old) {
      Matcher made = MADE.matcher(line);
      if (!kept.contains(line) && made.matches()) {
        gone.add(made.group(1));
        undo.add("link del " + made.group(1));
      }
    }
    for (String line : old) {
      if (!kept.contains(line) && !isOf(gone, line)) {
        inverse(line).ifPresentOrElse(undo::add, () -> stays.add(line));
      }
    }
    Collections.reverse(undo);
    List<FrrDifference.Line> all = new ArrayList<>();
    undo.forEach(line -> all.add(new FrrDifference.Line(line, OptionalInt.empty())));
    Set<String> had = new HashSet<>(old);
    for (int i = 0; i < fresh.size(); i++) {
      String line = fresh.get(i);
      // What is made anew needs all that is said of it.
      if (isLine(line) && (!had.contains(line) || isOf(gone, line))) {
        all.add(new FrrDifference.Line(line, OptionalInt.of(i + 1)));
      }
    }
    return new IpDifference(all, stays);
  }

  /** What is to be given to {@code ip -batch}. */
  public String text() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()).append('\n'));
    return text.toString();
  }

  private static boolean isOf(Set<String> devices, String line) {
    return List.of(line.split("\\s+")).stream().anyMatch(devices::contains);
  }

  private static Optional<String> inverse(String line) {
    Matcher address = ADDRESS.matcher(line);
    if (address.matches()) {
      return Optional.of("address del " + address.group(1) + " dev " + address.group(2));
    }
    Matcher route = ROUTE.matcher(line);
    if (route.matches()) {
      return Optional.of(route.group(1) + "route del " + route.group(2));
    }
    Matcher mtu = MTU.matcher(line);
    if (mtu.matches()) {
      return Optional.of("link set dev " + mtu.group(1) + " mtu 1500");
    }
    Matcher down = DOWN.matcher(line);
    return down.matches() ? Optional.of("link set dev " + down.group(1) + " up") : Optional.empty();
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(IpDifference::isLine).toList();
  }

  private static boolean isLine(String text) {
    return !text.isEmpty() && !text.startsWith("#");
  }
}
