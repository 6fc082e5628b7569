package netlab.protocol.igp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import netlab.diag.Span;
import netlab.lab.IfId;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.Link;
import netlab.lab.Neighbor;
import netlab.lab.Node;

/**
 * The network of an interface, as a protocol sees it.
 *
 * @param own the interface itself
 * @param others those on the same network that talk the protocol, too
 */
public record Segment<S extends Segment.Speaker>(S own, List<S> others) {
  /** An interface that talks a protocol. */
  public interface Speaker {
    Interface port();
  }

  public Segment {
    others = List.copyOf(others);
  }

  /**
   * The network of an interface. What is shut down is silent.
   *
   * @param speaker what an interface says in the protocol; empty where it is silent
   * @return empty when the interface itself is silent
   */
  public static <S extends Speaker> Optional<Segment<S>> of(
      Interface port, Function<IfId, Optional<S>> speaker) {
    return speaker
        .apply(port.id())
        .filter(own -> !port.isShutDown())
        .map(own -> {
          var others = new ArrayList<S>();
          for (Neighbor neighbor : port.neighbors()) {
            speaker
                .apply(neighbor.id())
                .filter(other -> !other.port().isShutDown())
                .ifPresent(others::add);
          }
          return new Segment<>(own, others);
        });
  }

  /** The networks of all interfaces that talk, in the order of the nodes. */
  public static <S extends Speaker> List<Segment<S>> all(
      Lab lab, Function<IfId, Optional<S>> speaker) {
    var all = new ArrayList<Segment<S>>();
    for (Node node : lab.nodes().values()) {
      for (Interface port : node.interfaces()) {
        of(port, speaker).ifPresent(all::add);
      }
    }
    return all;
  }

  /** The place in the lab file that an adjacency on an interface follows from. */
  public static Span cause(Lab lab, Interface port) {
    return port.link()
        .flatMap(lab::link)
        .map(Link::span)
        .filter(Span::known)
        .orElseGet(() -> lab.node(port.id().node()).span());
  }

  /** All speakers, the own interface first. */
  public List<S> all() {
    var all = new ArrayList<S>(others.size() + 1);
    all.add(own);
    all.addAll(others);
    return all;
  }
}
