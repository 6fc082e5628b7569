package netlab.provider.netns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which daemons of FRR a router runs, in the order in which they start, with their modules. It
 * follows the node's {@code daemons} file, but {@code staticd}, which FRR's own start-up always
 * runs, only when there is a static route: a daemon costs 30 ms and 10 MB.
 *
 * @param modules the loadable modules of each daemon, such as {@code rpki}; {@code mgmtd}, where
 *     FRR has it, and {@code zebra} come first
 */
record DaemonSet(SequencedMap<String, List<String>> modules) {
  static final String ZEBRA = "zebra";
  static final String MGMTD = "mgmtd";
  static final String STATICD = "staticd";

  private static final Pattern ENABLED = Pattern.compile("(?m)^\\s*([a-z0-9]+d)=yes\\s*$");
  private static final Pattern OPTIONS =
      Pattern.compile("(?m)^\\s*([a-z0-9]+)_options=\"([^\"\\n]*)\"\\s*$");

  /** Modules by plain name only: other options could make a daemon load or write any file. */
  private static final Pattern MODULE = Pattern.compile("-M\\s+([a-z][a-z0-9_]*)(?=\\s|$)");

  private static final Pattern STATIC_ROUTE =
      Pattern.compile("(?m)^\\s*ip(v6)? (m?route|route6)\\s");

  DaemonSet {
    var copy = new LinkedHashMap<String, List<String>>();
    modules.forEach((daemon, own) -> copy.put(daemon, List.copyOf(own)));
    modules = Collections.unmodifiableSequencedMap(copy);
  }

  /**
   * The daemons of a router.
   *
   * @param daemons its {@code daemons} file; empty when it has none
   * @param config its {@code frr.conf}
   * @param managed true when this FRR has {@code mgmtd}, without which it takes no configuration
   */
  static DaemonSet of(Optional<String> daemons, String config, boolean managed) {
    String text = daemons.orElse("");
    Map<String, List<String>> modules = new LinkedHashMap<>();
    Matcher option = OPTIONS.matcher(text);
    while (option.find()) {
      modules.put(
          option.group(1),
          MODULE.matcher(option.group(2)).results().map(found -> found.group(1)).toList());
    }
    List<String> names = new ArrayList<>();
    if (managed) {
      names.add(MGMTD);
    }
    names.add(ZEBRA);
    if (STATIC_ROUTE.matcher(config).find()) {
      names.add(STATICD);
    }
    Matcher enabled = ENABLED.matcher(text);
    while (enabled.find()) {
      String name = enabled.group(1);
      if (!names.contains(name) && !name.equals(MGMTD) && !name.equals("watchfrr")) {
        names.add(name);
      }
    }
    SequencedMap<String, List<String>> all = new LinkedHashMap<>();
    names.forEach(name -> all.put(name, modules.getOrDefault(name, List.of())));
    return new DaemonSet(all);
  }

  /** The names in the order of their start. */
  List<String> names() {
    return List.copyOf(modules.keySet());
  }
}
