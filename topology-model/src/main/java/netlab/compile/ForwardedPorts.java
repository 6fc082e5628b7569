package netlab.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.schema.Value;

/**
 * Ports of this machine that lead to ports of nodes: {@code providers.<provider>.forwarded} says
 * from where on, a node's number is added.
 */
final class ForwardedPorts implements Pass {
  /** Services that can be forwarded (IANA service names). */
  private static final Map<String, Integer> SERVICES =
      Map.of("ssh", 22, "http", 80, "https", 443, "netconf", 830);

  @Override
  public String name() {
    return "forwarded ports";
  }

  @Override
  public Phase phase() {
    return Phase.NUMBER;
  }

  @Override
  public void run(Draft draft, Diagnostics diagnostics) {
    for (NodeDraft node : draft.nodes()) {
      Optional<String> provider =
          node.attributes().textAt("provider").or(() -> draft.intent().provider());
      Value.Fields forwarded =
          provider
              .map(p -> draft.defaults().fieldsAt("providers." + p + ".forwarded"))
              .orElse(Value.Fields.NONE);
      if (!forwarded.isEmpty()) {
        List<Value> ports = ports(node, forwarded);
        provider.ifPresent(p -> node.attributes().append(p, "ports", ports));
      }
    }
  }

  private static List<Value> ports(NodeDraft node, Value.Fields forwarded) {
    var ports = new ArrayList<Value>();
    for (String service : forwarded.fields().keySet()) {
      Optional<Integer> base = forwarded.intAt(service);
      Optional<Integer> port = Optional.ofNullable(SERVICES.get(service));
      if (base.isPresent() && port.isPresent()) {
        ports.add(Value.of(base.get() + node.number() + ":" + port.get()));
      }
    }
    return ports;
  }
}
