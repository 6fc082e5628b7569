package netlab.protocol.bgp;

import java.util.List;
import java.util.Optional;
import netlab.draft.NodeDraft;
import netlab.draft.RouterIds;
import netlab.net.Asn;
import netlab.net.Family;
import netlab.net.Ip;
import netlab.schema.Value;

/** A node that runs BGP. */
record Speaker(NodeDraft node, Asn as, Optional<Ip> routerId) {

  Value.Fields settings() {
    return node.attributes().fieldsAt("bgp");
  }

  boolean isReflector() {
    return settings().boolAt("rr").orElse(false);
  }

  /** True unless this reflector peers with other reflectors only when they insist. */
  boolean meshesReflectors() {
    return settings().boolAt("rr_mesh").orElse(true);
  }

  Optional<Ip> clusterId() {
    return settings().at("rr_cluster_id").flatMap(RouterIds::parse);
  }

  /** True when sessions of a type may use addresses of a family. */
  boolean allows(Family family, String type) {
    return listed("sessions", family, type);
  }

  /** True when sessions of a type exchange routes of a family. */
  boolean activates(Family family, String type) {
    return listed("activate", family, type);
  }

  private boolean listed(String setting, Family family, String type) {
    Value.Fields types = settings().fieldsAt(setting);
    if (types.isEmpty()) {
      return true;
    }
    List<String> listed = types.textsAt(family.text());
    return listed.contains(type);
  }

  /** The AS numbers of the other members of the confederation. */
  List<String> confederationPeers() {
    return settings().textsAt("confederation.peers");
  }

  Optional<Asn> confederation() {
    return settings().textAt("confederation.as").flatMap(Asn::tryParse);
  }

  /** The AS number the node shows on an interface with these settings. */
  Asn localAs(Value.Fields port) {
    return port.textAt("local_as")
        .or(() -> settings().textAt("local_as"))
        .flatMap(Asn::tryParse)
        .orElse(as);
  }
}
