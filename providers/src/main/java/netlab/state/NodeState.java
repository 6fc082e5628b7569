package netlab.state;

import java.util.List;
import java.util.Optional;
import netlab.lab.NodeId;

/**
 * A node as later commands need it.
 *
 * @param device name of the device folder
 * @param provider the provider that runs it
 * @param role {@code router}, {@code host}, {@code bridge} or {@code gateway}
 * @param modules protocols it runs
 * @param management its management address
 */
public record NodeState(
    NodeId id,
    String device,
    String provider,
    String role,
    List<String> modules,
    Optional<String> image,
    Optional<String> management) {
  public NodeState {
    modules = List.copyOf(modules);
  }
}
