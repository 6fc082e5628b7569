package netlab.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.draft.AddressPool;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.LinkDraft;
import netlab.draft.LinkPrefixes;
import netlab.draft.Numbers;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.lab.InterfaceIp;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.net.Ip;
import netlab.net.Prefix;
import netlab.schema.Value;

/** Gives links their prefixes and ends their addresses. */
final class LinkAddresses implements Pass {
  @Override
  public String name() {
    return "link addresses";
  }

  @Override
  public Phase phase() {
    return Phase.NUMBER;
  }

  @Override
  public void run(Draft draft, Diagnostics diagnostics) {
    for (LinkDraft link : draft.links()) {
      if (!link.ends().isEmpty()) {
        new OneLink(draft, link, diagnostics).run();
      }
    }
  }

  /** The work on one link. */
  private record OneLink(Draft draft, LinkDraft link, Diagnostics diagnostics) {

    void run() {
      if (link.attributes().is("prefix", false)) {
        for (EndDraft end : link.ends()) {
          for (Family family : Family.values()) {
            own(end, family, Optional.empty(), -1);
          }
        }
        return;
      }
      Optional<Value.Fields> prefix = LinkPrefixes.of(draft, link, diagnostics);
      prefix.ifPresent(link::setPrefix);
      boolean borrowed = prefix.isEmpty() && borrows();
      for (Family family : Family.values()) {
        if (borrowed) {
          borrow(family);
        } else {
          family(family, prefix.orElse(Value.Fields.NONE));
        }
      }
      duplicates();
    }

    /** The ends use the addresses of their loopbacks: the old spelling of unnumbered links. */
    private boolean borrows() {
      return link.attributes().is("unnumbered", true)
          || LinkPrefixes.pool(draft, link).map(AddressPool::isUnnumbered).orElse(false);
    }

    private void borrow(Family family) {
      for (EndDraft end : link.ends()) {
        if (end.attributes().at(family.text()).isPresent() || !end.isAddressed()) {
          own(end, family, Optional.empty(), -1);
          continue;
        }
        boolean hasLoopback = end.node().loopback().flatMap(l -> l.ip(family)).isPresent();
        boolean host = end.node().isHost() && family == Family.IPV6 && anyLoopback(family);
        if (hasLoopback || host) {
          end.setIp(family, new InterfaceIp.Unnumbered());
        }
      }
    }

    private boolean anyLoopback(Family family) {
      for (EndDraft end : link.ends()) {
        if (end.node().loopback().flatMap(l -> l.ip(family)).isPresent()) {
          return true;
        }
      }
      return false;
    }

    private void family(Family family, Value.Fields prefix) {
      if (prefix.boolAt(family.text()).orElse(false)) {
        for (EndDraft end : link.ends()) {
          if (end.attributes().at(family.text()).isPresent() || !end.isAddressed()) {
            own(end, family, Optional.empty(), -1);
          } else {
            end.setIp(family, new InterfaceIp.Unnumbered());
          }
        }
        return;
      }
      Optional<Prefix> subnet = prefix.textAt(family.text()).flatMap(Prefix::tryParse);
      Map<EndDraft, Integer> hosts =
          subnet.map(s -> hosts(s, prefix.textAt("allocation"))).orElse(Map.of());
      for (EndDraft end : link.ends()) {
        own(end, family, subnet, hosts.getOrDefault(end, -1));
      }
    }

    /** The host number of every end; empty when the prefix is too small, which is reported. */
    private Map<EndDraft, Integer> hosts(Prefix subnet, Optional<String> demanded) {
      Optional<Integer> gateway = link.attributes().intAt("gateway.id");
      String allocation = demanded.orElseGet(() -> allocation(subnet, gateway));
      return switch (allocation) {
        case "p2p" -> byName(subnet);
        case "loopback" -> Map.of(link.ends().getFirst(), 0);
        case "id_based" -> byId(subnet);
        case "sequential" -> inOrder(subnet, gateway);
        default -> tooSmall(subnet);
      };
    }

