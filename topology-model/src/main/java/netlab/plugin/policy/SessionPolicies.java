package netlab.plugin.policy;

import java.util.List;
import java.util.Optional;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.protocol.bgp.BgpNeighbor;
import netlab.protocol.bgp.BgpSessions;
import netlab.protocol.bgp.BgpSessions.Session;
import netlab.protocol.routing.Kind;
import netlab.protocol.routing.RoutingObjects;
import netlab.schema.Value;

/** Policies of external sessions: named ones, or made from the attributes of the interface. */
final class SessionPolicies {
  private static final List<String> ALL =
      List.of("policy", "locpref", "med", "prepend", "weight", "bandwidth", "role");

  /** What a policy for received routes, and one for sent routes, can be made from. */
  private static final List<String> IN = List.of("locpref", "bandwidth");

  private static final List<String> OUT = List.of("med", "prepend", "bandwidth");

  private final Draft draft;
  private final NodeDraft node;
  private final Value.Fields ofNode;
  private final Diagnostics diagnostics;
  private boolean measures;
  private boolean sendsBandwidth;
  private int sessions;

  private SessionPolicies(Draft draft, NodeDraft node, Diagnostics diagnostics) {
    this.draft = draft;
    this.node = node;
    this.ofNode = node.attributes().fieldsAt("bgp");
    this.diagnostics = diagnostics;
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("bgp")) {
        new SessionPolicies(draft, node, diagnostics).run();
      }
    }
  }

  private void run() {
    BgpSessions.change(draft, node, session -> Optional.of(changed(session)));
    if (measures) {
      BgpSessions.set(draft, node, "_bandwidth", Value.of(true));
    }
    if (sendsBandwidth) {
      BgpSessions.send(draft, node, "ebgp", "extended");
    }
    if (ofNode.at("role").orElse(null) instanceof Value.Fields role) {
      BgpSessions.set(draft, node, "role", strict(role));
    }
  }

  private BgpNeighbor changed(Session session) {
    BgpNeighbor neighbor = session.neighbor().without(ALL.toArray(String[]::new));
    if (!neighbor.type().equals("ebgp")) {
      return neighbor;
    }
    sessions++;
    for (String name : ALL) {
      Optional<Value> value = value(session, name);
      if (value.isPresent()) {
        check(name, value.get(), place(session, name));
        neighbor = neighbor.with(name, value.get());
        Value shown = value.get();
        session.port().ifPresent(port -> BgpSessions.set(draft, port, name, shown));
      }
    }
    measures |= neighbor.extra().at("bandwidth").isPresent();
    sendsBandwidth |= neighbor.extra().at("bandwidth.out").isPresent();
    Value.Fields named = neighbor.extra().fieldsAt("policy");
    Value.Fields used = named;
    for (String direction : List.of("in", "out")) {
      Value.Fields set = set(neighbor.extra(), direction);
      if (named.at(direction).isPresent()) {
        named(session, named, direction, set);
      } else if (!set.isEmpty()) {
        used = used.with(direction, Value.of(generated(session, direction, set)));
      }
    }
    return used.isEmpty() ? neighbor : neighbor.with("policy", used);
  }

  /** What the interface says; for some attributes the node has a say, too. */
  private Optional<Value> value(Session session, String name) {
    Optional<Value> own = session.settings().at(name);
    if (name.equals("bandwidth") && own.orElse(null) instanceof Value.Scalar received) {
      return Optional.of(
          new Value.Fields(Value.Fields.NONE.fields(), received.span()).with("in", received));
    }
    if (name.equals("locpref") && !hasDefaultPreference()) {
      return own.or(() -> ofNode.at("locpref"));
    }
    if (name.equals("role")) {
      return own.or(() -> ofNode.at("role"))
          .map(v -> v instanceof Value.Fields role ? strict(role) : v);
    }
    return own.filter(v -> !(v instanceof Value.Fields f) || !f.isEmpty());
  }

  /** True when the device itself gives received routes the local preference of the node. */
  private boolean hasDefaultPreference() {
    return node.device().can("bgp._default_locpref");
  }

  /** A role that says nothing about strict mode is as strict as those of the whole lab. */
  private Value.Fields strict(Value.Fields role) {
    if (role.at("strict").isPresent()) {
      return role;
    }
    Optional<Boolean> general =
        draft
            .globals()
            .fieldsAt("bgp.role")
            .boolAt("strict")
            .or(() -> draft.defaults().boolAt("bgp.role.strict"));
    return general.map(s -> role.with("strict", Value.of(s))).orElse(role);
  }

  private Span place(Session session, String name) {
    Value.Fields settings = session.settings().at(name).isPresent() ? session.settings() : ofNode;
    return settings.keySpan(name);
  }

  /** What a policy of a direction has to set. */
  private static Value.Fields set(Value.Fields settings, String direction) {
    Value.Fields set = Value.Fields.NONE;
    for (String name : direction.equals("in") ? IN : OUT) {
      Optional<Value> value =
          settings.at(name.equals("bandwidth") ? "bandwidth." + direction : name);
      set = value.isPresent() ? set.with(name, value.get()) : set;
    }
    return set;
  }

  private void check(String name, Value value, Span at) {
    if (name.equals("policy")) {
      return;
    }
    if (!can(node.device(), name)) {
      Lack.report(node, at, "cannot do `bgp." + name + "`", other -> can(other, name), diagnostics);
    } else if (value instanceof Value.Fields bandwidth && name.equals("bandwidth")) {
      bandwidth.fields().keySet().forEach(direction -> bandwidth(bandwidth, direction));
    }
  }

  private static boolean can(Device device, String name) {
    return device.can("bgp." + name) || device.can("routing.policy.set." + name);
  }

  /** Devices can do bandwidths in one direction only, as a number only, or as `auto` only. */
  private void bandwidth(Value.Fields bandwidth, String direction) {
    boolean auto = bandwidth.textAt(direction).filter("auto"::equals).isPresent();
    if (!can(node.device(), direction, auto)) {
      Lack.report(
          node,
          bandwidth.at(direction).orElse(bandwidth).span(),
          "cannot do `bgp.bandwidth."
              + direction
              + ": "
              + bandwidth.textAt(direction).orElse("")
              + "`",
          other -> can(other, direction, auto),
          diagnostics);
    }
  }

  private static boolean can(Device device, String direction, boolean auto) {
    Optional<Value> feature = device.feature("bgp.bandwidth");
    if (!(feature.orElse(null) instanceof Value.Fields directions)) {
      return feature.isPresent();
    }
    String can = directions.textAt(direction).orElse("");
    return can.equals("auto") ? auto : !can.isEmpty() && !(can.equals("int") && auto);
  }

  private void named(
      Session session, Value.Fields named, String direction, Value.Fields attributes) {
    Value name = named.at(direction).orElseThrow();
    if (!node.runs("routing")) {
      diagnostics.error(
          Code.MODULE_REQUIRES,
          name.span(),
          "`bgp.policy` of `" + node + "` needs module `routing`, which the node does not run",
          "add it to the modules of the node");
      return;
    }
    RoutingObjects.of(draft)
        .take(node, Kind.POLICY, named.textAt(direction).orElse(""), name.span());
    if (!attributes.isEmpty()) {
      String first = attributes.fields().firstEntry().getKey();
      diagnostics.report(
          Severity.ERROR,
          Code.ATTRIBUTE_CONFLICT,
          name.span(),
          session.peer()
              + " cannot have both a policy and `bgp."
              + first
              + "`, which makes one of its own",
          Optional.of("set it in the policy, or remove one of them"),
          List.of(new Note("`" + first + "` is here", place(session, first))));
    }
  }

  /** Makes a policy and gives its name. */
  private String generated(Session session, String direction, Value.Fields set) {
    String name =
        "bp-"
            + session.vrf().map(v -> "vrf-" + v + "-").orElse("")
            + session.neighbor().name()
            + "-"
            + sessions
            + "-"
            + direction;
    Value.Fields entry =
        Value.Fields.NONE
            .with("action", Value.of("permit"))
            .with("sequence", Value.of(10L))
            .with("set", set);
    node.addModule("routing");
    RoutingObjects.of(draft)
        .generate(node, name, List.of(entry), place(session, set.fields().firstEntry().getKey()));
    return name;
  }
}
