package netlab.protocol.bgp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.Lack;
import netlab.draft.LinkDraft;
import netlab.draft.NodeDraft;
import netlab.lab.InterfaceIp;
import netlab.lab.Neighbor;
import netlab.net.Asn;
import netlab.net.Family;
import netlab.schema.Value;

/** Finds the sessions of each speaker: internal ones first, then those of its interfaces. */
final class Sessions {
  private final Draft draft;
  private final SequencedMap<String, Speaker> speakers;
  private final Diagnostics diagnostics;
  private final SequencedMap<Asn, List<Speaker>> systems = new LinkedHashMap<>();
  private final Map<Asn, List<Speaker>> reflectors = new HashMap<>();

  Sessions(Draft draft, SequencedMap<String, Speaker> speakers, Diagnostics diagnostics) {
    this.draft = draft;
    this.speakers = speakers;
    this.diagnostics = diagnostics;
    for (Speaker speaker : speakers.values()) {
      systems.computeIfAbsent(speaker.as(), as -> new ArrayList<>()).add(speaker);
      if (speaker.isReflector()) {
        reflectors.computeIfAbsent(speaker.as(), as -> new ArrayList<>()).add(speaker);
      }
    }
  }

  /**
   * The sessions of a node.
   *
   * @param global those in the global routing table
   * @param inVrfs those in VRFs, by VRF
   */
  record OfNode(List<BgpNeighbor> global, Map<String, List<BgpNeighbor>> inVrfs) {
    /** Those of a node that has no neighbors. */
    static final OfNode NONE = new OfNode(List.of(), Map.of());

    List<BgpNeighbor> in(String vrf) {
      return inVrfs.getOrDefault(vrf, List.of());
    }
  }

  OfNode of(Speaker speaker) {
    var inVrfs = new HashMap<String, List<BgpNeighbor>>();
    List<BgpNeighbor> external = external(speaker, inVrfs);
    boolean localAsInside = false;
    for (BgpNeighbor neighbor : external) {
      localAsInside = localAsInside || neighbor.type().equals("localas_ibgp");
    }
    List<BgpNeighbor> all = internal(speaker, localAsInside);
    all.addAll(external);
    return new OfNode(all, inVrfs);
  }

  private List<BgpNeighbor> internal(Speaker speaker, boolean changesEveryNextHop) {
    List<Speaker> above = reflectors.getOrDefault(speaker.as(), List.of());
    List<Speaker> all = systems.getOrDefault(speaker.as(), List.of());
    var neighbors = new ArrayList<BgpNeighbor>();
    for (Speaker other : above.isEmpty() ? all : above) {
      if (!other.equals(speaker) && (above.isEmpty() || peers(speaker, other))) {
        internal(speaker, other, changesEveryNextHop).ifPresent(neighbors::add);
      }
    }
    if (above.contains(speaker)) {
      for (Speaker other : all) {
        if (!other.isReflector()) {
          internal(speaker, other, changesEveryNextHop).ifPresent(neighbors::add);
        }
      }
    }
    return neighbors;
  }

  /** Reflectors peer with each other unless both are told not to. */
  private static boolean peers(Speaker one, Speaker reflector) {
    return !one.isReflector() || one.meshesReflectors() || reflector.meshesReflectors();
  }

  private Optional<BgpNeighbor> internal(Speaker own, Speaker other, boolean everyNextHop) {
    Optional<InterfaceDraft> source = endPoint(own.node());
    Optional<InterfaceDraft> target = endPoint(other.node());
    if (source.isEmpty() || target.isEmpty()) {
      return Optional.empty();
    }
    var addresses = new LinkedHashMap<Family, Object>();
    for (Family family : Family.values()) {
      if (own.allows(family, "ibgp")) {
        target.get().address(family).ifPresent(a -> addresses.put(family, a.address()));
      }
    }
    if (addresses.isEmpty()) {
      return Optional.empty();
    }
    boolean nextHopSelf = own.settings().boolAt("next_hop_self").orElse(false);
    return Optional.of(
        new BgpNeighbor(
            other.node().id(),
            other.as(),
            "ibgp",
            Optional.empty(),
            Optional.empty(),
            Optional.ofNullable(addresses.get(Family.IPV4)),
            Optional.ofNullable(addresses.get(Family.IPV6)),
            Optional.empty(),
            active(own, "ibgp", addresses.keySet()),
            Optional.empty(),
            Optional.empty(),
            everyNextHop
                ? Optional.of("all")
                : nextHopSelf ? Optional.of("ebgp") : Optional.empty(),
            Optional.of(true).filter(t -> other.isReflector()),
            Optional.of(true).filter(t -> own.isReflector() && !other.isReflector()),
            source(source.get())));
  }

  /** Where sessions of the node itself end: its loopback, or else its first interface inside. */
  private static Optional<InterfaceDraft> endPoint(NodeDraft node) {
    if (node.loopback().isPresent() && !node.isHost()) {
      return node.loopback();
    }
    Optional<InterfaceDraft> outside = Optional.empty();
    for (InterfaceDraft port : node.interfaces()) {
      if (port.isUnaddressed() || port.attributes().at("vrf").isPresent()) {
        continue;
      }
      if (port.role().filter("external"::equals).isEmpty()) {
        return Optional.of(port);
      }
      outside = outside.isPresent() ? outside : Optional.of(port);
    }
    return outside;
  }

