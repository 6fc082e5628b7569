package netlab.protocol.igp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.NodeDraft;
import netlab.net.Family;
import netlab.schema.Value;

/**
 * A protocol at work on a node.
 *
 * @param settings what is set for the protocol on the node
 * @param ports the interfaces it runs on, each with its settings there
 * @param families the address families it routes
 */
public record IgpProcess(
    NodeDraft node,
    String protocol,
    Value.Fields settings,
    SequencedMap<InterfaceDraft, Value.Fields> ports,
    Set<Family> families) {
  public IgpProcess {
    ports = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(ports));
    families = Collections.unmodifiableSet(families);
  }

  /**
   * The process of a node in its global routing table.
   *
   * @return empty when no interface beside the main loopback or no family is left for it: the node
   *     leaves the module, and a warning says so
   */
  public static Optional<IgpProcess> global(
      Draft draft, NodeDraft node, String protocol, Diagnostics diagnostics) {
    Value.Fields settings = node.attributes().fieldsAt(protocol);
    var ports = new LinkedHashMap<InterfaceDraft, Value.Fields>();
    boolean active = false;
    for (InterfaceDraft port : node.allInterfaces()) {
      if (port.attributes().at("vrf").isPresent()) {
        continue;
      }
      Optional<Value.Fields> found = Igp.settings(draft, port, protocol);
      found.ifPresent(s -> ports.put(port, s));
      active = active || (found.isPresent() && !port.id().isLoopback());
    }
    Set<Family> families = Igp.families(node, settings, ports.keySet());
    if (!active || families.isEmpty()) {
      Igp.leave(draft, node, protocol, diagnostics);
      return Optional.empty();
    }
    var process = new IgpProcess(node, protocol, settings, ports, families);
    process.checkFeatures(diagnostics);
    return Optional.of(process);
  }

  /** The families as the model shows them. */
  public FamilyFlags af() {
    return FamilyFlags.all(families);
  }

  private void checkFeatures(Diagnostics diagnostics) {
    for (Family family : families) {
      if (denies(family.text())) {
        diagnostics.error(
            Code.FEATURE_MISSING,
            settings.at("af").map(Value::span).filter(s -> s.known()).orElse(node.span()),
            "device `"
                + node.device().name()
                + "` of `"
                + node
                + "` cannot run "
                + protocol
                + " for "
                + family,
            "leave the family out with `" + protocol + ".af`, or take its addresses away");
      }
    }
    ports.forEach((port, its) -> {
      if (its.boolAt("passive").orElse(false) && denies("passive")) {
        diagnostics.error(
            Code.FEATURE_MISSING,
            its.at("passive").orElse(its).span(),
            "device `"
                + node.device().name()
                + "` of `"
                + node
                + "` has no passive "
                + protocol
                + " interfaces");
      }
    });
  }

  /** True when the device says that it cannot; most say nothing about what all can. */
  private boolean denies(String feature) {
    return node.device()
        .facts()
        .boolAt("features." + protocol + "." + feature)
        .filter(can -> !can)
        .isPresent();
  }
}