    private String allocation(Prefix subnet, Optional<Integer> gateway) {
      int ends = link.ends().size();
      long size = subnet.size();
      if (size == 1) {
        return ends == 1 ? "loopback" : "none";
      }
      if ((link.type().equals("p2p") && gateway.isEmpty()) || (size == 2 && ends == 2)) {
        return "p2p";
      }
      long usable = size - 2 + Math.min(0, gateway.orElse(0));
      int largest = 0;
      for (EndDraft end : link.ends()) {
        largest = Math.max(largest, end.node().number());
      }
      if (largest <= usable) {
        return "id_based";
      }
      return ends + (gateway.orElse(0) > 0 ? 1 : 0) <= usable ? "sequential" : "none";
    }

    private Map<EndDraft, Integer> byName(Prefix subnet) {
      var sorted = new ArrayList<>(link.ends());
      sorted.sort(Comparator.comparing(e -> e.node().name()));
      int first = subnet.size() == 2 ? 0 : 1;
      var hosts = new LinkedHashMap<EndDraft, Integer>();
      for (int i = 0; i < sorted.size(); i++) {
        hosts.put(sorted.get(i), first + i);
      }
      return hosts;
    }

    /** The number of each end's node, where the end did not have another before. */
    private Map<EndDraft, Integer> byId(Prefix subnet) {
      int last = (int) Math.min(subnet.size() - 1, Integer.MAX_VALUE);
      return counted(subnet, last - (subnet.family() == Family.IPV4 ? 1 : 0), -1, true);
    }

    private Map<EndDraft, Integer> inOrder(Prefix subnet, Optional<Integer> gateway) {
      long reserved = gateway.map(g -> g < 0 ? subnet.size() + g : (long) g).orElse(-1L);
      return counted(subnet, subnet.size() - 2, reserved, false);
    }

    /** Host numbers from 1 to a last one; an end keeps the one it had before when it can. */
    private Map<EndDraft, Integer> counted(
        Prefix subnet, long last, long reserved, boolean numbers) {
      Numbers.User user = LinkPrefixes.user(draft, link);
      Set<Integer> used = new HashSet<>();
      var hosts = new LinkedHashMap<EndDraft, Integer>();
      for (EndDraft end : link.ends()) {
        Optional.ofNullable(user.before().hosts().get(end.node().name()))
            .filter(n -> n >= 1 && n <= last && n != reserved)
            .filter(used::add)
            .ifPresent(n -> hosts.put(end, n));
      }
      boolean fresh = hosts.isEmpty();
      int next = 0;
      for (EndDraft end : link.ends()) {
        if (hosts.containsKey(end)) {
          continue;
        }
        int host = end.node().number();
        if (!numbers || (!fresh && (host > last || used.contains(host)))) {
          do {
            next++;
          } while (next == reserved || used.contains(next));
          host = next;
        }
        if (host > last) {
          return tooSmall(subnet);
        }
        used.add(host);
        hosts.put(end, host);
      }
      var noted = new LinkedHashMap<String, Integer>();
      hosts.forEach((end, host) -> noted.put(end.node().name(), host));
      draft.numbers().took(user, noted);
      return hosts;
    }

    private Map<EndDraft, Integer> tooSmall(Prefix subnet) {
      Value written = link.attributes().at("prefix").orElse(Value.Fields.NONE);
      Span at = written.span().or(link.span());
      diagnostics.error(
          Code.PREFIX_TOO_SMALL,
          at,
          "the prefix "
              + subnet
              + " of link `"
              + link.name()
              + "` is too small for its "
              + link.ends().size()
              + " nodes");
      return Map.of();
    }

