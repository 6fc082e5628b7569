package netlab.lab;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Span;
import netlab.net.Family;
import netlab.schema.Value;

/**
 * A router, host or switch of the lab.
 *
 * @param number the node id that addresses are made from, 1 or more
 * @param device name of the device folder
 * @param image container image or VM box
 * @param role {@code router}, {@code host}, {@code bridge} or {@code gateway}
 * @param provider the provider that runs it
 * @param modules protocols it runs, in the order in which they are configured
 * @param families address families in use anywhere on the node
 * @param loopback the main loopback, index 0
 * @param interfaces all others, by index as made; subinterfaces after their parents
 * @param attributes what the lab file says beyond the protocols' columns
 * @param span the node in the lab file
 */
public record Node(
    NodeId id,
    int number,
    String device,
    Optional<String> image,
    String role,
    String provider,
    List<String> modules,
    Set<Family> families,
    Optional<Management> management,
    Optional<Integer> mtu,
    Optional<Interface> loopback,
    List<Interface> interfaces,
    Value.Fields attributes,
    Span span) {
  public Node {
    modules = List.copyOf(modules);
    families = Set.copyOf(families);
    interfaces = List.copyOf(interfaces);
  }

  /** The interface with an index; 0 is the loopback. */
  public Optional<Interface> find(int index) {
    if (index == 0) {
      return loopback;
    }
    return interfaces.stream().filter(i -> i.id().index() == index).findFirst();
  }
}
