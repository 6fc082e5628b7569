package netlab.protocol.vlan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.draft.EndDraft;
import netlab.draft.LinkDraft;
import netlab.draft.NodeDraft;
import netlab.schema.Value;

/** What the first part of the module finds out for the second. */
final class Plan {
  /**
   * A VLAN as it is one broadcast domain: of the whole lab, or of one node only.
   *
   * @param owner the node of a VLAN that is not known in the whole lab
   * @param written its attributes in the lab file
   */
  record Domain(
      String name,
      Optional<NodeDraft> owner,
      int id,
      Mode mode,
      Optional<Value.Fields> prefix,
      Value.Fields written) {}

  /**
   * A VLAN on a node.
   *
   * @param own the attributes the node gives it
   */
  record OnNode(Domain domain, Mode mode, Value.Fields own) {
    String name() {
      return domain.name();
    }
  }

  /** What kind of port carries a VLAN. */
  enum Kind {
    ACCESS,
    NATIVE,
    MEMBER
  }

  /**
   * A VLAN on an end of a link.
   *
   * @param parent the trunk port of a member end
   */
  record Carried(OnNode vlan, Kind kind, Mode mode, Optional<EndDraft> parent) {}

  final SequencedMap<String, Domain> domains = new LinkedHashMap<>();
  final Map<NodeDraft, SequencedMap<String, OnNode>> nodes = new LinkedHashMap<>();
  final Map<EndDraft, Carried> carried = new LinkedHashMap<>();

  /** Trunks with their VLANs in alphabetical order. */
  final Map<EndDraft, SequencedMap<String, Value.Fields>> trunks = new LinkedHashMap<>();

  /** The VLAN of all frames without tag on a link. */
  final Map<LinkDraft, Domain> untagged = new HashMap<>();

  /** Member links, and untagged links, that nobody bridges. */
  final Map<LinkDraft, Boolean> routed = new HashMap<>();

  /** The VLAN an end carries without being a trunk for it. */
  Optional<Carried> carriedBy(EndDraft end) {
    return Optional.ofNullable(carried.get(end));
  }

  boolean isMember(EndDraft end) {
    return carriedBy(end).filter(c -> c.kind() == Kind.MEMBER).isPresent();
  }

  /** The VLANs of a node that it uses or defines. */
  SequencedMap<String, OnNode> vlans(NodeDraft node) {
    return nodes.getOrDefault(node, new LinkedHashMap<>());
  }

  Optional<OnNode> vlan(NodeDraft node, String name) {
    return Optional.ofNullable(vlans(node).get(name));
  }

  boolean isRouted(LinkDraft link) {
    return routed.getOrDefault(link, false);
  }
}
