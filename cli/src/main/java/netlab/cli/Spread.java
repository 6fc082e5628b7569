package netlab.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.lab.NodeId;
import netlab.plugin.multiserver.Distribution;
import netlab.plugin.multiserver.Server;
import netlab.plugin.multiserver.Tunnel;
import netlab.source.Key;
import netlab.source.Yaml;
import netlab.source.YamlSource;

/**
 * A lab that is on several machines, seen from one of them.
 *
 * @param here the machine whose part of the lab is meant; empty on one that has no part
 * @param whole the lab file with everything that options and default files say
 */
record Spread(Distribution distribution, Optional<Server> here, Supplier<Yaml.Map> whole) {
  /** The same lab as another machine sees it. */
  Spread at(Server server) {
    return new Spread(distribution, Optional.of(server), whole);
  }

  Collection<Server> servers() {
    return distribution.servers().values();
  }

  /** True for a node that is started here. */
  boolean has(NodeId node) {
    return here.filter(server -> server.nodes().contains(node)).isPresent();
  }

  SequencedMap<Integer, Tunnel> tunnels() {
    return here.map(distribution::tunnels).orElseGet(LinkedHashMap::new);
  }

  /** A lab file that says all there is to say, and which server it is for. */
  String text(Server server) {
    Yaml.Map root = whole.get();
    Span span = root.span();
    Yaml name = Yaml.Scalar.of(server.name(), span);
    List<Key> path = List.of(new Key("multiserver", span), new Key(Distribution.HERE, span));
    return YamlSource.of(root.under(Yaml.Map.nested(path, name)));
  }

  /** The nodes of this machine and the links that they are on. */
  SequencedMap<String, Object> shown(SequencedMap<String, Object> model) {
    SequencedMap<String, Object> shown = new LinkedHashMap<>(model);
    if (model.get("nodes") instanceof Map<?, ?> nodes) {
      SequencedMap<Object, Object> own = new LinkedHashMap<>(nodes);
      own.keySet().removeIf(node -> !has(new NodeId(node.toString())));
      shown.put("nodes", own);
    }
    if (model.get("links") instanceof Collection<?> links) {
      shown.put("links", links.stream().filter(this::touches).toList());
    }
    return shown;
  }

  private boolean touches(Object link) {
    return link instanceof Map<?, ?> map
        && map.get("interfaces") instanceof Collection<?> ends
        && ends.stream()
            .anyMatch(end ->
                end instanceof Map<?, ?> data
                    && data.get("node") instanceof String node
                    && has(new NodeId(node)));
  }

  /** Reports that this machine has no part of the lab. */
  void refuse(Diagnostics diag) {
    Server first = distribution.servers().firstEntry().getValue();
    diag.error(
        Code.NO_SERVER_HERE,
        Span.NONE,
        "this lab runs on other machines: " + String.join(", ", distribution.servers().keySet()),
        ("`netlab create` makes a folder for each: copy %s/ to %s and run `netlab up` in it; if this"
                + " machine is one of them, `netlab up` in its folder here will do")
            .formatted(first.folder(), first.host()));
  }
}
