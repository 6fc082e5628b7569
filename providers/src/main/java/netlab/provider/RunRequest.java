package netlab.provider;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.device.Device;
import netlab.lab.IfId;
import netlab.lab.Lab;
import netlab.lab.Link;
import netlab.lab.NodeId;
import netlab.plan.LabFolder;
import netlab.plan.LabId;
import netlab.plugin.multiserver.Tunnel;
import netlab.render.ConfigFile;

/**
 * A lab to be run.
 *
 * @param nodes the nodes that the provider is to run, in the order of the lab; often all
 * @param tunnels how links go on to other machines that run the other nodes, by link index
 * @param impairments of the interfaces that are to send worse than a wire would
 */
public record RunRequest(
    LabId id,
    LabFolder folder,
    Lab lab,
    SequencedMap<NodeId, NodeFiles> nodes,
    SequencedMap<Integer, Tunnel> tunnels,
    SequencedMap<IfId, Impairment> impairments) {
  /**
   * What is known of a node beyond the lab.
   *
   * @param files its rendered files, in the order of the device
   */
  public record NodeFiles(Device device, List<ConfigFile> files) {
    public NodeFiles {
      files = List.copyOf(files);
    }
  }

  public RunRequest {
    nodes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(nodes));
    tunnels = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tunnels));
    impairments = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(impairments));
  }

  /** A lab that is on one machine, with wires as good as they are. */
  public RunRequest(LabId id, LabFolder folder, Lab lab, SequencedMap<NodeId, NodeFiles> nodes) {
    this(id, folder, lab, nodes, new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  /** The nodes with impaired interfaces, each with how its interfaces are. */
  public SequencedMap<NodeId, SequencedMap<IfId, Impairment>> impaired() {
    SequencedMap<NodeId, SequencedMap<IfId, Impairment>> all = new LinkedHashMap<>();
    impairments.forEach((port, how) -> {
      if (nodes.containsKey(port.node())) {
        all.computeIfAbsent(port.node(), n -> new LinkedHashMap<>()).put(port, how);
      }
    });
    return all;
  }

  /** How a link goes on to other machines; empty when it does not. */
  public Optional<Tunnel> tunnel(Link link) {
    return Optional.ofNullable(tunnels.get(link.index()));
  }
}
