package netlab.validate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which commands of a lab file may run where a node is not more than a network namespace: files and
 * processes are those of this machine there, and a lab file must not get at them.
 */
final class HostPrograms {
  /**
   * They look at the network or send packets, and have no option that writes or starts anything.
   */
  private static final Set<String> PROGRAMS =
      Set.of("arping", "ping", "ping6", "traceroute", "traceroute6", "tracepath", "ip");

  private static final Set<String> IP_OBJECTS =
      Set.of(
          "a",
          "addr",
          "address",
          "l",
          "link",
          "n",
          "neigh",
          "neighbor",
          "r",
          "ro",
          "route",
          "rule");

  private static final Set<String> IP_FORBIDDEN =
      Set.of("netns", "exec", "xdp", "object", "save", "restore");

  private static final Pattern IP_OPTION =
      Pattern.compile("-(4|6|d|details|s|stats|j|json|p|pretty|br|brief|o)");

  /**
   * Commands of routers that only tell or repeat something; others can write files or start a
   * shell.
   */
  private static final Set<String> ROUTER = Set.of("show", "clear", "ping", "traceroute");

  private HostPrograms() {}

  /** Why a program must not run; empty when it may. */
  static Optional<String> refusal(String command) {
    List<String> words = Arrays.asList(command.strip().split("\\s+", -1));
    String program = words.getFirst();
    if (!PROGRAMS.contains(program)) {
      return refused(
          program, "tests may run " + String.join(", ", PROGRAMS.stream().sorted().toList()));
    }
    return program.equals("ip") ? ofIp(words.subList(1, words.size())) : Optional.empty();
  }

  private static Optional<String> ofIp(List<String> words) {
    Optional<String> object =
        words.stream().filter(w -> !IP_OPTION.matcher(w).matches()).findFirst();
    boolean good =
        object.filter(IP_OBJECTS::contains).isPresent()
            && words.stream().noneMatch(IP_FORBIDDEN::contains)
            // An option behind the object could be one that reads a file.
            && words.stream().noneMatch(w -> w.startsWith("-b") && !IP_OPTION.matcher(w).matches());
    return good
        ? Optional.empty()
        : refused(
            "ip " + String.join(" ", words),
            "tests may use ip with addr, link, neigh, route, rule");
  }

  /** Why a router's command must not run; empty when it may. */
  static Optional<String> routerRefusal(String command) {
    String first = command.strip().split("\\s+", 2)[0];
    boolean good = ROUTER.contains(first) && command.strip().lines().count() == 1;
    return good ? Optional.empty() : refused(first, "tests may use show, clear, ping, traceroute");
  }

  private static Optional<String> refused(String what, String hint) {
    return Optional.of(
        "`" + what + "` must not run on this machine itself, only in containers; here " + hint);
  }
}
