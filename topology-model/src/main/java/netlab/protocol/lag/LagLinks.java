package netlab.protocol.lag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.Lack;
import netlab.draft.LinkDraft;
import netlab.draft.NodeDraft;
import netlab.intent.LinkIntent;
import netlab.intent.LinkIntent.EndIntent;
import netlab.schema.Value;

/** Makes wires of the members of bundles, and numbers the aggregated interfaces. */
final class LagLinks {
  private static final int LAST_GROUP = 256;

  private final Draft draft;
  private final Diagnostics diagnostics;
  private final Bundles bundles = new Bundles();
  private final Map<NodeDraft, Integer> last = new HashMap<>();
  private final Map<EndDraft, Span> onPairs = new LinkedHashMap<>();
  private final Set<Integer> groups = new HashSet<>();
  private final Set<Integer> ofLinks = new HashSet<>();
  private final int first;
  private int nextOfPairs;

  private LagLinks(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
    this.first =
        draft
            .globals()
            .intAt("lag.start_lag_id")
            .or(() -> draft.defaults().intAt("lag.start_lag_id"))
            .orElse(1);
    this.nextOfPairs = first;
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    var pass = new LagLinks(draft, diagnostics);
    List<LinkDraft> links = new ArrayList<>();
    for (LinkDraft link : draft.links()) {
      if (!link.members().isEmpty()) {
        links.add(link);
        link.attributes().intAt("lag.mlag.peergroup").ifPresent(pass.groups::add);
      }
    }
    for (LinkDraft link : links) {
      if (pass.areUsable(link)) {
        pass.bundle(link);
      } else {
        draft.replaced(link);
      }
    }
    pass.pairsComplete();
    draft.note(Bundles.class, pass.bundles);
  }

  private boolean areUsable(LinkDraft link) {
    int before = diagnostics.errorCount();
    for (EndDraft end : link.ends()) {
      wrong(
          end.span(),
          "the ends of a bundle are those of its members: write the settings of `"
              + end.node()
              + "` there");
    }
    for (LinkIntent member : link.members()) {
      Set<String> nodes = new LinkedHashSet<>();
      member.ends().forEach(end -> nodes.add(end.node()));
      if (member.ends().size() != 2 || nodes.size() != 2) {
        wrong(member.span(), "member `" + member.name() + "` must connect two different nodes");
      }
      Value.Fields own = member.attributes().fieldsAt("lag").without("ifindex");
      if (!own.isEmpty()) {
        String key = own.fields().firstEntry().getKey();
        wrong(own.keySpan(key), "`lag." + key + "` belongs to the link, not to one of its members");
      }
      for (EndIntent end : member.ends()) {
        if (!draft.node(end.node()).runs("lag")) {
          wrong(
              end.span(),
              "node `"
                  + end.node()
                  + "` is in the bundle `"
                  + link.name()
                  + "`, but does not run module lag");
        }
      }
    }
    return before == diagnostics.errorCount();
  }

  private void wrong(Span at, String message) {
    diagnostics.error(Code.LAG_MEMBERS, at, message);
  }

  private void bundle(LinkDraft link) {
    Value.Fields lag = link.attributes().fieldsAt("lag");
    link.attributes().refine("lag", lag.without("members"));
    Optional<Value> group = lag.at("mlag.peergroup");
    if (group.filter(g -> !(g instanceof Value.Scalar s && s.data().equals(false))).isPresent()) {
      peers(link, group.get());
    } else {
      aggregate(link);
    }
  }

