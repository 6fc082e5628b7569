package netlab.intent;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import netlab.diag.Code;
import netlab.schema.Value;

/** Warns about settings of a module on a link where no node runs the module. */
final class LinkModules {
  private final Reading reading;
  private final Map<String, Set<String>> modules = new HashMap<>();

  LinkModules(Reading reading, List<NodeEntry> nodes) {
    this.reading = reading;
    nodes.forEach(n -> modules.put(n.name().text(), n.modules().keySet()));
  }

  void check(List<LinkIntent> links) {
    if (Trees.isFalse(reading.defaults(), "modules", "warnings", "no_nodes")) {
      return;
    }
    for (LinkIntent link : links) {
      for (Map.Entry<String, Value.Field> e : link.attributes().fields().entrySet()) {
        String module = e.getKey();
        boolean lost =
            reading.schema().uses(module)
                && !module.equals("vlan")
                && link.ends().stream().noneMatch(end -> runs(end.node(), module));
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

  private boolean runs(String node, String module) {
    return modules.getOrDefault(node, Set.of()).contains(module);
  }
}
