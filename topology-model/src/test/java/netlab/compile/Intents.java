package netlab.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.device.Device;
import netlab.diag.Span;
import netlab.intent.Intent;
import netlab.intent.LinkIntent;
import netlab.intent.NodeIntent;
import netlab.schema.Value;

/** Makes intents by hand. */
final class Intents {
  private final SequencedMap<String, NodeIntent> nodes = new LinkedHashMap<>();
  private final List<LinkIntent> links = new ArrayList<>();
  private Value.Fields globals = Value.Fields.NONE;

  /** {@code map("a", 1, "b", true)}: keys and values in turn; maps and lists become values. */
  static Value.Fields map(Object... keysAndValues) {
    var fields = new LinkedHashMap<String, Value.Field>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      fields.put(
          (String) keysAndValues[i], new Value.Field(value(keysAndValues[i + 1]), Span.NONE));
    }
    return new Value.Fields(fields, Span.NONE);
  }

  private static Value value(Object data) {
    return switch (data) {
      case Value v -> v;
      case Integer i -> Value.of(i.longValue());
      case List<?> l -> new Value.Items(l.stream().map(Intents::value).toList(), Span.NONE);
      default -> Value.of(data);
    };
  }

  Intents router(String name, List<String> modules, Value.Fields attributes) {
    return node(name, "router", modules, attributes);
  }

  Intents host(String name) {
    return node(name, "host", List.of(), Value.Fields.NONE);
  }

  private Intents node(String name, String role, List<String> modules, Value.Fields attributes) {
    Value.Fields facts =
        map(
            "interface_name", "eth{ifindex}",
            "loopback_interface_name", "lo",
            "mgmt_if", "eth0",
            "features", map("bgp", map("local_as", true), "initial", map("ipv4", map())));
    nodes.put(
        name,
        new NodeIntent(
            name,
            new Device("frr", facts),
            modules,
            attributes.over(map("role", role)),
            Span.NONE));
    return this;
  }

  Intents link(Value.Fields attributes, String... ends) {
    links.add(
        new LinkIntent(
            "links[" + (links.size() + 1) + "]",
            attributes,
            Arrays.stream(ends)
                .map(e -> new LinkIntent.EndIntent(e, Value.Fields.NONE, Span.NONE))
                .toList(),
            List.of(),
            Span.NONE));
    return this;
  }

  Intent done(String... modules) {
    var pools = new LinkedHashMap<String, Value.Fields>();
    pools.put("loopback", map("ipv4", "10.0.0.0/24", "prefix", 32));
    pools.put("router_id", map("ipv4", "10.0.0.0/24", "prefix", 32));
    pools.put("lan", map("ipv4", "172.16.0.0/16"));
    pools.put("p2p", map("ipv4", "10.1.0.0/16"));
    pools.put("mgmt", map("ipv4", "192.168.121.0/24", "start", 100, "mac", "ca:fe:00:00:00:00"));
    return new Intent(
        "test",
        Optional.of("clab"),
        List.of(modules),
        List.of(),
        globals,
        map("bgp", map("advertise_roles", List.of("stub"))),
        pools,
        new LinkedHashMap<>(Map.of()),
        nodes,
        links,
        List.of(),
        List::of);
  }
}
