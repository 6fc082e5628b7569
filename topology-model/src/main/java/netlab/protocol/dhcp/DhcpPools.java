package netlab.protocol.dhcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.LinkDraft;
import netlab.lab.Column;
import netlab.lab.InterfaceIp;
import netlab.lab.Neighbor;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.net.Ip;
import netlab.net.Prefix;
import netlab.protocol.vlan.Vlan;
import netlab.protocol.vlan.VlanData;
import netlab.schema.Value;

/**
 * The networks with clients: one pool for each VLAN that whole links are in, and for each other
 * link. A link is in a VLAN when it says so itself; where only an end says so, the VLAN ends there.
 */
final class DhcpPools {
  private final Draft draft;
  private final SequencedMap<String, VlanData> vlans = new LinkedHashMap<>();

  private DhcpPools(Draft draft) {
    this.draft = draft;
    draft
        .find(Vlan.LAB, Column.Global.LAB)
        .ifPresent(table ->
            table
                .vlans()
                .forEach((name, vlan) -> {
                  if (vlan.prefix().isPresent()) {
                    vlans.put("vlan_" + name, vlan);
                  }
                }));
  }

  static List<DhcpPool> of(Draft draft) {
    return new DhcpPools(draft).pools();
  }

  private List<DhcpPool> pools() {
    SequencedMap<String, List<LinkDraft>> networks = new LinkedHashMap<>();
    vlans.keySet().forEach(name -> networks.put(name, new ArrayList<>()));
    for (LinkDraft link : draft.links()) {
      if (served(link, Family.IPV4) || served(link, Family.IPV6)) {
        networks.computeIfAbsent(name(link), n -> new ArrayList<>()).add(link);
      }
    }
    List<DhcpPool> pools = new ArrayList<>();
    networks.forEach((name, links) -> {
      if (!links.isEmpty()) {
        pool(name, links).ifPresent(pools::add);
      }
    });
    return pools;
  }

  private static String name(LinkDraft link) {
    return link.attributes()
        .textAt("vlan.access")
        .map(vlan -> "vlan_" + vlan)
        .or(() -> link.attributes().textAt("name"))
        .orElse(link.name());
  }

  private static boolean served(LinkDraft link, Family family) {
    return !link.isPassing() && link.attributes().is("dhcp.subnet." + family.text(), true);
  }

  private Optional<DhcpPool> pool(String name, List<LinkDraft> links) {
    Optional<VlanData> vlan = Optional.ofNullable(vlans.get(name));
    SequencedMap<Family, Prefix> prefixes = new LinkedHashMap<>();
    SequencedMap<Family, Ip> gateway = new LinkedHashMap<>();
    SequencedMap<Family, List<Ip>> excluded = new LinkedHashMap<>();
    for (Family family : Family.values()) {
      List<LinkDraft> served = links.stream().filter(l -> served(l, family)).toList();
      Optional<Prefix> prefix =
          vlan.isPresent()
              ? vlan.flatMap(v -> prefix(v.prefix(), family))
              : served.stream().findFirst().flatMap(l -> prefix(l.prefix(), family));
      if (prefix.isPresent()) {
        prefixes.put(family, prefix.get());
        Set<Ip> fixed = new LinkedHashSet<>();
        vlan.ifPresent(v -> fixed.addAll(members(v, family, !served.isEmpty())));
        served.forEach(link -> fixed.addAll(fixed(link, family)));
        excluded.put(family, List.copyOf(fixed));
        shared(family == Family.IPV4 ? links : served, family)
            .ifPresent(ip -> gateway.put(family, ip));
      }
    }
    if (prefixes.isEmpty()) {
      return Optional.empty();
    }
    if (gateway.isEmpty()) {
      vlan.flatMap(this::router).ifPresent(ip -> gateway.put(Family.IPV4, ip));
    }
    excluded.values().removeIf(List::isEmpty);
    return Optional.of(
        new DhcpPool(
            name,
            name.replaceAll("[^A-Za-z0-9]", "_"),
            Optional.ofNullable(prefixes.get(Family.IPV4)),
            Optional.ofNullable(prefixes.get(Family.IPV6)),
            Optional.of(gateway).filter(g -> !g.isEmpty()),
            Optional.of(excluded).filter(e -> !e.isEmpty()),
            links.getFirst().attributes().textAt("vrf")));
  }

  private static Optional<Prefix> prefix(Optional<Value.Fields> prefixes, Family family) {
    return prefixes.flatMap(p -> p.textAt(family.text())).flatMap(Prefix::tryParse);
  }

  /** Addresses on a link of those who do not ask for one. */
  private static List<Ip> fixed(LinkDraft link, Family family) {
    List<Ip> fixed = new ArrayList<>();
    for (EndDraft end : link.ends()) {
      if (end.interfaceIp(family).orElse(null) instanceof InterfaceIp.Numbered n) {
        fixed.add(n.address().address());
      }
    }
    return fixed;
  }

  /**
   * Addresses in a VLAN of those who do not ask for one.
   *
   * @param hosts whether those of hosts count
   */
  private List<Ip> members(VlanData vlan, Family family, boolean hosts) {
    List<Ip> fixed = new ArrayList<>();
    for (Neighbor member : vlan.neighbors().orElse(List.of())) {
      if (hosts || !isHost(member)) {
        address(member, family).ifPresent(fixed::add);
      }
    }
    return fixed;
  }

  private boolean isHost(Neighbor member) {
    return draft.node(member.id().node().name()).isHost();
  }

  private static Optional<Ip> address(Neighbor member, Family family) {
    boolean client = member.attributes().boolAt("dhcp.client." + family.text()).orElse(false);
    Optional<InterfaceIp> ip = family == Family.IPV4 ? member.ipv4() : member.ipv6();
    return !client && ip.orElse(null) instanceof InterfaceIp.Numbered n
        ? Optional.of(n.address().address())
        : Optional.empty();
  }

  /** The gateway that routers of a link share. */
  private static Optional<Ip> shared(List<LinkDraft> links, Family family) {
    for (LinkDraft link : links) {
      Optional<InterfaceAddress> shared =
          link.attributes()
              .fieldsAt("gateway")
              .textAt(family.text())
              .flatMap(InterfaceAddress::tryParse);
      if (shared.isPresent()) {
        return shared.map(InterfaceAddress::address);
      }
    }
    return Optional.empty();
  }

  /** The first router of a VLAN. In IPv6 routers announce themselves (RFC 4861, section 6.2). */
  private Optional<Ip> router(VlanData vlan) {
    for (Neighbor member : vlan.neighbors().orElse(List.of())) {
      Optional<Ip> address = isHost(member) ? Optional.empty() : address(member, Family.IPV4);
      if (address.isPresent()) {
        return address;
      }
    }
    return Optional.empty();
  }
}
