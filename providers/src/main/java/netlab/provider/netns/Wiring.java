package netlab.provider.netns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.lab.Lab;
import netlab.lab.Link;
import netlab.lab.LinkEnd;
import netlab.lab.NodeId;
import netlab.provider.RunRequest;

/**
 * The namespaces and wires of a lab as lines for {@code ip -batch}. A link of two ends is a veth
 * pair straight from one node to the other; of a link with more, and of a stub with one, the far
 * ends lie in the parking namespace, joined by a bridge when there are several.
 *
 * @param nodes the namespace of each node
 * @param wires the wires that end in nodes of this provider
 */
record Wiring(Names names, SequencedMap<NodeId, String> nodes, List<Wire> wires) {
  /**
   * A link that is made of veth pairs.
   *
   * @param link its number in the lab
   */
  record Wire(int link, List<Plug> ends) {
    Wire {
      ends = List.copyOf(ends);
    }

    boolean needsBridge() {
      return ends.size() > 2;
    }
  }

  /** One end of a wire, in a node. */
  record Plug(NodeId node, String name, Optional<Integer> mtu) {}

  Wiring {
    nodes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(nodes));
    wires = List.copyOf(wires);
  }

  /** The wiring of a lab. */
  static Wiring of(RunRequest request) {
    Names names = new Names(request.id());
    SequencedMap<NodeId, String> nodes = new LinkedHashMap<>();
    request.nodes().keySet().forEach(node -> nodes.put(node, names.namespace(node)));
    List<Wire> wires = new ArrayList<>();
    for (Link link : request.lab().links()) {
      List<Plug> ends = new ArrayList<>();
      for (LinkEnd end : link.ends()) {
        plug(request.lab(), end)
            .filter(plug -> nodes.containsKey(plug.node()))
            .ifPresent(ends::add);
      }
      if (!ends.isEmpty()) {
        wires.add(new Wire(link.index(), ends));
      }
    }
    return new Wiring(names, nodes, wires);
  }

  /** Empty for an interface that no wire ends in: a loopback, a tunnel. */
  private static Optional<Plug> plug(Lab lab, LinkEnd end) {
    NodeId node = end.port().node();
    return lab.node(node)
        .find(end.port())
        .filter(i -> !i.virtual())
        .map(i -> new Plug(node, i.name(), i.mtu()));
  }

  /** True when something lies in the parking namespace. */
  boolean needsParking() {
    return wires.stream().anyMatch(wire -> wire.ends().size() != 2);
  }

  /** All namespaces of the lab; the parking namespace comes last. */
  List<String> namespaces() {
    List<String> all = new ArrayList<>(nodes.values());
    if (needsParking()) {
      all.add(names.parking());
    }
    return List.copyOf(all);
  }

  /** Makes the namespaces. */
  String addNamespaces() {
    return lines(namespaces().stream().map(name -> "netns add " + name).toList());
  }

  /** Removes the namespaces, and with them all that is in them. */
  String deleteNamespaces() {
    return lines(namespaces().reversed().stream().map(name -> "netns del " + name).toList());
  }

  /** Makes the wires. Read where the namespaces have names. */
  String addLinks() {
    List<String> lines = new ArrayList<>();
    for (Wire wire : wires) {
      List<Plug> ends = wire.ends();
      if (ends.size() == 2) {
        lines.add(pair(end(ends.get(0)), end(ends.get(1))));
      } else {
        for (int i = 0; i < ends.size(); i++) {
          String port = Names.port(wire.link(), i + 1);
          lines.add(
              pair(
                  end(ends.get(i)),
                  "name " + port + mtu(ends.get(i)) + " netns " + names.parking()));
        }
      }
    }
    return lines(lines);
  }

  /** Joins multi-access links. Read in the parking namespace. */
  String park() {
    List<String> lines = new ArrayList<>();
    for (Wire wire : wires) {
      String bridge = Names.bridge(wire.link());
      if (wire.needsBridge()) {
        // Without snooping: a router that joins no group of its own must still get OSPF hellos.
        lines.add("link add " + bridge + " type bridge stp_state 0 mcast_snooping 0");
        lines.add("link set " + bridge + " up");
      }
      if (wire.ends().size() != 2) {
        for (int i = 1; i <= wire.ends().size(); i++) {
          String join = wire.needsBridge() ? " master " + bridge : "";
          lines.add("link set " + Names.port(wire.link(), i) + join + " up");
        }
      }
    }
    return lines(lines);
  }

  /** Lines that bring a node's interfaces up, to be read in its namespace before its own. */
  List<String> bringUp(NodeId node) {
    List<String> lines = new ArrayList<>();
    lines.add("link set lo up");
    plugs(node).forEach(plug -> lines.add("link set " + plug.name() + " up"));
    return lines;
  }

  /** The ends of wires in a node. */
  List<Plug> plugs(NodeId node) {
    return wires.stream()
        .flatMap(wire -> wire.ends().stream())
        .filter(plug -> plug.node().equals(node))
        .toList();
  }

  private String end(Plug plug) {
    return "name " + plug.name() + mtu(plug) + " netns " + names.namespace(plug.node());
  }

  private static String mtu(Plug plug) {
    return plug.mtu().map(mtu -> " mtu " + mtu).orElse("");
  }

  private static String pair(String one, String other) {
    return "link add " + one + " type veth peer " + other;
  }

  private static String lines(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }
}
