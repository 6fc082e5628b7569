package netlab.compile;

import java.util.Optional;
import java.util.function.Predicate;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.lab.InterfaceIp;
import netlab.net.Family;
import netlab.schema.Value;

/** What devices cannot do on their interfaces: MTUs, addresses they would have to borrow. */
final class InterfaceChecks implements Pass {
  /** The smallest MTU of IPv6 links (RFC 8200, section 5). */
  private static final int IPV6_MTU = 1280;

  @Override
  public String name() {
    return "interface checks";
  }

  @Override
  public Phase phase() {
    return Phase.CHECK;
  }

  @Override
  public void run(Draft draft, Diagnostics diagnostics) {
    for (NodeDraft node : draft.nodes()) {
      if (node.device().can("initial.system_mtu")) {
        systemMtu(node, diagnostics);
      }
      for (InterfaceDraft port : node.allInterfaces()) {
        port.attributes().intAt("mtu").ifPresent(mtu -> mtu(port, mtu, diagnostics));
        borrowed(port, diagnostics);
      }
    }
  }

  private static void systemMtu(NodeDraft node, Diagnostics diagnostics) {
    Optional<Integer> mtu = node.attributes().intAt("mtu");
    if (mtu.isEmpty()) {
      return;
    }
    Span at = place(node.attributes().at("mtu").orElseThrow().span(), node);
    limits(node.device(), mtu.get(), "node `" + node + "`", at, diagnostics);
    boolean ipv6 = false;
    for (InterfaceDraft port : node.allInterfaces()) {
      ipv6 = ipv6 || port.ip(Family.IPV6).isPresent();
    }
    if (ipv6 && mtu.get() < IPV6_MTU) {
      tooSmallForIpv6(mtu.get(), "node `" + node + "`", at, diagnostics);
    }
  }

  private static void mtu(InterfaceDraft port, int mtu, Diagnostics diagnostics) {
    Span at = place(port.attributes().at("mtu").orElseThrow().span(), port.node());
    limits(port.node().device(), mtu, "`" + port + "`", at, diagnostics);
    if (port.ip(Family.IPV6).isPresent() && mtu < IPV6_MTU) {
      tooSmallForIpv6(mtu, "`" + port + "`", at, diagnostics);
    }
  }

  private static Span place(Span written, NodeDraft node) {
    return written.or(node.span());
  }

  private static void tooSmallForIpv6(int mtu, String thing, Span at, Diagnostics diagnostics) {
    diagnostics.error(
        Code.OUT_OF_RANGE,
        at,
        "MTU " + mtu + " of " + thing + " is too small for IPv6, which needs " + IPV6_MTU);
  }

  private static void limits(
      Device device, int mtu, String thing, Span at, Diagnostics diagnostics) {
    Optional<Integer> least = device.facts().intAt("features.initial.min_mtu");
    Optional<Integer> most = device.facts().intAt("features.initial.max_mtu");
    if (least.filter(l -> mtu < l).isPresent() || most.filter(m -> mtu > m).isPresent()) {
      diagnostics.error(
          Code.OUT_OF_RANGE,
          at,
          "MTU "
              + mtu
              + " of "
              + thing
              + " is not between "
              + least.orElse(0)
              + " and "
              + most.map(String::valueOf).orElse("the limit")
              + ", the limits of `"
              + device.name()
              + "`");
    }
  }

  private static void borrowed(InterfaceDraft port, Diagnostics diagnostics) {
    for (Family family : Family.values()) {
      if (!(port.ip(family).orElse(null) instanceof InterfaceIp.Unnumbered)) {
        continue;
      }
      String feature = family == Family.IPV4 ? "unnumbered" : "lla";
      String path = "initial." + family + "." + feature;
      Predicate<Device> able =
          device -> device.feature(path).filter(f -> applies(f, port)).isPresent();
      if (!able.test(port.node().device())) {
        Lack.report(
            port.node(),
            port.link().map(l -> l.span()).orElse(port.node().span()),
            "cannot use `" + port + "` without an " + family + " address of its own",
            able,
            diagnostics);
      } else if (needsPeer(port, path) && borrowers(port, family) > 1) {
        diagnostics.error(
            Code.FEATURE_MISSING,
            port.link().map(l -> l.span()).orElse(port.node().span()),
            "device `"
                + port.node().device().name()
                + "` of `"
                + port.node()
                + "` can use `"
                + port
                + "` without an "
                + family
                + " address of its own only when one neighbor does so, too",
            "give the link a prefix");
      }
    }
  }

  /** True for devices that reach a neighbor without a common prefix by a route to its address. */
  private static boolean needsPeer(InterfaceDraft port, String path) {
    return port.node()
        .device()
        .facts()
        .textAt("features." + path)
        .filter("peer"::equals)
        .isPresent();
  }

  private static long borrowers(InterfaceDraft port, Family family) {
    return port.neighbors().stream()
        .map(n -> family == Family.IPV4 ? n.ipv4() : n.ipv6())
        .filter(ip -> ip.orElse(null) instanceof InterfaceIp.Unnumbered)
        .count();
  }

  /** A feature may hold for some types of interfaces only. */
  private static boolean applies(Value feature, InterfaceDraft port) {
    return switch (feature) {
      case Value.Items types -> {
        boolean found = false;
        for (Value type : types.items()) {
          found =
              found || (type instanceof Value.Scalar s && s.data().toString().equals(port.type()));
        }
        yield found;
      }
      case Value.Fields types -> types.at(port.type()).isPresent();
      case Value.Scalar s -> true;
      case Value.Empty e -> true;
    };
  }
}
