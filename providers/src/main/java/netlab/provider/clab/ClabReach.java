package netlab.provider.clab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.device.Device;
import netlab.exec.Command;
import netlab.lab.Management;
import netlab.lab.Node;
import netlab.lab.NodeId;
import netlab.net.Ip;
import netlab.net.Prefix;
import netlab.plan.LabFolder;
import netlab.provider.RunInfo;
import netlab.transport.Endpoint;

/**
 * How commands get into a container: by SSH when the image says that it has a server (or the device
 * always has one), else by a program inside of it.
 */
final class ClabReach {
  /** Where servers listen that say nothing else. */
  private static final int SSH = 22;

  private static final String PORT = "port";

  /** Between the words of a command in the facts of a node; no argument of ours has it. */
  private static final String SEPARATOR = "\t";

  /** Where containerlab names the network namespace of each container that runs. */
  private static final Path NAMESPACES = Path.of("/run/netns");

  private final Docker docker;
  private volatile List<Prefix> networks = List.of();

  ClabReach(Docker docker) {
    this.docker = docker;
  }

  /** What {@link #cli} needs to know about a node. */
  SequencedMap<String, String> describe(String container, Node node, Device device)
      throws InterruptedException {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    facts.put("container", container);
    facts.put("device", device.name());
    Optional<Ip> address = node.management().flatMap(ClabReach::address);
    address.ifPresent(ip -> facts.put("address", ip.toString()));
    Optional<String> user =
        own(node, "ansible_user").or(() -> device.facts().textAt("connect.user"));
    boolean appliance = device.facts().textAt("connect.type").filter("ssh"::equals).isPresent();
    if (appliance) {
      facts.put("appliance", "yes");
    }
    own(node, "ansible_port")
        .or(() -> device.facts().textAt("connect.port"))
        .filter(port -> port(port) > 0)
        .ifPresent(port -> facts.put(PORT, port));
    boolean server = appliance || (node.image().isPresent() && exposesSsh(node.image().get()));
    if (server && address.isPresent() && user.isPresent()) {
      facts.put("user", user.get());
      own(node, "ansible_ssh_pass")
          .or(() -> device.facts().textAt("connect.password"))
          .ifPresent(password -> facts.put("password", password));
    }
    facts.put("command", String.join(SEPARATOR, device.facts().textsAt("connect.command")));
    facts.put("shell", String.join(SEPARATOR, device.facts().textsAt("connect.shell")));
    return facts;
  }

  private boolean exposesSsh(String image) throws InterruptedException {
    return docker.image(image).filter(known -> known.exposes(SSH)).isPresent();
  }

  private static Optional<String> own(Node node, String attribute) {
    return node.attributes().textAt(attribute);
  }

  /** A TCP port; 0 when it is none. */
  private static int port(String text) {
    return text.matches("[1-9]\\d{0,4}") && Integer.parseInt(text) < 65536
        ? Integer.parseInt(text)
        : 0;
  }

  private static int port(SequencedMap<String, String> facts) {
    return facts.containsKey(PORT) ? port(facts.getOrDefault(PORT, "")) : SSH;
  }

  private static Optional<Ip> address(Management management) {
    return management.ipv4().or(management::ipv6);
  }

  /** Where the device's commands are run. */
  Endpoint cli(RunInfo run, NodeId node) {
    SequencedMap<String, String> facts = facts(run, node);
    List<String> program = words(facts.getOrDefault("command", ""));
    String address = facts.get("address");
    String user = facts.get("user");
    if (address != null && user != null && isLocal(address) && !hasEnded(facts)) {
      boolean appliance = facts.containsKey("appliance");
      return new Endpoint.Ssh(
          address,
          port(facts),
          user,
          Optional.ofNullable(facts.get("password")),
          Optional.empty(),
          appliance ? List.of() : program);
    }
    return new Endpoint.DockerExec(container(facts), program);
  }

  /**
   * True when this machine has an interface in the network of the address. When the lab's network
   * is gone the address may belong to anybody, who must not be sent a password. A network that was
   * found is not looked for again; one that was not may still be made.
   */
  private boolean isLocal(String address) {
    Optional<Ip> wanted = Ip.tryParse(address);
    if (wanted.isEmpty()) {
      return false;
    }
    if (networks.stream().noneMatch(prefix -> prefix.contains(wanted.get()))) {
      networks = HostNetworks.now().stream().map(HostNetworks.Entry::prefix).toList();
    }
    return networks.stream().anyMatch(prefix -> prefix.contains(wanted.get()));
  }

  /** True when a container ran and does not any more: its address may be another's by now. */
  private static boolean hasEnded(SequencedMap<String, String> facts) {
    Path namespace = NAMESPACES.resolve(container(facts));
    return Files.isSymbolicLink(namespace) && !Files.exists(namespace);
  }

  /** True when the node's container has begun to run. */
  static boolean runs(RunInfo run, NodeId node) {
    return Files.exists(NAMESPACES.resolve(container(facts(run, node))));
  }

  /**
   * The sockets of the FRR daemons in a container of this machine; empty when it has none, or when
   * they are closed to this user.
   */
  static Optional<Endpoint> sockets(RunInfo run, NodeId node) {
    SequencedMap<String, String> facts = facts(run, node);
    if (!isFrr(facts)) {
      return Optional.empty();
    }
    try {
      // clab-lab-r1 -> /proc/PID/ns/net
      Path link = Files.readSymbolicLink(NAMESPACES.resolve(container(facts)));
      Path folder = link.resolve("../../root/run/frr").normalize();
      return Files.isReadable(folder)
          ? Optional.of(new Endpoint.VtySockets(folder))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** True for a node whose command line is FRR's. */
  static boolean isFrr(SequencedMap<String, String> facts) {
    return words(facts.getOrDefault("command", "")).contains("vtysh");
  }

  /** Where programs are run: always inside the container. */
  static Endpoint programs(RunInfo run, NodeId node) {
    return new Endpoint.DockerExec(container(facts(run, node)), List.of());
  }

  /** The container's own command line, or a program in it, on the user's terminal. */
  static Command terminal(RunInfo run, NodeId node, List<String> program) {
    SequencedMap<String, String> facts = facts(run, node);
    List<String> inside = program.isEmpty() ? words(facts.getOrDefault("shell", "")) : program;
    List<String> argv = new ArrayList<>();
    if (inside.isEmpty() && facts.containsKey("user")) {
      Path knownHosts = new LabFolder(run.folder()).knownHosts();
      argv.addAll(
          List.of(
              "ssh",
              "-o",
              "StrictHostKeyChecking=accept-new",
              "-o",
              "UserKnownHostsFile=" + knownHosts,
              "-p",
              Integer.toString(port(facts)),
              facts.getOrDefault("user", "") + "@" + facts.getOrDefault("address", "")));
    } else {
      argv.addAll(List.of("docker", "exec", "--interactive", "--tty", container(facts)));
      argv.addAll(inside.isEmpty() ? List.of("sh") : inside);
    }
    return Command.of(argv);
  }

  static SequencedMap<String, String> facts(RunInfo run, NodeId node) {
    SequencedMap<String, String> facts = run.nodes().get(node);
    if (facts == null) {
      throw new IllegalArgumentException("no node " + node);
    }
    return facts;
  }

  static String container(SequencedMap<String, String> facts) {
    return facts.getOrDefault("container", "");
  }

  private static List<String> words(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(SEPARATOR, -1));
  }
}