  /** The wires between the two switches of a pair. */
  private void peers(LinkDraft link, Value written) {
    Set<NodeDraft> nodes = new LinkedHashSet<>();
    link.members().forEach(m -> m.ends().forEach(end -> nodes.add(draft.node(end.node()))));
    List<NodeDraft> both = List.copyOf(nodes);
    if (both.size() != 2 || !both.get(0).device().name().equals(both.get(1).device().name())) {
      wrong(written.span(), "a pair is made of two nodes of the same device");
    }
    for (NodeDraft node : both) {
      if (!node.device().can("lag.mlag")) {
        Lack.report(
            node,
            written.span(),
            "cannot be one of a pair (MLAG)",
            other -> other.can("lag.mlag"),
            diagnostics);
      }
    }
    int number =
        written instanceof Value.Scalar s && s.data() instanceof Long n
            ? Math.toIntExact(n)
            : freeGroup(written.span());
    Value.Fields mlag = link.attributes().fieldsAt("lag.mlag");
    List<EndDraft> wires = new ArrayList<>();
    boolean isFirst = true;
    for (int i = 0; i < link.members().size(); i++) {
      LinkIntent member = link.members().get(i);
      Value.Fields attributes = wire(link, member);
      if (isFirst) {
        link.attributes().addMissing(attributes);
        Value.Fields lag =
            Value.Fields.NONE.with("mlag", mlag.with("peergroup", Value.of((long) number)));
        link.attributes().refine("lag", lag);
        link.attributes().drop("vlan");
        member.ends().forEach(end -> wires.add(draft.addEnd(link, port(end))));
      } else {
        Value.Fields lag = Value.Fields.NONE.with("_peerlink", Value.of((long) link.index()));
        String name = link.name() + ".peerlink[" + (i + 1) + "]";
        LinkDraft made =
            draft.addLink(name, attributes.with("lag", lag), ports(member), member.span());
        wires.addAll(made.ends());
      }
      isFirst = false;
    }
    if (both.size() == 2) {
      var pair = new Bundles.Pair(number, both.get(0), both.get(1), wires);
      both.forEach(node -> bundles.pairs.putIfAbsent(node, pair));
    }
  }

  private int freeGroup(Span at) {
    for (int group = 1; group <= LAST_GROUP; group++) {
      if (groups.add(group)) {
        return group;
      }
    }
    wrong(at, "there is no free number for another pair: " + LAST_GROUP + " are in use");
    return LAST_GROUP;
  }

  /** What a member has of its link: a wire without addresses. */
  private static Value.Fields wire(LinkDraft link, LinkIntent member) {
    Value.Fields wire = Value.Fields.NONE;
    for (String key : List.of("mtu", "bandwidth")) {
      Optional<Value> value = member.attributes().at(key).or(() -> link.attributes().at(key));
      wire = value.isPresent() ? wire.with(key, value.get()) : wire;
    }
    return wire.with("type", Value.of("p2p")).with("prefix", Value.of(false));
  }

  private static EndIntent port(EndIntent end) {
    Optional<Value> index = end.attributes().at("ifindex");
    Value.Fields kept =
        index.map(i -> Value.Fields.NONE.with("ifindex", i)).orElse(Value.Fields.NONE);
    return new EndIntent(end.node(), kept, end.span());
  }

  private static List<EndIntent> ports(LinkIntent member) {
    List<EndIntent> ports = new ArrayList<>();
    member.ends().forEach(end -> ports.add(port(end)));
    return ports;
  }

  private void aggregate(LinkDraft link) {
    List<Set<String>> sides = sides(link);
    int large = Math.max(sides.get(0).size(), sides.get(1).size());
    boolean overlap = sides.get(0).stream().anyMatch(sides.get(1)::contains);
    if (overlap || large > 2) {
      wrong(
          link.span(),
          "the members of `"
              + link.name()
              + "` must connect one or two nodes with one or two others");
      draft.replaced(link);
      return;
    }
    Map<String, Value.Fields> own = ofEnds(link);
    link.attributes().refine("type", Value.of("lag"));
    link.passing();
    link.attributes().intAt("lag.ifindex").ifPresent(ofLinks::add);
    for (Set<String> side : sides) {
      boolean pair = side.size() == 2;
      Optional<Integer> shared = Optional.empty();
      for (String name : side) {
        NodeDraft node = draft.node(name);
        Value.Fields attributes = own.getOrDefault(name, Value.Fields.NONE);
        Optional<Integer> before = shared;
        int number =
            written(link, node, attributes).or(() -> before).orElseGet(() -> free(node, pair));
        shared = pair ? Optional.of(number) : shared;
        last.put(node, number);
        Value.Fields lag = attributes.fieldsAt("lag").with("ifindex", Value.of((long) number));
        EndDraft end =
            draft.addEnd(link, new EndIntent(name, attributes.with("lag", lag), link.span()));
        if (pair) {
          bundles.shared.put(end, true);
          onPairs.put(end, link.span());
          canPair(link, node);
        }
      }
    }
    members(link);
  }

  private static boolean pairs(Device device) {
    return device.can("lag.mlag") || device.can("evpn.multihoming.lag");
  }

