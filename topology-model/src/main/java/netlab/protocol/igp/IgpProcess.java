package netlab.protocol.igp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.lab.Column;
import netlab.lab.NodeId;
import netlab.lab.VrfId;
import netlab.net.Family;
import netlab.schema.Value;

/**
 * A protocol at work on a node.
 *
 * @param vrf the VRF it works in; empty for the global routing table
 * @param settings what is set for the protocol on the node, under what is set for it in the VRF
 * @param ports the interfaces it runs on, each with its settings there
 * @param families the address families it routes
 */
public record IgpProcess(
    NodeDraft node,
    String protocol,
    Optional<VrfId> vrf,
    Value.Fields settings,
    SequencedMap<InterfaceDraft, Value.Fields> ports,
    Set<Family> families) {
  public IgpProcess {
    ports = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(ports));
    families = Collections.unmodifiableSet(families);
  }

  /**
   * The processes of a node: in its global routing table, and in the VRFs that want one or have
   * another router with the protocol on one of their networks.
   *
   * @return nothing when no interface beside the main loopback or no family is left for any: the
   *     node leaves the module, and a warning says so
   */
  public static List<IgpProcess> of(
      Draft draft, NodeDraft node, String protocol, Diagnostics diagnostics) {
    var ports = new LinkedHashMap<Optional<VrfId>, SequencedMap<InterfaceDraft, Value.Fields>>();
    ports.put(Optional.empty(), new LinkedHashMap<>());
    for (InterfaceDraft port : node.allInterfaces()) {
      Igp.settings(draft, port, protocol)
          .ifPresent(
              s -> ports.computeIfAbsent(port.vrf(), v -> new LinkedHashMap<>()).put(port, s));
    }
    var processes = new ArrayList<IgpProcess>();
    ports.forEach((vrf, its) -> {
      Optional<IgpProcess> process =
          vrf.isPresent()
              ? inVrf(draft, node, protocol, vrf.get(), its)
              : global(node, protocol, its);
      process.ifPresent(processes::add);
    });
    processes.forEach(p -> p.checkFeatures(draft, diagnostics));
    if (processes.isEmpty()) {
      Igp.leave(draft, node, protocol, diagnostics);
    }
    return processes;
  }

  private static Optional<IgpProcess> global(
      NodeDraft node, String protocol, SequencedMap<InterfaceDraft, Value.Fields> ports) {
    Value.Fields settings = node.attributes().fieldsAt(protocol);
    boolean alone = ports.keySet().stream().allMatch(p -> p.id().isLoopback());
    Set<Family> families = Igp.families(node, settings, ports.keySet());
    return alone || families.isEmpty()
        ? Optional.empty()
        : Optional.of(new IgpProcess(node, protocol, Optional.empty(), settings, ports, families));
  }

  private static Optional<IgpProcess> inVrf(
      Draft draft,
      NodeDraft node,
      String protocol,
      VrfId vrf,
      SequencedMap<InterfaceDraft, Value.Fields> ports) {
    String path = "vrfs." + vrf.name() + "." + protocol;
    Value.Fields own = node.attributes().fieldsAt(path);
    boolean wanted = node.attributes().is(path, true) || own.boolAt("active").orElse(false);
    boolean off =
        node.attributes().is(path, false)
            || draft.defaults().at(protocol + ".vrf_features").isEmpty();
    if (off || !(wanted || Igp.hasPeers(draft, ports.keySet(), protocol))) {
      return Optional.empty();
    }
    Value.Fields settings =
        own.with("active", Value.of(true)).over(node.attributes().fieldsAt(protocol));
    Set<Family> families = Igp.families(node, settings, ports.keySet());
    return families.isEmpty()
        ? Optional.empty()
        : Optional.of(new IgpProcess(node, protocol, Optional.of(vrf), settings, ports, families));
  }

  /** Puts what a protocol says about the process onto the node, or onto the VRF. */
  public <T> void put(Draft draft, Column<NodeId, T> onNode, Column<VrfId, T> onVrf, T fact) {
    if (vrf.isPresent()) {
      draft.put(onVrf, vrf.get(), fact);
    } else {
      draft.put(onNode, node.id(), fact);
    }
  }

  /** The families as the model shows them. */
  public FamilyFlags af() {
    return FamilyFlags.all(families);
  }

  private void checkFeatures(Draft draft, Diagnostics diagnostics) {
    for (Family family : families) {
      vrf.ifPresent(v -> checkVrf(draft, v, family, diagnostics));
      if (!allows(node.device(), family.text())) {
        Lack.report(
            node,
            settings.at("af").map(Value::span).filter(s -> s.known()).orElse(node.span()),
            "cannot run " + protocol + " for " + family,
            "leave the family out with `" + protocol + ".af`, or take its addresses away",
            other -> other.can(protocol) && allows(other, family.text()),
            diagnostics);
      }
    }
    vrf.ifPresent(v -> checkLoopback(v, diagnostics));
    ports.forEach((port, its) -> {
      if (its.boolAt("passive").orElse(false) && !allows(node.device(), "passive")) {
        Lack.report(
            node,
            its.at("passive").orElse(its).span(),
            "has no passive " + protocol + " interfaces",
            other -> other.can(protocol) && allows(other, "passive"),
            diagnostics);
      }
    });
  }

  /** An interface without address borrows one, which must be in the same VRF. */
  private void checkLoopback(VrfId vrf, Diagnostics diagnostics) {
    boolean lends =
        node.interfaces().stream()
            .anyMatch(p ->
                p.isLoopback()
                    && p.vrf().filter(vrf::equals).isPresent()
                    && p.address(Family.IPV4).isPresent());
    Optional<InterfaceDraft> borrower =
        ports.keySet().stream().filter(Igp::isUnnumbered).findFirst();
    if (borrower.isPresent() && !lends) {
      diagnostics.error(
          Code.VRF_LOOPBACK,
          borrower.get().link().map(l -> l.span()).orElse(node.span()),
          "`"
              + borrower.get()
              + "` has no IPv4 address of its own, and VRF `"
              + vrf.name()
              + "` no loopback to borrow one from",
          "set `vrfs." + vrf.name() + ".loopback: true`");
    }
  }

  private void checkVrf(Draft draft, VrfId vrf, Family family, Diagnostics diagnostics) {
    String path = protocol + ".vrf_features." + family.text();
    String feature = draft.defaults().textAt(path).orElse(protocol);
    if (!node.device().can("vrf." + feature)) {
      Span written = node.attributes().keySpan("vrfs." + vrf.name());
      Lack.report(
          node,
          written.or(node.span()),
          "cannot run " + feature + " in VRF `" + vrf.name() + "`",
          other -> other.can("vrf." + feature),
          diagnostics);
    }
  }

  /** False where the device says that it cannot; what it does not mention it can. */
  private boolean allows(Device device, String feature) {
    return device.facts().boolAt("features." + protocol + "." + feature).orElse(true);
  }
}
