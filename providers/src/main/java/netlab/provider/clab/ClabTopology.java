package netlab.provider.clab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.Link;
import netlab.lab.LinkEnd;
import netlab.lab.Node;
import netlab.lab.NodeId;
import netlab.plugin.multiserver.Tunnel;
import netlab.provider.RunRequest;
import netlab.provider.RunRequest.NodeFiles;
import netlab.render.ConfigFile;
import netlab.schema.Value;
import netlab.view.PublicModel;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.RepresentToNode;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/**
 * The topology file of containerlab for a lab: pure data in, text out.
 *
 * @param dummies true when the kernel has dummy interfaces, which containerlab wants for a link
 *     with one node; without them such a link ends in a virtual port of the host
 */
record ClabTopology(RunRequest request, ClabNames names, boolean dummies) {
  /** What containerlab reads, in the lab's folder. */
  static final String FILE = "clab.yml";

  /** The folder of rendered files beside the topology file. */
  static final String FILES = "configs";

  /** Of interfaces of Linux that nothing else is said about. */
  static final int USUAL_MTU = 1500;

  /** The node attribute with a configuration of the user's own that the device starts with. */
  static final String STARTUP_CONFIG = "startup-config";

  private static final String LINUX = "linux";

  /** Node attributes of the lab file that go to containerlab as they are. */
  private static final List<String> PASSED =
      List.of(
          "type",
          "cmd",
          "dns",
          "env",
          "ports",
          "stages",
          "license",
          "runtime",
          "startup-delay",
          "restart-policy",
          "network-mode",
          "healthcheck",
          "extras",
          "exec");

  /** The whole file. */
  String text() {
    SequencedMap<String, Object> root = new LinkedHashMap<>();
    root.put("name", names.lab());
    if (!names.prefix().equals("clab")) {
      root.put("prefix", names.prefix());
    }
    root.put("mgmt", management());
    SequencedMap<String, Object> topology = new LinkedHashMap<>();
    topology.put("nodes", nodes());
    List<Object> links = links();
    if (!links.isEmpty()) {
      topology.put("links", links);
    }
    root.put("topology", topology);
    DumpSettings settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setIndent(2).build();
    return new Dump(settings, new Texts(settings)).dumpToString(root);
  }

  /**
   * Quotes texts that YAML 1.1, which containerlab's reader still has in parts, takes for something
   * else: {@code no}, {@code 12:30}, {@code 010}.
   */
  private static final class Texts extends StandardRepresenter {
    private static final Pattern OTHER =
        Pattern.compile("(?i)y|n|yes|no|on|off|[-+]?[0-9][0-9_:.]*|0[ob].*");

    Texts(DumpSettings settings) {
      super(settings);
      RepresentToNode plain = Objects.requireNonNull(representers.get(String.class));
      representers.put(
          String.class,
          text ->
              OTHER.matcher((String) text).matches()
                  ? representScalar(Tag.STR, (String) text, ScalarStyle.DOUBLE_QUOTED)
                  : plain.representData(text));
    }
  }

  private SequencedMap<String, Object> management() {
    Value.Fields pool = lab().globals().fieldsAt("addressing.mgmt");
    SequencedMap<String, Object> network = new LinkedHashMap<>();
    network.put("network", pool.textAt("_network").orElse(names.network()));
    network.put("ipv4-subnet", pool.textAt("ipv4").orElse("172.20.20.0/24"));
    pool.textAt("ipv6").ifPresent(prefix -> network.put("ipv6-subnet", prefix));
    pool.textAt("_bridge").ifPresent(bridge -> network.put("bridge", bridge));
    return network;
  }

  private SequencedMap<String, Object> nodes() {
    SequencedMap<String, Object> nodes = new LinkedHashMap<>();
    request.nodes().forEach((id, files) -> nodes.put(id.name(), node(lab().node(id), files)));
    for (Link link : lab().links()) {
      if (shared(link)) {
        SequencedMap<String, Object> bridge = new LinkedHashMap<>();
        bridge.put("kind", "bridge");
        nodes.put(names.bridge(link), bridge);
      }
    }
    return nodes;
  }

  private SequencedMap<String, Object> node(Node node, NodeFiles files) {
    Value.Fields own = node.attributes().fieldsAt("clab");
    SequencedMap<String, Object> out = new LinkedHashMap<>();
    String kind = kind(node, files);
    out.put("kind", kind);
    node.image().ifPresent(image -> out.put("image", image));
    if (own.textAt("network-mode").filter("none"::equals).isEmpty()) {
      node.management()
          .ifPresent(management -> {
            management.ipv4().ifPresent(ip -> out.put("mgmt-ipv4", ip.toString()));
            management.ipv6().ifPresent(ip -> out.put("mgmt-ipv6", ip.toString()));
          });
    }
    if (kind.equals(LINUX)) {
      // A router that stops must stay stopped: the verifier says so.
      out.put("restart-policy", "no");
    }
    for (String name : PASSED) {
      own.at(name).flatMap(PublicModel::plain).ifPresent(value -> out.put(name, value));
    }
    agents(own, out);
    out.put("labels", new LinkedHashMap<>(Map.of(ClabNames.LABEL, names.id().text())));
    SequencedMap<String, Object> sysctls = sysctls(files);
    if (!sysctls.isEmpty()) {
      out.put("sysctls", sysctls);
    }
    startup(node, files)
        .or(() -> own.textAt(STARTUP_CONFIG))
        .ifPresent(path -> out.put(STARTUP_CONFIG, path));
    List<String> binds = binds(node, files, own);
    if (!binds.isEmpty()) {
      out.put("binds", binds);
    }
    return out;
  }

