package netlab.provider.netns;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import netlab.device.Device;
import netlab.diag.SourceFile;
import netlab.diag.Span;
import netlab.lab.IfId;
import netlab.lab.Interface;
import netlab.lab.InterfaceIp;
import netlab.lab.Lab;
import netlab.lab.Link;
import netlab.lab.LinkEnd;
import netlab.lab.Node;
import netlab.lab.NodeId;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.plan.LabFolder;
import netlab.plan.LabId;
import netlab.provider.RunRequest;
import netlab.render.ConfigFile;
import netlab.schema.Value;

/** A lab made by hand: nodes with their files, and links between named ports. */
final class Sketch {
  private static final SourceFile FILE = new SourceFile("lab.yml", "");

  private final String name;
  private final SequencedMap<NodeId, List<Interface>> ports = new LinkedHashMap<>();
  private final SequencedMap<NodeId, RunRequest.NodeFiles> files = new LinkedHashMap<>();
  private final Map<NodeId, String> devices = new TreeMap<>();
  private final List<Link> links = new ArrayList<>();

  Sketch(String name) {
    this.name = name;
  }

  /** A router; {@code daemons} are those besides zebra. */
  Sketch router(String node, String config, String... daemons) {
    StringBuilder enabled = new StringBuilder();
    for (String daemon : daemons) {
      enabled.append(daemon).append("=yes\n");
    }
    return node(
        node,
        "frr",
        file("frr.conf", "/etc/frr/frr.conf", config, ConfigFile.Use.BOOT),
        file("daemons", "/etc/frr/daemons", enabled + "watchfrr_enable=yes\n", ConfigFile.Use.BOOT),
        file(
            "vtysh.conf",
            "/etc/frr/vtysh.conf",
            "service integrated-vtysh-config\n",
            ConfigFile.Use.BOOT),
        file(
            "sysctl.conf",
            "/etc/netlab/sysctl.conf",
            "net.ipv4.ip_forward=1\nnet.ipv6.conf.all.forwarding=1\n",
            ConfigFile.Use.SYSCTL));
  }

  /** A host with these lines for {@code ip -batch}. */
  Sketch host(String node, String ip) {
    return node(
        node,
        "linux",
        file("ip.batch", "/etc/netlab/ip.batch", ip, ConfigFile.Use.IP),
        file(
            "sysctl.conf",
            "/etc/netlab/sysctl.conf",
            "net.ipv4.ip_forward=0\n",
            ConfigFile.Use.SYSCTL));
  }

  /** A node with any files. */
  Sketch node(String node, String device, ConfigFile... own) {
    NodeId id = new NodeId(node);
    ports.put(id, new ArrayList<>());
    devices.put(id, device);
    files.put(id, new RunRequest.NodeFiles(new Device(device, Value.Fields.NONE), List.of(own)));
    return this;
  }

  static ConfigFile file(String name, String target, String text, ConfigFile.Use use) {
    return new ConfigFile(name, target, text, "0644", use);
  }

  /** A link between ports such as {@code r1:eth1}; each may end in {@code =10.0.0.1/24}. */
  Sketch link(String... ends) {
    int index = links.size() + 1;
    List<LinkEnd> all = new ArrayList<>();
    for (String end : ends) {
      String[] parts = end.split("[:=]", 3);
      NodeId node = new NodeId(parts[0]);
      List<Interface> own = ports.get(node);
      if (own == null) {
        throw new IllegalArgumentException("no node " + node);
      }
      IfId id = new IfId(node, own.size() + 1);
      Optional<InterfaceIp> ip =
          parts.length < 3
              ? Optional.empty()
              : Optional.of(new InterfaceIp.Numbered(InterfaceAddress.parse(parts[2])));
      own.add(port(id, parts[1], false, Optional.of(index), ip, Optional.empty()));
      all.add(new LinkEnd(id, parts[1], ip, Optional.empty(), Value.Fields.NONE));
    }
    addLink(index, all);
    return this;
  }

  /** A link of type loopback: an interface that no wire ends in. */
  Sketch loopback(String node, String port) {
    NodeId id = new NodeId(node);
    List<Interface> own = ports.get(id);
    if (own == null) {
      throw new IllegalArgumentException("no node " + node);
    }
    int index = links.size() + 1;
    IfId at = new IfId(id, own.size() + 1);
    own.add(port(at, port, true, Optional.of(index), Optional.empty(), Optional.empty()));
    addLink(
        index,
        List.of(new LinkEnd(at, port, Optional.empty(), Optional.empty(), Value.Fields.NONE)));
    return this;
  }

