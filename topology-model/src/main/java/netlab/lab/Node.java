package netlab.lab;

import java.util.ArrayList;
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
 * @param provider the provider that runs it when it is not the one of the lab
 * @param modules protocols it runs, in the order in which they are configured
 * @param families address families in use anywhere on the node
 * @param loopback the main loopback
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
    Optional<String> provider,
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

  /** This node with other interfaces beside its loopback. */
  public Node withInterfaces(List<Interface> others) {
    return with(role, loopback, others, attributes);
  }

  /** This node with another loopback. */
  public Node withLoopback(Interface other) {
    return with(role, Optional.of(other), interfaces, attributes);
  }

  /** This node with another role. */
  public Node withRole(String other) {
    return with(other, loopback, interfaces, attributes.with("role", Value.of(other)));
  }

  /** This node with a further attribute. */
  public Node with(String key, Value value) {
    return with(role, loopback, interfaces, attributes.with(key, value));
  }

  private Node with(
      String newRole,
      Optional<Interface> newLoopback,
      List<Interface> others,
      Value.Fields newAttributes) {
    return new Node(
        id,
        number,
        device,
        image,
        newRole,
        provider,
        modules,
        families,
        management,
        mtu,
        newLoopback,
        others,
        newAttributes,
        span);
  }

  /** The interface with an identifier; it may be the loopback. */
  public Optional<Interface> find(IfId wanted) {
    if (wanted.isLoopback()) {
      return loopback.filter(l -> l.id().equals(wanted));
    }
    // Ports mostly are in a row by their index; without this, large nodes cost the square.
    int at = interfaces.isEmpty() ? 0 : wanted.index() - interfaces.getFirst().id().index();
    if (at >= 0 && at < interfaces.size() && interfaces.get(at).id().equals(wanted)) {
      return Optional.of(interfaces.get(at));
    }
    for (Interface port : interfaces) {
      if (port.id().equals(wanted)) {
        return Optional.of(port);
      }
    }
    return Optional.empty();
  }

  /** The loopback, if there is one, and then all other interfaces. */
  public List<Interface> allInterfaces() {
    var all = new ArrayList<Interface>(interfaces.size() + 1);
    loopback.ifPresent(all::add);
    all.addAll(interfaces);
    return all;
  }
}
