package netlab.protocol.bgp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.NodeDraft;
import netlab.lab.NodeId;
import netlab.lab.VrfId;
import netlab.schema.Value;

/**
 * The sessions that BGP has found, for plugins that change them: those of the global routing table
 * and then those of VRFs.
 */
public final class BgpSessions {

  /**
   * One side of a session.
   *
   * @param vrf the VRF it is in
   * @param port the interface it runs over; empty for sessions between loopbacks
   * @param settings what the lab file says about BGP on that interface
   */
  public record Session(
      NodeDraft node,
      Optional<String> vrf,
      Optional<InterfaceDraft> port,
      Value.Fields settings,
      BgpNeighbor neighbor) {

    /** How messages call the other end. */
    public String peer() {
      return "neighbor `" + neighbor.name() + "` of `" + node + "`";
    }
  }

  /** Settings of sessions that run over no interface, by node and index. */
  private record Virtual(Map<NodeId, Map<Integer, Value.Fields>> ports) {}

  private BgpSessions() {}

  /** Says what counts as the settings of an interface for a session without one. */
  public static void addPort(Draft draft, NodeId node, int index, Value.Fields settings) {
    Virtual virtual =
        draft
            .noted(Virtual.class)
            .orElseGet(() -> {
              var none = new Virtual(new HashMap<>());
              draft.note(Virtual.class, none);
              return none;
            });
    virtual.ports.computeIfAbsent(node, n -> new HashMap<>()).put(index, settings);
  }

  /** Replaces each session by what becomes of it; an empty result removes it. */
  public static void change(
      Draft draft, NodeDraft node, Function<Session, Optional<BgpNeighbor>> change) {
    if (draft.find(Bgp.NODE, node.id()).isEmpty()) {
      return;
    }
    Map<Integer, InterfaceDraft> ports = new HashMap<>();
    node.interfaces().forEach(port -> ports.put(port.index(), port));
    draft.revise(
        Bgp.NODE,
        node.id(),
        found -> {
          BgpNode bgp = found.orElseThrow();
          return bgp.with(changed(draft, node, Optional.empty(), ports, bgp.neighbors(), change));
        });
    for (String vrf : node.attributes().fieldsAt("vrfs").fields().keySet()) {
      var id = new VrfId(node.id(), vrf);
      if (draft.find(Bgp.VRF, id).isPresent()) {
        Optional<String> name = Optional.of(vrf);
        draft.revise(
            Bgp.VRF,
            id,
            found -> {
              BgpVrf bgp = found.orElseThrow();
              return bgp.with(changed(draft, node, name, ports, bgp.neighbors(), change));
            });
      }
    }
  }

  private static List<BgpNeighbor> changed(
      Draft draft,
      NodeDraft node,
      Optional<String> vrf,
      Map<Integer, InterfaceDraft> ports,
      List<BgpNeighbor> sessions,
      Function<Session, Optional<BgpNeighbor>> change) {
    var left = new ArrayList<BgpNeighbor>(sessions.size());
    for (BgpNeighbor session : sessions) {
      Optional<InterfaceDraft> port = session.ifindex().map(ports::get);
      Value.Fields settings =
          port.map(p -> p.attributes().fieldsAt("bgp"))
              .or(() -> session.ifindex().map(i -> virtual(draft, node, i)))
              .orElse(Value.Fields.NONE);
      change.apply(new Session(node, vrf, port, settings, session)).ifPresent(left::add);
    }
    return left;
  }

  private static Value.Fields virtual(Draft draft, NodeDraft node, int index) {
    return draft
        .noted(Virtual.class)
        .map(v -> v.ports.getOrDefault(node.id(), Map.of()).get(index))
        .orElse(Value.Fields.NONE);
  }

  /** The sessions of a node. */
  public static List<Session> of(Draft draft, NodeDraft node) {
    var all = new ArrayList<Session>();
    change(
        draft,
        node,
        session -> {
          all.add(session);
          return Optional.of(session.neighbor());
        });
    return all;
  }

  /** Adds a session behind the others, in a VRF when one is named. */
  public static void add(Draft draft, NodeDraft node, Optional<String> vrf, BgpNeighbor session) {
    if (vrf.isPresent()) {
      draft.revise(
          Bgp.VRF,
          new VrfId(node.id(), vrf.get()),
          bgp -> bgp.orElseThrow().with(with(bgp.orElseThrow().neighbors(), session)));
    } else {
      draft.revise(
          Bgp.NODE,
          node.id(),
          bgp -> bgp.orElseThrow().with(with(bgp.orElseThrow().neighbors(), session)));
    }
  }

  private static List<BgpNeighbor> with(List<BgpNeighbor> sessions, BgpNeighbor session) {
    var all = new ArrayList<>(sessions);
    all.add(session);
    return all;
  }

  /** The setting that says from which interface a session between loopbacks speaks. */
  public static Value.Fields source(InterfaceDraft port) {
    return Sessions.source(port);
  }

  /** Adds a setting to what the model says about BGP on a node. */
  public static void set(Draft draft, NodeDraft node, String key, Value value) {
    draft.revise(Bgp.NODE, node.id(), bgp -> bgp.orElseThrow().with(key, value));
  }

  /** Makes a node send communities of a kind, too, over all sessions of a type. */
  public static void send(Draft draft, NodeDraft node, String type, String kind) {
    draft.revise(Bgp.NODE, node.id(), bgp -> bgp.orElseThrow().sending(type, kind));
  }

  /** Adds a setting to what the model says about BGP in a VRF of a node. */
  public static void set(Draft draft, VrfId vrf, String key, Value value) {
    draft.revise(Bgp.VRF, vrf, bgp -> bgp.orElseThrow().with(key, value));
  }

  /** Adds a setting to what the model says about BGP on an interface. */
  public static void set(Draft draft, InterfaceDraft port, String key, Value value) {
    draft.revise(
        Bgp.INTERFACE,
        port.id(),
        found -> {
          BgpInterface bgp =
              found.orElseGet(() -> new BgpInterface(Optional.empty(), Value.Fields.NONE));
          return new BgpInterface(bgp.advertise(), bgp.extra().with(key, value));
        });
  }
}