    /** Gives an end what it asks for, or the host number of the link's allocation. */
    private void own(EndDraft end, Family family, Optional<Prefix> subnet, int host) {
      if (!end.isAddressed()) {
        return;
      }
      Optional<Value> wish = end.attributes().at(family.text());
      if (wish.isEmpty() || wish.get() instanceof Value.Empty) {
        if (host >= 0 && subnet.isPresent()) {
          number(end, family, subnet.get().host(host).with(subnet.get().length()));
        }
        return;
      }
      if (!(wish.get() instanceof Value.Scalar scalar)) {
        return;
      }
      switch (scalar.data()) {
        case Boolean unnumbered -> {
          if (unnumbered) {
            end.setIp(family, new InterfaceIp.Unnumbered());
          }
        }
        case Long n -> hostNumber(end, family, subnet, n, scalar.span());
        default -> text(end, family, subnet, scalar);
      }
    }

    private void hostNumber(
        EndDraft end, Family family, Optional<Prefix> subnet, long host, Span at) {
      if (subnet.isEmpty()) {
        diagnostics.error(
            Code.INVALID_ADDRESS,
            at,
            "`"
                + family
                + ": "
                + host
                + "` is a host number, but link `"
                + link.name()
                + "` has no "
                + family
                + " prefix");
      } else if (!subnet.get().hasHost(host)) {
        diagnostics.error(
            Code.INVALID_ADDRESS,
            at,
            "the prefix " + subnet.get() + " of link `" + link.name() + "` has no host " + host);
      } else {
        checked(end, family, subnet.get().host(host).with(subnet.get().length()), at);
      }
    }

    private void text(EndDraft end, Family family, Optional<Prefix> subnet, Value.Scalar wish) {
      String text = wish.data().toString();
      if (text.equals("dhcp")) {
        end.setIp(family, new InterfaceIp.Dhcp());
        return;
      }
      Optional<InterfaceAddress> address =
          InterfaceAddress.tryParse(text)
              .or(() ->
                  Ip.tryParse(text)
                      .map(ip -> ip.with(subnet.map(Prefix::length).orElse(ip.family().bits()))))
              .filter(a -> a.family() == family);
      if (address.isEmpty()) {
        diagnostics.error(
            Code.INVALID_ADDRESS, wish.span(), "`" + text + "` is no " + family + " address");
      } else {
        checked(end, family, address.get(), wish.span());
      }
    }

    private void checked(EndDraft end, Family family, InterfaceAddress address, Span at) {
      String wrong =
          address.address().isMulticast()
              ? "a multicast address"
              : address.isNetwork() && family == Family.IPV4
                  ? "the address of its network"
                  : address.isBroadcast() ? "the broadcast address of its network" : "";
      if (wrong.isEmpty()) {
        number(end, family, address);
      } else {
        diagnostics.error(
            Code.INVALID_ADDRESS,
            at,
            address + " of `" + end.node() + "` on link `" + link.name() + "` is " + wrong);
      }
    }

    private static void number(EndDraft end, Family family, InterfaceAddress address) {
      end.setIp(family, new InterfaceIp.Numbered(address));
    }

    private void duplicates() {
      if (draft.defaults().boolAt("warnings.duplicate_address").filter(b -> !b).isPresent()) {
        return;
      }
      Map<Ip, EndDraft> taken = new HashMap<>();
      for (EndDraft end : link.ends()) {
        for (Family family : Family.values()) {
          if (end.ip(family).orElse(null) instanceof InterfaceIp.Numbered n) {
            EndDraft other = taken.putIfAbsent(n.address().address(), end);
            if (other != null) {
              diagnostics.report(
                  Severity.ERROR,
                  Code.DUPLICATE_ADDRESS,
                  end.span(),
                  "`"
                      + other.node()
                      + "` and `"
                      + end.node()
                      + "` have the same address "
                      + n.address().address()
                      + " on link `"
                      + link.name()
                      + "`",
                  Optional.empty(),
                  List.of(new Note("the other one", other.span())));
            }
          }
        }
      }
    }
  }
}
