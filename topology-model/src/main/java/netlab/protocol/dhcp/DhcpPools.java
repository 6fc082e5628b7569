package netlab.protocol.dhcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.LinkDraft;
import netlab.lab.InterfaceIp;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.net.Ip;
import netlab.net.Prefix;
import netlab.schema.Value;

/** The networks with clients: one pool for each VLAN, and for each link outside of VLANs. */
final class DhcpPools {
  private DhcpPools() {}

  static List<DhcpPool> of(Draft draft) {
    SequencedMap<String, List<LinkDraft>> networks = new LinkedHashMap<>();
    draft
        .globals()
        .fieldsAt("vlans")
        .fields()
        .keySet()
        .forEach(v -> networks.put("vlan_" + v, new ArrayList<>()));
    for (LinkDraft link : draft.links()) {
      Optional<String> vlan = link.attributes().textAt("vlan_name");
      String name =
          vlan.map(v -> "vlan_" + v)
              .orElseGet(() -> link.attributes().textAt("name").orElse(link.name()));
      networks.computeIfAbsent(name, n -> new ArrayList<>()).add(link);
    }
    List<DhcpPool> pools = new ArrayList<>();
    networks.forEach((name, links) -> pool(name, links).ifPresent(pools::add));
    return pools;
  }

  private static Optional<DhcpPool> pool(String name, List<LinkDraft> links) {
    boolean vlan = name.startsWith("vlan_");
    SequencedMap<Family, Prefix> prefixes = new LinkedHashMap<>();
    SequencedMap<Family, Ip> gateway = new LinkedHashMap<>();
    SequencedMap<Family, List<Ip>> excluded = new LinkedHashMap<>();
    for (Family family : Family.values()) {
      boolean served = false;
      Optional<Prefix> prefix = Optional.empty();
      for (LinkDraft link : links) {
        served = served || link.attributes().is("dhcp.subnet." + family.text(), true);
        prefix =
            prefix.or(() ->
                link.prefix().flatMap(p -> p.textAt(family.text())).flatMap(Prefix::tryParse));
      }
      if (served && prefix.isPresent()) {
        prefixes.put(family, prefix.get());
        excluded.put(family, fixed(links, family));
        gateway(links, family, vlan).ifPresent(ip -> gateway.put(family, ip));
      }
    }
    if (prefixes.isEmpty()) {
      return Optional.empty();
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

  /** Addresses of those who do not ask for one. */
  private static List<Ip> fixed(List<LinkDraft> links, Family family) {
    List<Ip> fixed = new ArrayList<>();
    for (LinkDraft link : links) {
      for (EndDraft end : link.ends()) {
        boolean numbered = end.interfaceIp(family).orElse(null) instanceof InterfaceIp.Numbered;
        Optional<Ip> ip = numbered ? address(end, family) : Optional.empty();
        ip.filter(a -> !fixed.contains(a)).ifPresent(fixed::add);
      }
    }
    return fixed;
  }

  private static Optional<Ip> address(EndDraft end, Family family) {
    return end.ip(family).orElse(null) instanceof InterfaceIp.Numbered n
        ? Optional.of(n.address().address())
        : Optional.empty();
  }

  /** The shared gateway; in a VLAN otherwise the first router. */
  private static Optional<Ip> gateway(List<LinkDraft> links, Family family, boolean vlan) {
    for (LinkDraft link : links) {
      Value.Fields gateway = link.attributes().fieldsAt("gateway");
      Optional<InterfaceAddress> shared =
          gateway.textAt(family.text()).flatMap(InterfaceAddress::tryParse);
      if (shared.isPresent()) {
        return shared.map(InterfaceAddress::address);
      }
    }
    for (LinkDraft link : vlan ? links : List.<LinkDraft>of()) {
      for (EndDraft end : link.ends()) {
        boolean numbered = end.interfaceIp(family).orElse(null) instanceof InterfaceIp.Numbered;
        if (!end.node().isHost() && numbered) {
          return address(end, family);
        }
      }
    }
    return Optional.empty();
  }
}
