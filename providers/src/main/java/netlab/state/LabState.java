package netlab.state;

import java.util.List;
import java.util.Optional;
import netlab.expect.Expectation;
import netlab.lab.NodeId;
import netlab.provider.RunInfo;

/**
 * A lab as it was compiled, without its model.
 *
 * @param netlab the version that compiled it
 * @param name the topology's name
 * @param file the lab file, relative to the lab's folder where it lies below it
 * @param nodes all nodes, in the order of the lab
 * @param expectations what must be true once it runs
 * @param run where it runs; empty when it was only compiled
 */
public record LabState(
    String netlab,
    String name,
    String file,
    List<NodeState> nodes,
    List<Expectation> expectations,
    Optional<RunInfo> run) {
  public LabState {
    nodes = List.copyOf(nodes);
    expectations = List.copyOf(expectations);
  }

  /** The node of that name. */
  public Optional<NodeState> node(String node) {
    return node(new NodeId(node));
  }

  /** The node with that id. */
  public Optional<NodeState> node(NodeId node) {
    return nodes.stream().filter(n -> n.id().equals(node)).findFirst();
  }
}
