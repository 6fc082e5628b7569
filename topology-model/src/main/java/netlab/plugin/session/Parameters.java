package netlab.plugin.session;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.net.Family;
import netlab.protocol.bgp.BgpNeighbor;
import netlab.protocol.bgp.BgpSessions;
import netlab.protocol.bgp.BgpSessions.Session;
import netlab.schema.Value;

/** Puts the parameters of interfaces and nodes on sessions. */
final class Parameters {
  private static final List<String> ALL =
      List.of(
          "as_override",
          "allowas_in",
          "default_originate",
          "password",
          "passive",
          "gr",
          "gtsm",
          "timers",
          "tcp_ao",
          "bfd",
          "remove_private_as",
          "rs",
          "description");

  /** What a node says about itself, not about its sessions. */
  private static final Set<String> OF_NODE = Set.of("gr");

  private final Draft draft;
  private final NodeDraft node;
  private final Value.Fields ofNode;
  private final Diagnostics diagnostics;
  private final Set<String> keys = new LinkedHashSet<>();

  /** Keys of TCP-AO with their algorithms. */
  private final Set<String> algorithms = new LinkedHashSet<>();

  private Parameters(Draft draft, NodeDraft node, Diagnostics diagnostics) {
    this.draft = draft;
    this.node = node;
    this.ofNode = node.attributes().fieldsAt("bgp");
    this.diagnostics = diagnostics;
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("bgp")) {
        new Parameters(draft, node, diagnostics).run();
      }
    }
  }

  private void run() {
    for (String name : ALL) {
      ofNode.at(name).filter(Parameters::isOn).ifPresent(v -> check(name, v, at(ofNode, name)));
    }
    BgpSessions.change(draft, node, session -> Optional.of(changed(session)));
    if (!keys.isEmpty()) {
      BgpSessions.set(draft, node, "_ao_secrets", texts(keys));
      BgpSessions.set(draft, node, "_ao_algo_secrets", texts(algorithms));
    }
  }

  private static Value texts(Set<String> texts) {
    return new Value.Items(List.<Value>copyOf(texts.stream().map(Value::of).toList()), Span.NONE);
  }

  private static Span at(Value.Fields settings, String name) {
    return settings.at(name).map(Value::span).filter(Span::known).orElse(settings.keySpan(name));
  }

  /** False for what is switched off or says nothing. */
  private static boolean isOn(Value value) {
    return switch (value) {
      case Value.Empty e -> false;
      case Value.Scalar s -> !Boolean.FALSE.equals(s.data()) && !s.data().toString().isEmpty();
      case Value.Items i -> !i.items().isEmpty();
      case Value.Fields f -> !f.isEmpty();
    };
  }

  private BgpNeighbor changed(Session session) {
    BgpNeighbor neighbor = session.neighbor().without(ALL.toArray(String[]::new));
    Set<String> wanted = wanted(neighbor.type());
    for (String name : ALL) {
      Optional<Value> value = wanted.contains(name) ? value(session, name) : Optional.empty();
      if (value.isPresent() && check(name, value.get(), place(session, name))) {
        neighbor = neighbor.with(name, value.get());
      }
    }
    keys(session, neighbor);
    if (neighbor.extra().boolAt("default_originate").orElse(false)) {
      defaultRoutes(session);
    }
    return neighbor;
  }

  /** The parameters that sessions of a type get. */
  private Set<String> wanted(String type) {
    Optional<Value> chosen = ofNode.at("session.apply");
    if (chosen.isEmpty()) {
      return type.equals("ebgp") ? Set.copyOf(ALL) : Set.of();
    }
    Value.Fields types = ofNode.fieldsAt("session.apply");
    Optional<Value> list = types.at(type);
    List<String> names = types.textsAt(type);
    boolean all = list.isPresent() && (names.contains("*") || list.get() instanceof Value.Empty);
    return all ? Set.copyOf(ALL) : Set.copyOf(names);
  }

  /** What the interface says, over what the node says. */
  private Optional<Value> value(Session session, String name) {
    Optional<Value> own = session.settings().at(name);
    boolean off =
        own.filter(v -> v instanceof Value.Scalar s && Boolean.FALSE.equals(s.data())).isPresent();
    if (off) {
      return Optional.empty();
    }
    Optional<Value> general =
        OF_NODE.contains(name) ? Optional.empty() : ofNode.at(name).filter(Parameters::isOn);
    if (own.orElse(null) instanceof Value.Fields a
        && general.orElse(null) instanceof Value.Fields b) {
      Value.Fields merged = a.over(b);
      session.port().ifPresent(port -> BgpSessions.set(draft, port, name, merged));
      return Optional.of(merged);
    }
    return own.filter(Parameters::isOn).or(() -> general);
  }

  private Span place(Session session, String name) {
    return session.settings().at(name).isPresent()
        ? at(session.settings(), name)
        : at(ofNode, name);
  }

  /** True when the device can do it; otherwise says what it can. */
  private boolean check(String name, Value value, Span at) {
    Optional<Value> feature = node.device().feature("bgp." + name);
    if (feature.isEmpty()) {
      Lack.report(
          node,
          at,
          "cannot do `" + name + "` on BGP sessions",
          other -> other.can("bgp." + name),
          diagnostics);
      return false;
    }
    if (name.equals("bfd") && !node.runs("bfd")) {
      diagnostics.error(
          Code.MODULE_REQUIRES,
          at,
          "BGP sessions of `" + node + "` cannot use BFD: the node does not run module `bfd`",
          "add it to the modules of the node");
      return false;
    }
    if (feature.get() instanceof Value.Items providers) {
      String own = provider();
      if (texts(providers).contains(own)) {
        return true;
      }
      Lack.report(
          node,
          at,
          "cannot do `" + name + "` on BGP sessions with provider " + own,
          "it can with " + String.join(", ", texts(providers)),
          other -> runsWith(other, name, own),
          diagnostics);
      return false;
    }
    return words(name, value, feature.get());
  }

  private static boolean runsWith(Device device, String name, String provider) {
    return device
        .feature("bgp." + name)
        .filter(f -> !(f instanceof Value.Items some) || texts(some).contains(provider))
        .isPresent();
  }

  private static boolean knows(Device device, String name, String word) {
    return device
        .feature("bgp." + name)
        .filter(f ->
            !(f instanceof Value.Fields limits)
                || limits.at("valid").isEmpty()
                || limits.textsAt("valid").contains(word))
        .isPresent();
  }

  private String provider() {
    return node.attributes().textAt("provider").or(() -> draft.intent().provider()).orElse("clab");
  }

  private static List<String> texts(Value.Items items) {
    return Value.Fields.NONE.with("items", items).textsAt("items");
  }

  private boolean words(String name, Value value, Value feature) {
    if (!(feature instanceof Value.Fields limits) || limits.at("valid").isEmpty()) {
      return true;
    }
    List<String> valid = limits.textsAt("valid");
    List<Value> items = value instanceof Value.Items list ? list.items() : List.of(value);
    boolean fits = true;
    for (Value item : items) {
      if (item instanceof Value.Scalar word && !valid.contains(word.data().toString())) {
        String wanted = word.data().toString();
        Lack.report(
            node,
            word.span(),
            "cannot do `" + name + ": " + wanted + "`",
            "it can do " + String.join(", ", valid),
            other -> knows(other, name, wanted),
            diagnostics);
        fits = false;
      }
    }
    return fits;
  }

  /** TCP-AO (RFC 5925) signs with the password; the device needs all of them by name. */
  private void keys(Session session, BgpNeighbor neighbor) {
    Optional<String> algorithm = neighbor.extra().textAt("tcp_ao");
    if (algorithm.isEmpty()) {
      return;
    }
    Optional<String> password = neighbor.extra().textAt("password");
    if (password.isEmpty()) {
      diagnostics.error(
          Code.MISSING_VALUE,
          place(session, "tcp_ao"),
          session.peer() + " has TCP-AO, but no password",
          "add `bgp.password`");
      return;
    }
    keys.add(password.get());
    algorithms.add(algorithm.get() + ":" + password.get());
  }

  /** Devices that only advertise what they have get default routes that lead nowhere. */
  private void defaultRoutes(Session session) {
    if (node.device()
        .feature("bgp.default_originate")
        .filter(f -> f instanceof Value.Scalar s && s.data().equals("static"))
        .isEmpty()) {
      return;
    }
    Value.Fields routing = node.attributes().fieldsAt("routing");
    Set<Value> present = new LinkedHashSet<>(routing.itemsAt("static"));
    var routes = new ArrayList<Value>();
    for (Family family : Family.values()) {
      if (session.neighbor().activate().getOrDefault(family, false)) {
        Value.Fields route =
            Value.Fields.NONE
                .with("floating", Value.of(true))
                .with(
                    family.text(),
                    new Value.Items(
                        List.of(Value.of(family == Family.IPV4 ? "0.0.0.0/0" : "::/0")), Span.NONE))
                .with("nexthop", Value.Fields.NONE.with("discard", Value.of(true)));
        route =
            session.vrf().isPresent() ? route.with("vrf", Value.of(session.vrf().get())) : route;
        if (!present.contains(route)) {
          routes.add(route);
        }
      }
    }
    node.addModule("routing");
    node.attributes().append("routing", "static", routes);
  }
}
