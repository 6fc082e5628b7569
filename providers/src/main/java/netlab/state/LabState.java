package netlab.state;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.device.Device;
import netlab.diag.Span;
import netlab.expect.Expectation;
import netlab.expect.Reach;
import netlab.lab.NodeId;
import netlab.provider.RunInfo;

/**
 * A lab as it was compiled, without its model.
 *
 * @param netlab the version that compiled it
 * @param name the topology's name
 * @param file the lab file, relative to the lab's folder where it lies below it
 * @param devices the facts of the device types in use
 * @param nodes all nodes, in the order of the lab
 * @param expectations what must be true once it runs
 * @param reaches routes that follow from those
 * @param tests where the lab file has its tests, by their names
 * @param run where it runs; empty when it was only compiled
 */
public record LabState(
    String netlab,
    String name,
    String file,
    SequencedMap<String, Device> devices,
    List<NodeState> nodes,
    List<Expectation> expectations,
    List<Reach> reaches,
    SequencedMap<String, Span> tests,
    Optional<RunInfo> run) {
  public LabState {
    tests = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tests));
    devices = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(devices));
    nodes = List.copyOf(nodes);
    expectations = List.copyOf(expectations);
    reaches = List.copyOf(reaches);
  }

  /** A lab without tests, and without routes to look for. */
  public LabState(
      String netlab,
      String name,
      String file,
      SequencedMap<String, Device> devices,
      List<NodeState> nodes,
      List<Expectation> expectations,
      Optional<RunInfo> run) {
    this(netlab, name, file, devices, nodes, expectations, List.of(), new LinkedHashMap<>(), run);
  }

  /** The same lab with other tests. */
  public LabState testedBy(SequencedMap<String, Span> places) {
    return new LabState(netlab, name, file, devices, nodes, expectations, reaches, places, run);
  }

  /** The node of that name. */
  public Optional<NodeState> node(String node) {
    return node(new NodeId(node));
  }

  /** The node with that id. */
  public Optional<NodeState> node(NodeId node) {
    return nodes.stream().filter(n -> n.id().equals(node)).findFirst();
  }

  /** The device of a node. */
  public Device device(NodeState node) {
    return Objects.requireNonNull(devices.get(node.device()), node.device());
  }
}
