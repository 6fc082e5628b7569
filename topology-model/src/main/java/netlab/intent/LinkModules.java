package netlab.intent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import netlab.diag.Code;
import netlab.schema.Value;

/** Finds settings of modules on links and their ends where no node, or not that one, runs them. */
final class LinkModules {
  /** Modules that nodes join when a link asks for them. */
  private static final Set<String> JOINED = Set.of("dhcp", "vlan");

  private final Reading reading;
  private final Map<String, Set<String>> modules = new HashMap<>();

  LinkModules(Reading reading, List<NodeEntry> nodes) {
    this.reading = reading;
    nodes.forEach(n -> modules.put(n.name().text(), n.modules().keySet()));
  }

  void check(List<LinkIntent> links) {
    links.forEach(link -> link.allEnds().forEach(end -> end(link, end)));
    if (Trees.isFalse(reading.defaults(), "modules", "warnings", "no_nodes")) {
      return;
    }
    for (LinkIntent link : links) {
      for (Map.Entry<String, Value.Field> e : link.attributes().fields().entrySet()) {
        String module = e.getKey();
        boolean lost =
            reading.schema().uses(module)
                && !module.equals("vlan")
                && link.allEnds().stream().noneMatch(end -> runs(end.node(), module));
        if (lost) {
          reading
              .diagnostics()
              .warning(
                  Code.MODULE_NOT_USED,
                  e.getValue().key(),
                  "no node on link `" + link.name() + "` runs module `" + module + "`",
                  "remove the attribute from the link, or add the module to a node");
        }
      }
    }
  }

  private void end(LinkIntent link, LinkIntent.EndIntent end) {
    for (Map.Entry<String, Value.Field> e : end.attributes().fields().entrySet()) {
      String module = e.getKey();
      if (reading.schema().uses(module) && !JOINED.contains(module) && !runs(end.node(), module)) {
        reading
            .diagnostics()
            .error(
                Code.MODULE_NOT_USED,
                e.getValue().key(),
                "node `"
                    + end.node()
                    + "` on link `"
                    + link.name()
                    + "` has settings of module `"
                    + module
                    + "`, which it does not run",
                "add it to the list `module` of the node, or remove the attribute");
      }
    }
  }

  private boolean runs(String node, String module) {
    return modules.getOrDefault(node, Set.of()).contains(module);
  }
}
