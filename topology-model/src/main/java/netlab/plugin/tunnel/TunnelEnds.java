package netlab.plugin.tunnel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.InterfaceDraft;
import netlab.draft.Lack;
import netlab.draft.LinkDraft;
import netlab.draft.Neighborhood;
import netlab.draft.NodeDraft;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.schema.Value;

/** Finds where tunnels of one kind start and end, and what packets they can carry. */
final class TunnelEnds {
  /** Of Ethernet; for interfaces that say nothing else. */
  private static final int USUAL_MTU = 1500;

  /** An end with its settings, the interface its packets leave through, and their family. */
  private record Resolved(
      EndDraft end, InterfaceDraft port, Value.Fields settings, Value.Fields source) {}

  private final Tunnel tunnel;
  private final Draft draft;
  private final Diagnostics diagnostics;

  TunnelEnds(Tunnel tunnel, Draft draft, Diagnostics diagnostics) {
    this.tunnel = tunnel;
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  void run() {
    for (LinkDraft link : draft.links()) {
      if (tunnel.has(link)) {
        link(link);
      }
    }
  }

  private void link(LinkDraft link) {
    List<Resolved> ends = new ArrayList<>();
    for (EndDraft end : link.ends()) {
      end.port().flatMap(port -> resolve(end, port)).ifPresent(ends::add);
    }
    if (ends.size() == 2) {
      finish(ends.getFirst(), ends.getLast());
      finish(ends.getLast(), ends.getFirst());
    }
  }

  private Optional<Resolved> resolve(EndDraft end, InterfaceDraft port) {
    Value.Fields written = port.attributes().fieldsAt("tunnel");
    Optional<Family> wanted =
        written.textAt("af").flatMap(Family::tryParse).or(tunnel::usualFamily);
    if (!supported(port, written, wanted)) {
      return Optional.empty();
    }
    Optional<InterfaceDraft> found = source(port, written, wanted);
    if (found.isEmpty()) {
      diagnostics.error(
          Code.NO_ADDRESS,
          end.span(),
          "node `" + end.node() + "` has no interface for its end of tunnel `" + end.link() + "`",
          "it must have an address"
              + wanted.map(f -> " of " + f).orElse("")
              + written.textAt("vrf").map(v -> " in VRF `" + v + "`").orElse(" outside of VRFs")
              + (written.at("source").isPresent() ? " and be what `tunnel.source` says" : ""));
      return Optional.empty();
    }
    Value.Fields source = described(found.get(), wanted);
    Family family = wanted.orElse(source.at("ipv4").isPresent() ? Family.IPV4 : Family.IPV6);
    Value.Fields settings =
        tunnel.settings(draft, end, written.with("af", Value.of(family.text())), diagnostics);
    return Optional.of(new Resolved(end, port, settings, source));
  }

  /** What keeps a device from having an end of the tunnel, if anything. */
  private Optional<String> lack(Device device, Value.Fields written, Optional<Family> wanted) {
    List<String> can = device.facts().textsAt("features.tunnel." + tunnel.mode());
    if (can.isEmpty()) {
      return Optional.of("");
    } else if (written.textAt("vrf").isPresent() && !can.contains("vrf")) {
      return Optional.of(" in VRFs");
    }
    boolean chooses = can.contains("ipv4") || can.contains("ipv6");
    return wanted
        .filter(family -> chooses && !can.contains(family.text()))
        .map(family -> " over " + family.text());
  }

  private boolean supported(InterfaceDraft port, Value.Fields written, Optional<Family> wanted) {
    NodeDraft node = port.node();
    Optional<String> lack = lack(node.device(), written, wanted);
    lack.ifPresent(what ->
        Lack.report(
            node,
            port.link().map(LinkDraft::span).orElse(node.span()),
            "has no " + tunnel.title() + " tunnels" + what,
            other -> lack(other, written, wanted).isEmpty(),
            diagnostics));
    return lack.isEmpty();
  }

  /** The first interface of the node that fits. */
  private static Optional<InterfaceDraft> source(
      InterfaceDraft port, Value.Fields written, Optional<Family> wanted) {
    Value.Fields source = written.fieldsAt("source");
    boolean loopback = source.textAt("type").isPresent();
    for (InterfaceDraft candidate : port.node().allInterfaces()) {
      boolean fits =
          candidate.isLoopback() == loopback
              && !candidate.type().equals("tunnel")
              && candidate.attributes().textAt("vrf").equals(written.textAt("vrf"))
              && same(source, "linkid", candidate, "linkid")
              && same(source, "link.name", candidate, "name")
              && same(source, "link.role", candidate, "role")
              && (wanted.isPresent()
                  ? candidate.address(wanted.get()).isPresent()
                  : candidate
                      .address(Family.IPV4)
                      .or(() -> candidate.address(Family.IPV6))
                      .isPresent());
      if (fits) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static boolean same(
      Value.Fields wanted, String path, InterfaceDraft candidate, String attribute) {
    return wanted.textAt(path).isEmpty()
        || wanted.textAt(path).equals(candidate.attributes().textAt(attribute));
  }

  private static Value.Fields described(InterfaceDraft source, Optional<Family> wanted) {
    Value.Fields fields =
        Value.Fields.NONE
            .with("ifname", Value.of(source.name()))
            .with("mtu", Value.of((long) mtu(source)));
    for (Family family : Family.values()) {
      if (wanted.isEmpty() || wanted.get() == family) {
        Optional<InterfaceAddress> address = source.address(family);
        if (address.isPresent()) {
          fields = fields.with(family.text(), Value.of(address.get().address().toString()));
        }
      }
    }
    return fields;
  }

  private static int mtu(InterfaceDraft port) {
    return port.attributes()
        .intAt("mtu")
        .or(() -> port.node().attributes().intAt("mtu"))
        .orElse(USUAL_MTU);
  }

  private void finish(Resolved own, Resolved other) {
    Value.Fields told = tunnel.told(own.settings);
    Value.Fields others = tunnel.told(other.settings);
    own.port
        .attributes()
        .refine(
            "tunnel",
            own.settings
                .with("_source", own.source.over(told))
                .with("_destination", other.source.over(others)));
    Family family = own.settings.textAt("af").flatMap(Family::tryParse).orElse(Family.IPV4);
    int mtu =
        Math.min(
            own.source.intAt("mtu").orElse(USUAL_MTU), other.source.intAt("mtu").orElse(USUAL_MTU));
    own.port.attributes().addMissing("mtu", Value.of((long) mtu - tunnel.overhead(family)));
    if (own.port.attributes().textAt("name").isEmpty()) {
      String text =
          Neighborhood.describe(draft, own.port.node(), Neighborhood.ofLink(draft, own.end));
      own.port.setDescription(Neighborhood.cut(draft, text + " [" + tunnel.title() + " tunnel]"));
    }
    own.port.node().configuredBy(tunnel.name());
  }
}