  static Value.Fields source(InterfaceDraft port) {
    var fields =
        Value.Fields.NONE
            .with("ifindex", Value.of((long) port.index()))
            .with("ifname", Value.of(port.name()));
    for (Family family : Family.values()) {
      Optional<InterfaceIp> ip = port.ip(family);
      if (ip.isPresent()) {
        Object shown = ip.get() instanceof InterfaceIp.Numbered n ? n.address() : true;
        fields = fields.with(family.text(), Value.of(shown));
      }
    }
    return Value.Fields.NONE.with("_source_intf", fields);
  }

  private static SequencedMap<Family, Boolean> active(
      Speaker own, String type, Iterable<Family> families) {
    var active = new LinkedHashMap<Family, Boolean>();
    for (Family family : families) {
      active.put(family, own.activates(family, type));
    }
    return active;
  }

  private List<BgpNeighbor> external(Speaker speaker, Map<String, List<BgpNeighbor>> inVrfs) {
    var global = new ArrayList<BgpNeighbor>();
    for (InterfaceDraft port : speaker.node().interfaces()) {
      Optional<Value.Fields> settings = draft.settings(port, "bgp");
      if (settings.isEmpty() || isOff(port)) {
        continue;
      }
      List<BgpNeighbor> neighbors =
          port.vrf()
              .map(v -> inVrfs.computeIfAbsent(v.name(), n -> new ArrayList<>()))
              .orElse(global);
      for (Neighbor neighbor : port.neighbors()) {
        Speaker other = speakers.get(neighbor.id().node().name());
        if (other != null) {
          external(speaker, port, settings.get(), other, neighbor).ifPresent(neighbors::add);
        }
      }
    }
    return global;
  }

  /** True in VRFs without BGP. */
  private static boolean isOff(InterfaceDraft port) {
    return port.vrf()
        .filter(v -> port.node().attributes().is("vrfs." + v.name() + ".bgp", false))
        .isPresent();
  }

  private Optional<BgpNeighbor> external(
      Speaker own, InterfaceDraft port, Value.Fields settings, Speaker other, Neighbor neighbor) {
    Value.Fields theirs = neighbor.attributes().fieldsAt("bgp");
    if (neighbor.attributes().boolAt("bgp").filter(b -> !b).isPresent()) {
      theirs = Value.Fields.NONE;
    }
    Asn local = own.localAs(settings);
    Asn remote = remoteAs(own, other, theirs);
    if (own.as().equals(other.as()) && local.equals(remote)) {
      return Optional.empty();
    }
    String type = type(own, other, local, remote);
    boolean inside = !type.equals("ebgp");
    Addresses addresses = addresses(own, port, neighbor, type);
    if (addresses.isEmpty()) {
      return Optional.empty();
    }
    checkLocalAs(own, port, local, type);
    checkUnnumbered(own, port, other, addresses);
    Optional<Boolean> replaces =
        settings.boolAt("replace_global_as").or(() -> own.settings().boolAt("replace_global_as"));
    boolean differs = !local.equals(own.as());
    return Optional.of(
        new BgpNeighbor(
            other.node().id(),
            remote,
            type,
            Optional.of(port.index()),
            Optional.of(port.name()).filter(n -> addresses.linkLocal()),
            Optional.ofNullable(addresses.byFamily().get(Family.IPV4)),
            Optional.ofNullable(addresses.byFamily().get(Family.IPV6)),
            Optional.of(true).filter(t -> addresses.rfc8950()),
            port.vrf().isPresent()
                ? allActive(addresses.byFamily().keySet())
                : active(own, type, addresses.byFamily().keySet()),
            Optional.of(local).filter(l -> differs),
            replaces.filter(r -> differs),
            Optional.of("all").filter(a -> inside),
            Optional.empty(),
            Optional.of(true).filter(t -> type.equals("localas_ibgp")),
            withVrf(theirs.without("local_as", "replace_global_as"), neighbor)));
  }

  /** Says in which VRF of its node the other end is. */
  private static Value.Fields withVrf(Value.Fields extra, Neighbor neighbor) {
    return neighbor.attributes().at("vrf").map(v -> extra.with("_vrf", v)).orElse(extra);
  }

  /** In a VRF a session exchanges every family it has addresses of. */
  private static SequencedMap<Family, Boolean> allActive(Iterable<Family> families) {
    var active = new LinkedHashMap<Family, Boolean>();
    families.forEach(f -> active.put(f, true));
    return active;
  }

  private static Asn remoteAs(Speaker own, Speaker other, Value.Fields port) {
    Asn remote = other.localAs(port);
    boolean confederationOutside =
        remote.equals(other.as())
            && other.confederation().isPresent()
            && !other.confederation().equals(own.confederation());
    return confederationOutside ? other.confederation().orElseThrow() : remote;
  }

