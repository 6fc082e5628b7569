package netlab.protocol.igp;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import netlab.draft.InterfaceDraft;
import netlab.net.Family;
import netlab.schema.Value;

/** Where an interior protocol asks BFD (RFC 5882) to watch its neighbors. */
public final class BfdUse {
  private BfdUse() {}

  /** By family, on the node; empty when the node does not run BFD or the protocol does not ask. */
  public static Optional<FamilyFlags> ofNode(IgpProcess process) {
    return process.node().runs("bfd")
        ? read(process.settings(), process.families())
        : Optional.empty();
  }

  /**
   * By family, on an interface: what it says itself, else what the node says, for families the
   * interface has.
   */
  public static Optional<FamilyFlags> ofInterface(
      IgpProcess process, InterfaceDraft port, Optional<FamilyFlags> ofNode) {
    if (isOff(process, port)) {
      return Optional.empty();
    }
    Set<Family> families = EnumSet.noneOf(Family.class);
    for (Family family : Family.values()) {
      if (port.ip(family).isPresent()) {
        families.add(family);
      }
    }
    Value.Fields own = process.ports().getOrDefault(port, Value.Fields.NONE);
    if (own.at("bfd").isEmpty() || (own.boolAt("bfd").orElse(false) && ofNode.isPresent())) {
      return ofNode.flatMap(flags -> flags.only(families));
    }
    return read(own, families);
  }

  /** Without regard to families, on the node. */
  public static boolean isOn(IgpProcess process) {
    return process.node().runs("bfd") && wanted(process.settings()).orElse(false);
  }

  /** Without regard to families, on an interface: what it says itself, else what the node says. */
  public static boolean isOn(IgpProcess process, InterfaceDraft port) {
    Value.Fields own = process.ports().getOrDefault(port, Value.Fields.NONE);
    return !isOff(process, port) && wanted(own).orElseGet(() -> isOn(process));
  }

  private static boolean isOff(IgpProcess process, InterfaceDraft port) {
    return !process.node().runs("bfd")
        || port.id().isLoopback()
        || port.attributes().is("bfd", false);
  }

  private static Optional<Boolean> wanted(Value.Fields settings) {
    return settings
        .at("bfd")
        .map(bfd ->
            bfd instanceof Value.Fields fields
                ? wants(fields)
                : bfd instanceof Value.Scalar s && s.data().equals(true));
  }

  /** A mapping that names no family is about all of them. */
  private static boolean wants(Value.Fields bfd) {
    FamilyFlags flags = FamilyFlags.of(bfd);
    return flags.flags().isEmpty() ? !bfd.isEmpty() : flags.flags().containsValue(true);
  }

  private static Optional<FamilyFlags> read(Value.Fields settings, Set<Family> families) {
    Optional<Value> bfd = settings.at("bfd");
    if (bfd.isPresent() && bfd.get() instanceof Value.Fields fields) {
      return FamilyFlags.of(fields).only(families);
    }
    return settings.boolAt("bfd").orElse(false)
        ? Optional.of(FamilyFlags.all(families))
        : Optional.empty();
  }
}
