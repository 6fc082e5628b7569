package netlab.protocol.vrf;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.AddressPool;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.LinkPrefixes;
import netlab.draft.NodeDraft;
import netlab.draft.Ports;
import netlab.lab.IfId;
import netlab.lab.InterfaceIp;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.net.Ip;
import netlab.net.Prefix;
import netlab.schema.Value;

/** Makes the loopbacks of VRFs, where the VRF, the node or the lab asks for them. */
final class VrfLoopbacks {
  private static final String POOL = "vrf_loopback";

  private final Draft draft;
  private final Diagnostics diagnostics;

  VrfLoopbacks(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  /** The new interfaces by VRF. */
  SequencedMap<String, InterfaceDraft> make(NodeDraft node, Value.Fields vrfs) {
    var made = new LinkedHashMap<String, InterfaceDraft>();
    Set<Integer> taken = new HashSet<>();
    node.interfaces().forEach(port -> taken.add(port.id().index()));
    boolean everywhere = node.attributes().is("vrf.loopback", true);
    for (String name : vrfs.fields().keySet()) {
      Optional<Value> wish = vrfs.at(name + ".loopback");
      boolean asked = wish.isEmpty() ? everywhere : isAsked(wish.get());
      if (asked) {
        make(node, name, wish.orElse(Value.Fields.NONE), taken)
            .ifPresent(port -> made.put(name, port));
      }
    }
    return made;
  }

  private static boolean isAsked(Value wish) {
    return switch (wish) {
      case Value.Scalar s -> !Boolean.FALSE.equals(s.data());
      case Value.Fields f -> true;
      case Value.Empty e -> false;
      case Value.Items i -> false;
    };
  }

  private Optional<InterfaceDraft> make(
      NodeDraft node, String vrf, Value wish, Set<Integer> taken) {
    int index = Ports.firstIndex(node.device(), "loopback");
    while (!taken.add(index)) {
      index++;
    }
    Optional<String> name = Ports.name(node.device(), "loopback", index, Value.Fields.NONE);
    if (name.isEmpty()) {
      diagnostics.error(
          Code.NO_INTERFACE_NAME,
          wish.span().or(node.span()),
          "device `" + node.device().name() + "` of `" + node + "` has no loopback interfaces");
      return Optional.empty();
    }
    Value.Fields settings = wish instanceof Value.Fields f ? f : Value.Fields.NONE;
    Value.Fields attributes =
        settings.without("ipv4", "ipv6", "pool").with("vrf", new Value.Scalar(vrf, wish.span()));
    InterfaceDraft port =
        draft.addVirtual(
            node, new IfId(node.id(), index), name.get(), "loopback", Optional.empty(), attributes);
    port.setDescription("VRF Loopback " + vrf);
    addresses(node, vrf, wish)
        .forEach((family, ip) -> port.setIp(family, new InterfaceIp.Numbered(ip)));
    return Optional.of(port);
  }

  private SequencedMap<Family, InterfaceAddress> addresses(NodeDraft node, String vrf, Value wish) {
    Value.Fields written =
        wish instanceof Value.Scalar s && s.data() instanceof Boolean
            ? Value.Fields.NONE
            : LinkPrefixes.written(draft, wish, diagnostics).orElse(Value.Fields.NONE);
    if (written.at("ipv4").isEmpty() && written.at("ipv6").isEmpty()) {
      written = written.over(ofPool(node, vrf, written));
    }
    var addresses = new LinkedHashMap<Family, InterfaceAddress>();
    for (Family family : Family.values()) {
      Optional<Value> own = written.at(family.text());
      if (own.isPresent()
          && own.get() instanceof Value.Scalar s
          && !(s.data() instanceof Boolean)) {
        address(s, family).ifPresent(a -> addresses.put(family, a));
      }
    }
    return addresses;
  }

  private Value.Fields ofPool(NodeDraft node, String vrf, Value.Fields wish) {
    String name = wish.textAt("pool").orElse(POOL);
    Optional<AddressPool> pool = draft.pool(name);
    if (pool.isEmpty()) {
      diagnostics.error(
          Code.UNKNOWN_POOL,
          wish.at("pool").map(Value::span).orElse(node.span()),
          "there is no address pool `" + name + "` for the loopback of VRF `" + vrf + "`");
      return Value.Fields.NONE;
    }
    return LinkPrefixes.next(
            draft,
            pool.get(),
            draft.numbers().user("vrf loopback " + node + " " + vrf),
            node.span(),
            diagnostics)
        .orElse(Value.Fields.NONE);
  }

  /** An address, or the first one of a prefix. */
  private Optional<InterfaceAddress> address(Value.Scalar written, Family family) {
    String text = written.data().toString();
    Optional<InterfaceAddress> address =
        InterfaceAddress.tryParse(text)
            .or(() -> Ip.tryParse(text).map(ip -> ip.with(family.bits())))
            .filter(a -> a.family() == family);
    if (address.isEmpty()) {
      diagnostics.error(
          Code.INVALID_ADDRESS, written.span(), "`" + text + "` is no " + family + " address");
      return Optional.empty();
    }
    Prefix prefix = address.get().prefix();
    return address.get().isNetwork() ? Optional.of(prefix.host(1).with(prefix.length())) : address;
  }
}