  private static String type(Speaker own, Speaker other, Asn local, Asn remote) {
    if (local.equals(remote)) {
      return "localas_ibgp";
    }
    return own.confederationPeers().contains(other.as().toString()) ? "confed_ebgp" : "ebgp";
  }

  private void checkLocalAs(Speaker own, InterfaceDraft port, Asn local, String type) {
    if (local.equals(own.as())) {
      return;
    }
    NodeDraft node = own.node();
    Span at = port.attributes().at("bgp.local_as").map(Value::span).orElse(node.span());
    String feature = port.vrf().isPresent() ? "bgp.vrf_local_as" : "bgp.local_as";
    if (!node.device().can(feature)) {
      Lack.report(
          node,
          at,
          "cannot show another AS (local_as)" + (port.vrf().isPresent() ? " in a VRF" : ""),
          other -> other.can(feature),
          diagnostics);
    } else if (type.equals("localas_ibgp") && !node.device().can("bgp.local_as_ibgp")) {
      Lack.report(
          node,
          at,
          "cannot run an internal session with local_as",
          other -> other.can("bgp.local_as_ibgp"),
          diagnostics);
    }
  }

  private void checkUnnumbered(
      Speaker own, InterfaceDraft port, Speaker other, Addresses addresses) {
    if (addresses.linkLocal() && !own.node().device().can("bgp.ipv6_lla")) {
      unable(own, port, other, "between link-local addresses of IPv6", "bgp.ipv6_lla");
    } else if (addresses.rfc8950()
        && !addresses.linkLocal()
        && !own.node().device().can("bgp.rfc8950")) {
      unable(own, port, other, "that gives IPv4 routes IPv6 next hops (RFC 8950)", "bgp.rfc8950");
    }
  }

  private void unable(
      Speaker own, InterfaceDraft port, Speaker other, String what, String feature) {
    Lack.report(
        own.node(),
        port.link().map(LinkDraft::span).orElse(own.node().span()),
        "cannot run a BGP session " + what + ", as `" + port + "` to `" + other.node() + "` should",
        device -> device.can(feature),
        diagnostics);
  }

  /** How the other end is addressed. */
  private record Addresses(
      SequencedMap<Family, Object> byFamily, boolean linkLocal, boolean rfc8950) {
    boolean isEmpty() {
      return byFamily.isEmpty();
    }
  }

  private Addresses addresses(Speaker own, InterfaceDraft port, Neighbor neighbor, String type) {
    var found = new LinkedHashMap<Family, Object>();
    boolean linkLocal = false;
    boolean rfc8950 = false;
    boolean bare4 = isBare(port.ip(Family.IPV4)) && isBare(neighbor.ipv4());
    boolean bare6 = isBare(port.ip(Family.IPV6)) && isBare(neighbor.ipv6());
    if (own.allows(Family.IPV4, type)) {
      if (bare4) {
        boolean overIpv6 = isNumbered(port.ip(Family.IPV6)) && isNumbered(neighbor.ipv6());
        found.put(Family.IPV4, true);
        rfc8950 = true;
        linkLocal = !overIpv6;
        if (!overIpv6 && port.ip(Family.IPV6).isEmpty()) {
          port.useLinkLocal();
        }
      } else if (agree(own, port, neighbor, Family.IPV4)) {
        address(neighbor.ipv4()).ifPresent(a -> found.put(Family.IPV4, a));
      }
    }
    if (own.allows(Family.IPV6, type)) {
      if (bare6) {
        found.put(Family.IPV6, true);
        linkLocal = true;
      } else if (agree(own, port, neighbor, Family.IPV6)) {
        address(neighbor.ipv6()).ifPresent(a -> found.put(Family.IPV6, a));
      }
    }
    return new Addresses(found, linkLocal, rfc8950);
  }

  /** An end with an address cannot talk to one without. */
  private boolean agree(Speaker own, InterfaceDraft port, Neighbor neighbor, Family family) {
    Optional<InterfaceIp> ours = port.ip(family);
    Optional<InterfaceIp> theirs = family == Family.IPV4 ? neighbor.ipv4() : neighbor.ipv6();
    if (ours.isEmpty() || theirs.isEmpty()) {
      return false;
    }
    if (isBare(ours) != isBare(theirs)) {
      diagnostics.error(
          Code.BGP_SESSION,
          own.node().span(),
          "`"
              + port
              + "` and `"
              + neighbor.id().node()
              + "."
              + neighbor.name()
              + "` cannot have a BGP session: one has an "
              + family
              + " address and the other has none");
      return false;
    }
    return true;
  }

  private static boolean isBare(Optional<InterfaceIp> ip) {
    return ip.orElse(null) instanceof InterfaceIp.Unnumbered;
  }

  private static boolean isNumbered(Optional<InterfaceIp> ip) {
    return ip.orElse(null) instanceof InterfaceIp.Numbered;
  }

  private static Optional<Object> address(Optional<InterfaceIp> ip) {
    return ip.orElse(null) instanceof InterfaceIp.Numbered n
        ? Optional.of(n.address().address())
        : Optional.empty();
  }
}
