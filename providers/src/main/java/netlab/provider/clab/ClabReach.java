package netlab.provider.clab;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.device.Device;
import netlab.exec.Shell;
import netlab.lab.Management;
import netlab.lab.Node;
import netlab.lab.NodeId;
import netlab.net.Ip;
import netlab.plan.LabFolder;
import netlab.provider.RunInfo;
import netlab.transport.Connections;
import netlab.transport.Endpoint;
import netlab.transport.Transport;

/**
 * How commands get into a container: by SSH when the image says that it has a server (or the device
 * always has one), else by a program inside of it.
 */
final class ClabReach {
  private static final int SSH = 22;

  /** Between the words of a command in the facts of a node; no argument of ours has it. */
  private static final String SEPARATOR = "\t";

  private final Shell shell;
  private final Docker docker;

  ClabReach(Shell shell, Docker docker) {
    this.shell = shell;
    this.docker = docker;
  }

  /** What {@link #connect} needs to know about a node. */
  SequencedMap<String, String> describe(String container, Node node, Device device)
      throws InterruptedException {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    facts.put("container", container);
    facts.put("device", device.name());
    Optional<Ip> address = node.management().flatMap(ClabReach::address);
    address.ifPresent(ip -> facts.put("address", ip.toString()));
    Optional<String> user =
        own(node, "ansible_user").or(() -> device.facts().textAt("connect.user"));
    boolean server =
        device.facts().textAt("connect.type").filter("ssh"::equals).isPresent()
            || (node.image().isPresent() && docker.exposes(node.image().get(), SSH));
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

  private static Optional<String> own(Node node, String attribute) {
    return node.attributes().textAt(attribute);
  }

  private static Optional<Ip> address(Management management) {
    return management.ipv4().or(management::ipv6);
  }

  Transport connect(RunInfo run, NodeId node) {
    SequencedMap<String, String> facts = run.nodes().get(node);
    if (facts == null) {
      throw new IllegalArgumentException("no node " + node);
    }
    return new Connections(shell, new LabFolder(run.folder()).knownHosts())
        .to(node.name(), endpoint(facts));
  }

  private static Endpoint endpoint(SequencedMap<String, String> facts) {
    String address = facts.get("address");
    String user = facts.get("user");
    if (address != null && user != null) {
      return new Endpoint.Ssh(
          address, SSH, user, Optional.ofNullable(facts.get("password")), Optional.empty());
    }
    return new Endpoint.DockerExec(
        facts.getOrDefault("container", ""), words(facts.getOrDefault("command", "")));
  }

  private static List<String> words(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(SEPARATOR, -1));
  }
}