  /** Gives the port made last another MTU. */
  Sketch mtu(String node, int mtu) {
    List<Interface> own = ports.get(new NodeId(node));
    if (own == null) {
      throw new IllegalArgumentException("no node " + node);
    }
    Interface last = own.removeLast();
    own.add(
        port(last.id(), last.name(), last.virtual(), last.link(), last.ipv4(), Optional.of(mtu)));
    return this;
  }

  private void addLink(int index, List<LinkEnd> ends) {
    String type = ends.size() == 1 ? "stub" : ends.size() == 2 ? "p2p" : "lan";
    links.add(
        new Link(
            index,
            "links[" + index + "]",
            type,
            ends,
            0,
            Optional.empty(),
            Optional.empty(),
            Value.Fields.NONE,
            Span.NONE));
  }

  private static Interface port(
      IfId id,
      String name,
      boolean virtual,
      Optional<Integer> link,
      Optional<InterfaceIp> ipv4,
      Optional<Integer> mtu) {
    return new Interface(
        id,
        name,
        "p2p",
        virtual,
        link,
        Optional.empty(),
        "",
        ipv4,
        Optional.empty(),
        mtu,
        Optional.empty(),
        List.of(),
        Value.Fields.NONE);
  }

  Lab lab() {
    SequencedMap<NodeId, Node> nodes = new LinkedHashMap<>();
    ports.forEach((id, own) -> {
      int number = nodes.size() + 1;
      nodes.put(
          id,
          new Node(
              id,
              number,
              devices.getOrDefault(id, ""),
              Optional.empty(),
              "router",
              Optional.of("netns"),
              List.of(),
              Set.of(Family.IPV4),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              own,
              Value.Fields.NONE,
              new Span(FILE, number, 3, number, 5)));
    });
    return new Lab(
        name, Optional.of("netns"), List.of(), Value.Fields.NONE, nodes, links, Map.of());
  }

  /** A request to run the lab in a folder that exists. */
  RunRequest in(Path folder) throws IOException {
    LabFolder place = LabFolder.at(folder);
    return new RunRequest(LabId.of(place, name), place, lab(), files);
  }

  /** A request whose id and folder are the same on every machine: for goldens. */
  RunRequest fixed() {
    return new RunRequest(new LabId("seedx"), new LabFolder(Path.of("/lab")), lab(), files);
  }

  /** A ring of BGP routers: r1 is linked to r2, r2 to r3, ... */
  static Sketch ring(int size) {
    Sketch ring = new Sketch("ring");
    for (int i = 1; i <= size; i++) {
      ring.router("r" + i, ringConfig(i, size), "bgpd");
    }
    for (int i = 1; i <= size; i++) {
      int next = i % size + 1;
      ring.link(
          "r%d:eth1=%s.1/30".formatted(i, net(i)), "r%d:eth2=%s.2/30".formatted(next, net(i)));
    }
    return ring;
  }

  private static String net(int link) {
    return "10.%d.%d".formatted(1 + link / 250, link % 250);
  }

  private static String ringConfig(int i, int size) {
    int before = (i + size - 2) % size + 1;
    int next = i % size + 1;
    return """
    frr defaults datacenter
    hostname r%1$d
    service integrated-vtysh-config
    ip forwarding
    interface lo
     ip address 10.0.%6$d.%7$d/32
    exit
    !
    interface eth1
     ip address %2$s.1/30
    exit
    !
    interface eth2
     ip address %3$s.2/30
    exit
    !
    router bgp %4$d
     bgp router-id 10.0.%6$d.%7$d
     no bgp ebgp-requires-policy
     timers bgp 3 9
     neighbor %2$s.2 remote-as %5$d
     neighbor %2$s.2 timers connect 1
     neighbor %3$s.1 remote-as %8$d
     neighbor %3$s.1 timers connect 1
     address-family ipv4 unicast
      network 10.0.%6$d.%7$d/32
     exit-address-family
    exit
    !
    """
        .formatted(
            i, net(i), net(before), 65000 + i, 65000 + next, i / 250, i % 250, 65000 + before);
  }
}
