package netlab.plugin.multiserver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import netlab.device.NameFormat;
import netlab.diag.Diagnostics;
import netlab.lab.Lab;
import netlab.lab.Link;
import netlab.lab.LinkEnd;
import netlab.lab.NodeId;
import netlab.schema.Value;

/**
 * Who runs what of a lab that is on several machines.
 *
 * @param servers all machines by name
 * @param crossings the links that are on more than one of them, by link index
 * @param settings the attribute {@code multiserver}
 */
public record Distribution(
    SequencedMap<String, Server> servers,
    SequencedMap<Integer, Crossing> crossings,
    Value.Fields settings) {
  /** The attribute that says which server this machine is. */
  public static final String HERE = "server";

  /**
   * A link that is on several servers.
   *
   * @param vni the number of its tunnel
   * @param shared true when it has more than two ends
   * @param servers the names of the servers that have an end which no other has
   */
  record Crossing(int vni, boolean shared, Set<String> servers) {}

  public Distribution {
    servers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(servers));
    crossings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(crossings));
  }

  /** That of a lab; empty when it does not use the plugin, or only names it. */
  public static Optional<Distribution> of(Lab lab) {
    return lab.globals().textsAt("plugin").contains(Multiserver.NAME)
            && lab.globals().at(Multiserver.NAME).isPresent()
        ? Optional.of(of(lab, new Diagnostics()))
        : Optional.empty();
  }

  /** The same with the mistakes in it reported. */
  static Distribution of(Lab lab, Diagnostics diagnostics) {
    Value.Fields settings = lab.globals().fieldsAt(Multiserver.NAME);
    Assignment assignment = Assignment.of(lab, settings, diagnostics);
    SequencedMap<String, Server> servers = new LinkedHashMap<>();
    for (String name : settings.fieldsAt("servers").fields().keySet()) {
      SequencedSet<NodeId> nodes = new LinkedHashSet<>();
      for (NodeId node : lab.nodes().keySet()) {
        if (assignment.isReplicated(node)
            || assignment.server(node).filter(name::equals).isPresent()) {
          nodes.add(node);
        }
      }
      servers.put(name, server(lab, settings, name, nodes));
    }
    return new Distribution(servers, crossings(lab, settings, assignment), settings);
  }

  private static Server server(
      Lab lab, Value.Fields settings, String name, SequencedSet<NodeId> nodes) {
    Value.Fields own = settings.fieldsAt("servers." + name);
    long id = own.longAt("id").orElse(0L);
    Value.Fields names =
        Value.Fields.NONE
            .with("name", Value.of(lab.name()))
            .with("server_name", Value.of(name))
            .with("server_id", Value.of(id));
    String pattern = settings.textAt("output_dir").orElse("");
    return new Server(
        name,
        id,
        own.textAt("host").orElse(""),
        own.textAt("vxlan_dev").or(() -> settings.textAt("vxlan.dev")).orElse(""),
        NameFormat.format(pattern, names).orElse(""),
        nodes);
  }

  private static SequencedMap<Integer, Crossing> crossings(
      Lab lab, Value.Fields settings, Assignment assignment) {
    int vni = settings.intAt("vxlan.vni_base").orElse(1);
    SequencedMap<Integer, Crossing> crossings = new LinkedHashMap<>();
    for (Link link : lab.links()) {
      List<NodeId> ports = ports(lab, link);
      Set<String> servers = new LinkedHashSet<>();
      ports.forEach(node -> assignment.server(node).ifPresent(servers::add));
      if (servers.size() > 1) {
        crossings.put(link.index(), new Crossing(vni++, ports.size() > 2, servers));
      }
    }
    return crossings;
  }

  /** The nodes that a wire of the link ends in, and that are started. */
  private static List<NodeId> ports(Lab lab, Link link) {
    List<NodeId> ports = new ArrayList<>();
    for (LinkEnd end : link.ends()) {
      var node = lab.node(end.port().node());
      boolean wired = node.find(end.port()).filter(itf -> !itf.virtual()).isPresent();
      if (wired && !node.attributes().boolAt("unmanaged").orElse(false)) {
        ports.add(node.id());
      }
    }
    return ports;
  }

  /** The server that this machine is; empty on the machine that only makes their folders. */
  public Optional<Server> here() {
    return settings.textAt(HERE).flatMap(this::server);
  }

  /** The machine of this name. */
  public Optional<Server> server(String name) {
    return Optional.ofNullable(servers.get(name));
  }

  /** The tunnels that a server has an end of, by link index. */
  public SequencedMap<Integer, Tunnel> tunnels(Server server) {
    SequencedMap<Integer, Tunnel> tunnels = new LinkedHashMap<>();
    crossings.forEach((link, crossing) -> {
      if (crossing.servers.contains(server.name())) {
        List<String> remotes = new ArrayList<>();
        for (Server other : servers.values()) {
          if (!other.equals(server) && crossing.servers.contains(other.name())) {
            remotes.add(other.host());
          }
        }
        tunnels.put(
            link,
            new Tunnel(
                crossing.vni,
                settings.intAt("vxlan.dstport").orElse(0),
                server.device(),
                remotes,
                crossing.shared,
                settings.boolAt("vxlan.auto_start").orElse(true)));
      }
    });
    return tunnels;
  }
}
