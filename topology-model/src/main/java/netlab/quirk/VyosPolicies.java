package netlab.quirk;

import java.util.Optional;
import netlab.lab.Node;
import netlab.protocol.routing.Routing;
import netlab.schema.Value;

/** VyOS prepends one AS number only. */
final class VyosPolicies implements Quirk {
  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    Value.Fields policies =
        lab.find(Routing.NODE, node.id())
            .map(routing -> routing.extra().fieldsAt("policy"))
            .orElse(Value.Fields.NONE);
    for (String name : policies.fields().keySet()) {
      for (Value item : policies.itemsAt(name)) {
        Optional<String> path =
            item instanceof Value.Fields entry
                ? entry.textAt("set.prepend.path")
                : Optional.empty();
        if (path.filter(p -> p.trim().contains(" ")).isPresent()) {
          notices.error(
              "aspath_prepend",
              item.span(),
              "policy `" + name + "` of `" + node.id() + "` prepends more than one AS",
              "VyOS prepends one; use `set.prepend.count` or another device");
        }
      }
    }
  }
}
