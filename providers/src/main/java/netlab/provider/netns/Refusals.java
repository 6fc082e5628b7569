package netlab.provider.netns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import netlab.lab.NodeId;
import netlab.provider.Refusal;

/** Which lines of an {@code frr.conf} no daemon took. */
final class Refusals {
  private Refusals() {}

  /**
   * From what daemons logged that each read its part of the file. A line counts when every daemon
   * that was given it refused it.
   */
  static List<Refusal> ofLogs(
      NodeId node, String config, List<String> daemons, Map<String, List<Sight.Refused>> logs) {
    List<String> lines = config.lines().toList();
    Map<Integer, Integer> given = new HashMap<>();
    Map<Integer, Integer> refused = new HashMap<>();
    SequencedMap<Integer, String> messages = new LinkedHashMap<>();
    for (String daemon : daemons) {
      List<String> part = DaemonConfig.of(daemon, config).lines().toList();
      for (int i = 0; i < part.size(); i++) {
        if (DaemonConfig.isGiven(part.get(i))) {
          given.merge(i + 1, 1, Integer::sum);
        }
      }
      Set<Integer> seen = new HashSet<>();
      for (Sight.Refused one : logs.getOrDefault(daemon, List.of())) {
        if (seen.add(one.line())) {
          refused.merge(one.line(), 1, Integer::sum);
        }
        // What a daemon says of its own commands tells more than that others do not know them.
        messages.merge(
            one.line(), one.message(), (a, b) -> a.startsWith("No such command") ? b : a);
      }
    }
    List<Refusal> all = new ArrayList<>();
    messages.forEach((line, message) -> {
      if (refused.getOrDefault(line, 0).equals(given.getOrDefault(line, 0))
          && line <= lines.size()) {
        all.add(refusal(node, lines, line, message));
      }
    });
    return all.stream().sorted(Comparator.comparingInt(Refusal::line)).toList();
  }

  private static Refusal refusal(NodeId node, List<String> lines, int line, String message) {
    return new Refusal(node, NodeFiles.FRR_CONF, line, lines.get(line - 1).strip(), message);
  }
}