  private void canPair(LinkDraft link, NodeDraft node) {
    if (!pairs(node.device())) {
      Lack.report(
          node,
          link.span(),
          "cannot share the bundle `" + link.name() + "` with another node (MLAG)",
          LagLinks::pairs,
          diagnostics);
    }
  }

  /** The nodes on either side; the first node of the file is on the first one. */
  private static List<Set<String>> sides(LinkDraft link) {
    Set<String> one = new LinkedHashSet<>();
    Set<String> two = new LinkedHashSet<>();
    for (LinkIntent member : link.members()) {
      String a = member.ends().get(0).node();
      String b = member.ends().get(1).node();
      boolean turned = two.contains(a) || one.contains(b);
      (turned ? two : one).add(a);
      (turned ? one : two).add(b);
    }
    return List.of(one, two);
  }

  /** What members say about interfaces is about the aggregated one; the last one counts. */
  private static Map<String, Value.Fields> ofEnds(LinkDraft link) {
    Map<String, Value.Fields> own = new HashMap<>();
    for (LinkIntent member : link.members()) {
      Value.Fields ofWire = Value.Fields.NONE;
      for (String key : List.of("mtu", "bandwidth", "lag")) {
        Optional<Value> value = member.attributes().at(key);
        ofWire = value.isPresent() ? ofWire.with(key, value.get()) : ofWire;
      }
      for (EndIntent end : member.ends()) {
        Value.Fields here = end.attributes().without("ifindex").over(ofWire);
        own.merge(end.node(), here, (before, now) -> now.over(before));
      }
    }
    return own;
  }

  /** The number that the lab file gives to an aggregated interface. */
  private Optional<Integer> written(LinkDraft link, NodeDraft node, Value.Fields own) {
    Optional<Value> written = own.at("lag.ifindex").or(() -> link.attributes().at("lag.ifindex"));
    if (written.isEmpty() || !(written.get() instanceof Value.Scalar s)) {
      return Optional.empty();
    }
    int number = s.data() instanceof Long n ? Math.toIntExact(n) : first;
    if (reserved(node).contains(number)) {
      wrong(
          s.span(),
          "device `"
              + node.device().name()
              + "` of `"
              + node
              + "` keeps number "
              + number
              + " for itself");
    }
    return Optional.of(number);
  }

  /**
   * The number behind the last one of the node. The first bundle that two nodes share has a number
   * that no other link was given.
   */
  private int free(NodeDraft node, boolean pair) {
    Integer before = last.get(node);
    boolean isFirst = before == null;
    int number = before != null ? before + 1 : pair ? nextOfPairs : first;
    while (reserved(node).contains(number) || (pair && isFirst && ofLinks.contains(number))) {
      number++;
    }
    nextOfPairs = pair && isFirst ? number + 1 : nextOfPairs;
    return number;
  }

  private static List<Integer> reserved(NodeDraft node) {
    List<Integer> numbers = new ArrayList<>();
    for (String text : node.device().facts().textsAt("features.lag.reserved_ifindex_range")) {
      numbers.add(Integer.parseInt(text));
    }
    return numbers;
  }

  private void members(LinkDraft link) {
    for (int i = 0; i < link.members().size(); i++) {
      LinkIntent member = link.members().get(i);
      Value.Fields lag = Value.Fields.NONE.with("_parentindex", Value.of((long) link.index()));
      LinkDraft wire =
          draft.addLink(
              link.name() + "[" + (i + 1) + "]",
              wire(link, member).with("lag", lag),
              ports(member),
              member.span());
      for (EndDraft end : wire.ends()) {
        for (EndDraft aggregated : link.ends()) {
          if (aggregated.node().equals(end.node())) {
            bundles.parents.put(end, aggregated.attributes().intAt("lag.ifindex").orElseThrow());
          }
        }
      }
    }
  }

  /** Whoever shares a bundle with another node must be in a pair with it. */
  private void pairsComplete() {
    Set<NodeDraft> reported = new HashSet<>();
    onPairs.forEach((end, at) -> {
      NodeDraft node = end.node();
      boolean segment =
          end.attributes()
              .at("evpn.es")
              .or(() -> end.link().attributes().at("evpn.es"))
              .isPresent();
      if (!segment && !bundles.pairs.containsKey(node) && reported.add(node)) {
        diagnostics.error(
            Code.LAG_PAIR,
            at,
            "node `" + node + "` shares a bundle with another node, but is in no pair",
            "add a link between the two with `lag.mlag.peergroup: true`");
      }
    });
  }
}