  /** Programs beside SR Linux are extras of containerlab. */
  private static void agents(Value.Fields own, SequencedMap<String, Object> out) {
    List<String> agents = own.textsAt("srl-agents");
    if (!agents.isEmpty()) {
      SequencedMap<String, Object> extras = new LinkedHashMap<>();
      if (out.get("extras") instanceof Map<?, ?> written) {
        written.forEach((key, value) -> extras.put(String.valueOf(key), value));
      }
      extras.put("srl-agents", agents);
      out.put("extras", extras);
    }
  }

  private static String kind(Node node, NodeFiles files) {
    return node.attributes()
        .textAt("clab.kind")
        .or(() -> files.device().facts().textAt("clab.kind"))
        .orElse(node.device());
  }

  private static SequencedMap<String, Object> sysctls(NodeFiles files) {
    SequencedMap<String, Object> sysctls = new LinkedHashMap<>();
    for (ConfigFile file : files.files()) {
      if (file.use() == ConfigFile.Use.SYSCTL) {
        // OSPF joins its groups on every interface with one socket; 20 memberships are the default.
        sysctls.put("net.ipv4.igmp_max_memberships", "1000");
        sysctls.putAll(Sysctls.ofNamespace(file.content()));
      }
    }
    return sysctls;
  }

  private static Optional<String> startup(Node node, NodeFiles files) {
    return files.files().stream()
        .filter(file -> file.use() == ConfigFile.Use.STARTUP)
        .map(file -> path(node, file))
        .findFirst();
  }

  /** The files of this machine, seen from the lab's folder, that a node wants to have. */
  static List<String> wantedFiles(Value.Fields own) {
    List<String> files = new ArrayList<>();
    own.at("binds").ifPresent(value -> bind("", value, files));
    files.replaceAll(bind -> bind.substring(0, Math.max(0, bind.indexOf(':'))));
    own.textAt(STARTUP_CONFIG).filter(path -> !path.contains("://")).ifPresent(files::add);
    own.textAt("license").ifPresent(files::add);
    files.addAll(own.textsAt("srl-agents"));
    // Names like __clabNodeName__ are containerlab's to fill in.
    files.removeIf(path -> path.isEmpty() || path.contains("__clab"));
    return files;
  }

  private static List<String> binds(Node node, NodeFiles files, Value.Fields own) {
    List<String> binds = new ArrayList<>();
    for (ConfigFile file : files.files()) {
      if (file.use() == ConfigFile.Use.BOOT
          || file.use() == ConfigFile.Use.SCRIPT
          || ClabPush.isRead(file, files.device())) {
        binds.add(path(node, file) + ":" + file.target());
      }
    }
    own.at("binds").ifPresent(value -> bind("", value, binds));
    return binds;
  }

  /**
   * Binds of the lab file: {@code source: target[:mode]}, where a source with dots has become a
   * mapping of mappings, or a list of texts and of {@code source}, {@code target}, {@code mode}.
   */
  private static void bind(String source, Value value, List<String> binds) {
    switch (value) {
      case Value.Scalar target ->
          binds.add(source.isEmpty() ? target.data().toString() : source + ":" + target.data());
      case Value.Items items -> items.items().forEach(item -> bind("", item, binds));
      case Value.Fields f when f.textAt("source").isPresent() && f.textAt("target").isPresent() -> {
        String mode = f.textAt("mode").map(m -> ":" + m).orElse("");
        binds.add(f.textAt("source").get() + ":" + f.textAt("target").get() + mode);
      }
      case Value.Fields f ->
          f.fields()
              .forEach((key, field) ->
                  bind(source.isEmpty() ? key : source + "." + key, field.value(), binds));
      case Value.Empty e -> {}
    }
  }

  /** Where a node's file lies, seen from the topology file. */
  static String path(Node node, ConfigFile file) {
    return FILES + "/" + node.id().name() + "/" + file.name();
  }

