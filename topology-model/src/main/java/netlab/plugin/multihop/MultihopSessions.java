package netlab.plugin.multihop;

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
import netlab.draft.NodeDraft;
import netlab.lab.VrfId;
import netlab.net.Asn;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.protocol.bgp.Bgp;
import netlab.protocol.bgp.BgpNeighbor;
import netlab.protocol.bgp.BgpSessions;
import netlab.schema.Value;

/** Makes both sides of the sessions between loopbacks. */
final class MultihopSessions {
  /** Indexes of interfaces that do not exist; no real one is that high. */
  private static final int FIRST_INDEX = 20_000;

  private static final long MOST_HOPS = 255;

  private final Draft draft;
  private final Diagnostics diagnostics;
  private final Map<NodeDraft, Integer> used = new HashMap<>();

  private MultihopSessions(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  /**
   * An end of a session.
   *
   * @param settings what is said about BGP at this end, over what is said about the session
   * @param source the interface whose address it uses
   */
  private record End(
      NodeDraft node,
      Optional<String> vrf,
      int index,
      Value.Fields settings,
      InterfaceDraft source,
      Span span) {
    Optional<Asn> as() {
      return node.attributes().textAt("bgp.as").flatMap(Asn::tryParse);
    }

    /** The AS number it shows to the other end. */
    Optional<Asn> shownAs() {
      return settings
          .textAt("local_as")
          .or(() -> node.attributes().textAt("bgp.local_as"))
          .flatMap(Asn::tryParse)
          .or(this::as);
    }
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    new MultihopSessions(draft, diagnostics).run();
  }

  private void run() {
    Value.Fields lab = draft.globals().fieldsAt("bgp");
    var shown = new ArrayList<Value>();
    int link = draft.links().size();
    for (Value item : lab.itemsAt("multihop.sessions")) {
      if (item instanceof Value.Fields session) {
        link++;
        List<End> ends = ends(session);
        for (End one : ends) {
          for (End other : ends) {
            if (!one.equals(other)) {
              add(one, other);
            }
          }
        }
        shown.add(shown(session, ends, link));
      }
    }
    if (!shown.isEmpty()) {
      var list = new Value.Items(shown, lab.at("multihop.sessions").orElseThrow().span());
      Value.Fields multihop = lab.fieldsAt("multihop").with("sessions", list);
      draft.globals().refine("bgp", lab.with("multihop", multihop));
    }
  }

  private List<End> ends(Value.Fields session) {
    var ends = new ArrayList<End>();
    for (Value item : session.itemsAt("interfaces")) {
      if (item instanceof Value.Fields end) {
        end(session, end).ifPresent(ends::add);
      }
    }
    return ends;
  }

  private Optional<End> end(Value.Fields session, Value.Fields written) {
    Span span = written.at("node").map(Value::span).orElse(written.span());
    Optional<NodeDraft> found = written.textAt("node").flatMap(draft::findNode);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    NodeDraft node = found.get();
    Optional<String> vrf = written.textAt("vrf").or(() -> session.textAt("vrf"));
    if (!node.runs("bgp")) {
      diagnostics.error(
          Code.MODULE_REQUIRES,
          span,
          "a BGP session ends on `" + node + "`, which does not run bgp");
      return Optional.empty();
    }
    String feature = vrf.isPresent() ? "bgp.multihop.vrf" : "bgp.multihop";
    if (!node.device().can(feature)) {
      Lack.report(
          node,
          span,
          "has no external sessions between loopbacks" + (vrf.isPresent() ? " in VRFs" : ""),
          other -> other.can(feature),
          diagnostics);
      return Optional.empty();
    }
    boolean absent =
        vrf.isPresent() && draft.find(Bgp.VRF, new VrfId(node.id(), vrf.get())).isEmpty();
    Optional<InterfaceDraft> source =
        absent ? Optional.empty() : vrf.isPresent() ? loopback(node, vrf.get()) : node.endPoint();
    if (source.isEmpty()) {
      diagnostics.error(
          Code.BGP_SESSION,
          span,
          "`" + node + "` has no loopback" + vrf.map(v -> " in VRF `" + v + "`").orElse(""),
          vrf.map(v -> "set `vrfs." + v + ".loopback: true`").orElse("give it one"));
      return Optional.empty();
    }
    Value.Fields settings = written.fieldsAt("bgp").over(session.fieldsAt("bgp"));
    if (settings.at("multihop").isEmpty()) {
      settings = settings.with("multihop", Value.of(MOST_HOPS));
    }
    int index = FIRST_INDEX - 1 + used.merge(node, 1, Integer::sum);
    BgpSessions.addPort(draft, node.id(), index, settings);
    return Optional.of(new End(node, vrf, index, settings, source.get(), span));
  }

  private static Optional<InterfaceDraft> loopback(NodeDraft node, String vrf) {
    return node.interfaces().stream()
        .filter(p -> p.isLoopback() && p.attributes().textAt("vrf").filter(vrf::equals).isPresent())
        .findFirst();
  }

  private void add(End own, End other) {
    Optional<Asn> local = own.shownAs();
    Optional<Asn> remote = other.shownAs();
    if (local.isEmpty() || remote.isEmpty()) {
      return; // reported where it is missing
    }
    if (own.as().equals(other.as()) && local.equals(remote)) {
      draft.warn(
          diagnostics,
          "bgp.warnings.intra_as_attr",
          Code.BGP_SESSION,
          own.span(),
          pair(own, other) + " are in one AS: they have an internal session already",
          "remove this session, or use `local_as`");
      return;
    }
    SequencedMap<Family, Object> addresses = new LinkedHashMap<>();
    for (Family family : Family.values()) {
      Optional<InterfaceAddress> address = other.source().address(family);
      if (address.isPresent()
          && own.source().address(family).isPresent()
          && listed(own, "sessions", family)) {
        addresses.put(family, address.get().address());
      }
    }
    if (addresses.isEmpty()) {
      diagnostics.error(
          Code.BGP_SESSION,
          own.span(),
          pair(own, other) + " have no family in common for a session");
      return;
    }
    BgpSessions.add(draft, own.node(), own.vrf(), neighbor(own, other, remote.get(), addresses));
  }

  /** Both nodes in one order, so that one message is for both sides. */
  private static String pair(End one, End other) {
    boolean turned = one.node().name().compareTo(other.node().name()) > 0;
    return "`" + (turned ? other : one).node() + "` and `" + (turned ? one : other).node() + "`";
  }

  private BgpNeighbor neighbor(
      End own, End other, Asn remote, SequencedMap<Family, Object> addresses) {
    Value.Fields extra =
        BgpSessions.source(own.source())
            .with("multihop", own.settings().at("multihop").orElseThrow());
    if (other.vrf().isPresent()) {
      extra = extra.with("_vrf", Value.of(other.vrf().get()));
    }
    var active = new LinkedHashMap<Family, Boolean>();
    Value.Fields chosen = chosen(own.node());
    for (Family family : addresses.keySet()) {
      for (String carried : chosen.textsAt(family.text())) {
        Optional<Family> plain = Family.tryParse(carried);
        plain.ifPresent(f -> active.put(f, true));
        extra = plain.isPresent() ? extra : extra.with(carried, Value.of(true));
      }
      if (chosen.isEmpty() && listed(own, "activate", family)) {
        active.put(family, true);
      }
    }
    boolean differs = !own.shownAs().equals(own.as());
    return new BgpNeighbor(
        other.node().id(),
        remote,
        "ebgp",
        Optional.of(own.index()),
        Optional.empty(),
        Optional.ofNullable(addresses.get(Family.IPV4)),
        Optional.ofNullable(addresses.get(Family.IPV6)),
        Optional.empty(),
        active,
        own.shownAs().filter(as -> differs),
        own.settings().boolAt("replace_global_as").filter(r -> differs),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        extra);
  }

  /** What sessions between loopbacks carry, by the family they run over; nothing when not said. */
  private Value.Fields chosen(NodeDraft node) {
    Value.Fields own = node.attributes().fieldsAt("bgp.multihop.activate");
    return own.isEmpty() ? draft.globals().fieldsAt("bgp.multihop.activate") : own;
  }

  /** True unless the node limits external sessions to other families. */
  private static boolean listed(End end, String setting, Family family) {
    Value.Fields types = end.node().attributes().fieldsAt("bgp." + setting);
    return types.isEmpty() || types.textsAt(family.text()).contains("ebgp");
  }

  /** The session as the model shows it. */
  private static Value shown(Value.Fields session, List<End> ends, int link) {
    var interfaces = new ArrayList<Value>();
    for (End end : ends) {
      Value.Fields own =
          Value.Fields.NONE
              .with("node", Value.of(end.node().name()))
              .with("ifindex", Value.of((long) end.index()))
              .with("ifname", Value.of("_ebgp_multihop_" + link))
              .with(
                  "bgp",
                  end.settings()
                      .without(session.fieldsAt("bgp").fields().keySet().toArray(String[]::new)));
      for (Family family : Family.values()) {
        Optional<InterfaceAddress> address = end.source().address(family);
        own = address.isPresent() ? own.with(family.text(), Value.of(address.get())) : own;
      }
      interfaces.add(own);
    }
    return session.with("interfaces", new Value.Items(interfaces, session.span()));
  }
}
