package netlab.validate;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import netlab.lab.NodeId;

/**
 * A test of a lab file.
 *
 * @param nodes where it runs; none when it only waits
 * @param devices the devices that can run it; none when that follows from the action
 * @param limit how long nodes are asked until they pass; the length of a pause
 * @param waiting what is said meanwhile
 * @param pass what is said when it passed
 * @param fail what is said when it failed
 * @param failure what breaks first; the time that the test then takes is the time to reconverge
 * @param repairs the tests whose failures are repaired first
 * @param stopOnError whether no further test runs when it failed
 * @param onlyWarns whether its failure is a warning
 */
public record LabTest(
    String name,
    Optional<String> description,
    List<NodeId> nodes,
    List<String> devices,
    Optional<Duration> limit,
    Optional<String> waiting,
    Optional<String> pass,
    Optional<String> fail,
    Optional<Failure> failure,
    List<String> repairs,
    boolean stopOnError,
    boolean onlyWarns,
    Action action) {
  public LabTest {
    nodes = List.copyOf(nodes);
    devices = List.copyOf(devices);
    repairs = List.copyOf(repairs);
  }

  /** The same test on other nodes. */
  public LabTest on(List<NodeId> others) {
    return new LabTest(
        name,
        description,
        others,
        devices,
        limit,
        waiting,
        pass,
        fail,
        failure,
        repairs,
        stopOnError,
        onlyWarns,
        action);
  }

  /** The same test with another limit. */
  LabTest within(Optional<Duration> other) {
    return new LabTest(
        name,
        description,
        nodes,
        devices,
        other,
        waiting,
        pass,
        fail,
        failure,
        repairs,
        stopOnError,
        onlyWarns,
        action);
  }

  /** The same test, whose failure is a warning. */
  LabTest warning() {
    return new LabTest(
        name,
        description,
        nodes,
        devices,
        limit,
        waiting,
        pass,
        fail,
        failure,
        repairs,
        stopOnError,
        true,
        action);
  }

  /** True when it changes something and looks at nothing. */
  boolean onlyActs() {
    return action instanceof Action.Pause && (failure.isPresent() || !repairs.isEmpty());
  }
}