  private List<Object> links() {
    List<Object> out = new ArrayList<>();
    for (Link link : lab().links()) {
      List<Port> ports = ports(link);
      Optional<String> uplink = uplink(link);
      if (uplink.isPresent()) {
        for (Port port : ports) {
          out.add(wire(endpoint(port), "macvlan:" + uplink.get(), Optional.empty()));
        }
      } else if (shared(link)) {
        for (Port port : ports) {
          out.add(
              wire(
                  endpoint(port),
                  names.bridge(link) + ":" + names.port(port.node, port.itf.id().index()),
                  mtu(List.of(port))));
        }
      } else if (ports.size() == 1 && request.tunnel(link).isPresent()) {
        out.add(tunnel(ports.get(0), request.tunnel(link).get()));
      } else if (ports.size() == 2) {
        out.add(wire(endpoint(ports.get(0)), endpoint(ports.get(1)), mtu(ports)));
      } else if (ports.size() == 1) {
        out.add(stub(ports.get(0)));
      }
    }
    return out;
  }

  private Object stub(Port port) {
    Optional<Integer> mtu = mtu(List.of(port));
    if (!dummies) {
      return wire(endpoint(port), "host:" + names.stub(port.node, port.itf.id().index()), mtu);
    }
    SequencedMap<String, Object> dummy = single("dummy", port);
    mtu.ifPresent(value -> dummy.put("mtu", value));
    return dummy;
  }

  /** The end of a link whose other end is on another machine. */
  private static SequencedMap<String, Object> tunnel(Port port, Tunnel tunnel) {
    SequencedMap<String, Object> link = single("vxlan", port);
    link.put("remote", tunnel.remotes().getFirst());
    link.put("vni", tunnel.vni());
    link.put("dst-port", tunnel.port());
    return link;
  }

  private static SequencedMap<String, Object> single(String type, Port port) {
    SequencedMap<String, Object> end = new LinkedHashMap<>();
    end.put("node", port.node.id().name());
    end.put("interface", port.name());
    SequencedMap<String, Object> link = new LinkedHashMap<>();
    link.put("type", type);
    link.put("endpoint", end);
    return link;
  }

  private static SequencedMap<String, Object> wire(String a, String b, Optional<Integer> mtu) {
    SequencedMap<String, Object> wire = new LinkedHashMap<>();
    wire.put("endpoints", List.of(a, b));
    mtu.ifPresent(value -> wire.put("mtu", value));
    return wire;
  }

  /**
   * The MTU of both ends of a wire; empty to have that of containerlab (9500), which leaves room
   * for devices that are not Linux and limit packets themselves.
   */
  private Optional<Integer> mtu(List<Port> ports) {
    return ports.stream().allMatch(this::isLinux)
        ? ports.stream().map(Port::mtu).max(Integer::compare)
        : Optional.empty();
  }

  private boolean isLinux(Port port) {
    NodeFiles files = request.nodes().get(port.node.id());
    return files != null && kind(port.node, files).equals(LINUX);
  }

  /** Interfaces that have the usual MTU, at the end of a wire that has another. */
  Map<NodeId, List<String>> smaller() {
    Map<NodeId, List<String>> smaller = new HashMap<>();
    for (Link link : lab().links()) {
      List<Port> ports = ports(link);
      if (ports.size() == 2 && !shared(link) && !mtu(ports).equals(Optional.of(USUAL_MTU))) {
        ports.stream()
            .filter(port -> port.mtu() == USUAL_MTU && isLinux(port))
            .forEach(port ->
                smaller.computeIfAbsent(port.node.id(), n -> new ArrayList<>()).add(port.name()));
      }
    }
    return smaller;
  }

  private static String endpoint(Port port) {
    return port.node.id().name() + ":" + port.name();
  }

  /** A physical interface at the end of a link. */
  private record Port(Node node, Interface itf) {
    String name() {
      return ClabTopology.name(itf);
    }

    int mtu() {
      return itf.mtu().orElse(USUAL_MTU);
    }
  }

  /** The interface as the container's network namespace has it. */
  static String name(Interface itf) {
    return itf.attributes().textAt("clab.name").orElse(itf.name());
  }

  private List<Port> ports(Link link) {
    List<Port> ports = new ArrayList<>();
    for (LinkEnd end : link.ends()) {
      Node node = lab().node(end.port().node());
      if (request.nodes().containsKey(node.id())) {
        node.find(end.port())
            .filter(itf -> !itf.virtual())
            .ifPresent(itf -> ports.add(new Port(node, itf)));
      }
    }
    return ports;
  }

  /** True when some link has one end only. */
  boolean hasStubs() {
    return lab().links().stream()
        .anyMatch(link ->
            ports(link).size() == 1
                && request.tunnel(link).isEmpty()
                && uplink(link).isEmpty()
                && !shared(link));
  }

  /** True for a link that needs a bridge on the host. */
  boolean shared(Link link) {
    int ports = ports(link).size();
    boolean many = ports > 2 || (ports > 0 && names.named(link).isPresent());
    return request.tunnel(link).map(Tunnel::shared).orElse(many) && uplink(link).isEmpty();
  }

  /** The interface of the host by which the nodes on a link reach what is outside of the lab. */
  static Optional<String> uplink(Link link) {
    return link.attributes().textAt("clab.uplink");
  }

  private Lab lab() {
    return request.lab();
  }
}
