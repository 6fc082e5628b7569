package netlab.protocol.services;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Predicate;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.net.Ip;
import netlab.schema.Value;

/** Fills the column. */
final class ServicesPass {
  /** A client that names a server, and the place where it does so. */
  private record Request(NodeDraft client, Span place) {}

  /** Where a client reaches its servers. */
  private record Addresses(SequencedSet<Ip> ipv4, SequencedSet<Ip> ipv6) {
    SequencedSet<Ip> of(Family family) {
      return family == Family.IPV4 ? ipv4 : ipv6;
    }

    List<Ip> all() {
      List<Ip> all = new ArrayList<>(ipv6);
      all.addAll(ipv4);
      return all;
    }
  }

  private static final String[] READ = {"dns", "syslog", "server"};
  private static final String[] CLIENT = {"server", "ipv4", "ipv6", "domain", "transport_vrf"};

  private final Draft draft;
  private final Diagnostics diagnostics;

  /** Who asks each server, by service. */
  private final Map<Service, SequencedMap<String, List<Request>>> requests =
      new EnumMap<>(Service.class);

  private ServicesPass(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  static void run(Draft draft, Diagnostics diagnostics) {
    var pass = new ServicesPass(draft, diagnostics);
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("services")) {
        draft.put(Services.NODE, node.id(), pass.node(node));
      }
    }
    pass.requests.forEach((service, servers) ->
        servers.forEach((server, requests) -> pass.check(service, server, requests)));
  }

  private ServicesNode node(NodeDraft node) {
    Value.Fields settings = node.attributes().fieldsAt("services");
    Optional<Value.Fields> server = settings.at("server").map(s -> given(settings));
    server.ifPresent(given -> serverFeatures(node, given));
    return new ServicesNode(
        client(node, settings, Service.DNS),
        client(node, settings, Service.SYSLOG),
        server,
        settings.without(READ));
  }

  /** The services of a node without those that are switched off. */
  private static Value.Fields given(Value.Fields settings) {
    Value.Fields given = settings.fieldsAt("server");
    for (Service service : Service.values()) {
      if (given.boolAt(service.text()).filter(on -> !on).isPresent()) {
        given = given.without(service.text());
      }
    }
    return given;
  }

  private void serverFeatures(NodeDraft node, Value.Fields given) {
    for (Service service : Service.values()) {
      if (given.at(service.text()).isPresent()
          && !node.device().can("services.server." + service.text())) {
        unable(
            node,
            "be a " + service + " server",
            given.keySpan(service.text()),
            other -> other.can("services.server." + service.text()));
      }
    }
  }

  private Optional<ServiceClient> client(NodeDraft node, Value.Fields settings, Service service) {
    if (settings.at(service.text()).isEmpty()) {
      return Optional.empty();
    }
    Value.Fields own = settings.fieldsAt(service.text());
    List<String> servers = own.textsAt("server");
    var addresses =
        new Addresses(
            new LinkedHashSet<>(outside(own, Family.IPV4)),
            new LinkedHashSet<>(outside(own, Family.IPV6)));
    for (Value server : own.itemsAt("server")) {
      ask(node, server, service, addresses);
    }
    List<Ip> all = addresses.all();
    checkVrf(node, own, service);
    checkUse(node, own, service, servers.isEmpty() && all.isEmpty());
    Value.Fields extra = own.without(CLIENT);
    if (!all.isEmpty()) {
      clientFeatures(node, own, service, addresses);
      extra = extra.with("_server_list", new Value.Items(values(all), Span.NONE));
    }
    boolean resolver = service == Service.DNS && !isServer(node, service);
    if (resolver && !(servers.isEmpty() && all.isEmpty())) {
      extra = extra.with("_no_hosts", Value.of(true));
    }
    return Optional.of(
        new ServiceClient(
            some(servers),
            some(addresses.ipv4()),
            some(addresses.ipv6()),
            own.textAt("domain"),
            own.textAt("transport_vrf"),
            extra));
  }

  /** Notes that a node asks a server, and adds the addresses by which it can reach it. */
  private void ask(NodeDraft node, Value server, Service service, Addresses addresses) {
    String name = server instanceof Value.Scalar s ? s.data().toString() : "";
    requests
        .computeIfAbsent(service, s -> new LinkedHashMap<>())
        .computeIfAbsent(name, n -> new ArrayList<>())
        .add(new Request(node, server.span()));
    for (Family family : node.families()) {
      address(draft.node(name), family).ifPresent(addresses.of(family)::add);
    }
  }

  private static Optional<Ip> address(NodeDraft server, Family family) {
    return server.endPoint().flatMap(port -> port.address(family)).map(InterfaceAddress::address);
  }

  private static List<Ip> outside(Value.Fields own, Family family) {
    List<Ip> addresses = new ArrayList<>();
    own.textsAt(family.text()).forEach(text -> Ip.tryParse(text).ifPresent(addresses::add));
    return addresses;
  }

  private static List<Value> values(List<Ip> addresses) {
    return addresses.stream().map(ip -> (Value) Value.of(ip)).toList();
  }

  private static <T> Optional<List<T>> some(Collection<T> items) {
    return items.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(items));
  }

  private static boolean isServer(NodeDraft node, Service service) {
    return given(node.attributes().fieldsAt("services")).at(service.text()).isPresent();
  }

  private void checkVrf(NodeDraft node, Value.Fields own, Service service) {
    Optional<String> vrf = own.textAt("transport_vrf");
    if (vrf.isPresent() && node.attributes().fieldsAt("vrfs").at(vrf.get()).isEmpty()) {
      diagnostics.error(
          Code.SERVICE,
          place(node, own.at("transport_vrf").map(Value::span).orElse(Span.NONE)),
          "`"
              + node
              + "` is to reach its "
              + service
              + " servers in VRF `"
              + vrf.get()
              + "`, which it does not have",
          "add the VRF to the node, or give it an interface in it");
    }
  }

  private void checkUse(NodeDraft node, Value.Fields own, Service service, boolean alone) {
    if (alone && !own.without("domain").isEmpty()) {
      diagnostics.error(
          Code.SERVICE,
          place(node, own.span()),
          "`" + node + "` has settings of " + service + " and no server",
          "name a node in `services."
              + service.text()
              + ".server`, or addresses in `ipv4` or `ipv6`");
    }
  }

  private void clientFeatures(
      NodeDraft node, Value.Fields own, Service service, Addresses addresses) {
    String path = "services." + service.text();
    Span at = place(node, own.span());
    if (!node.device().can(path)) {
      unable(node, "use " + service + " servers", at, other -> other.can(path));
      return;
    }
    for (Family family : Family.values()) {
      if (!addresses.of(family).isEmpty() && refuses(node.device(), path + "." + family.text())) {
        unable(
            node,
            "ask " + service + " servers over " + family,
            at,
            other -> other.can(path) && !refuses(other, path + "." + family.text()));
      }
    }
    if (own.at("transport_vrf").isPresent() && refuses(node.device(), path + ".transport_vrf")) {
      unable(
          node,
          "reach " + service + " servers in a VRF",
          own.keySpan("transport_vrf"),
          other -> other.can(path) && !refuses(other, path + ".transport_vrf"));
    }
  }

  /** True when the device says that it cannot; what it does not mention it can. */
  private static boolean refuses(Device device, String path) {
    return device.facts().boolAt("features." + path).filter(can -> !can).isPresent();
  }

  private void unable(NodeDraft node, String what, Span at, Predicate<Device> able) {
    Lack.report(node, at, "cannot " + what, able, diagnostics);
  }

  private static Span place(NodeDraft node, Span written) {
    return written.or(node.span());
  }

  /** Checks that a server is one, and that its clients can reach it. */
  private void check(Service service, String name, List<Request> requests) {
    NodeDraft server = draft.node(name);
    Span at = place(requests.getFirst().client(), requests.getFirst().place());
    if (!isServer(server, service)) {
      diagnostics.error(
          Code.SERVICE,
          at,
          "`" + name + "` is no " + service + " server; " + names(requests) + " would ask it",
          "set `services.server." + service.text() + ": true` for node `" + name + "`");
      return;
    }
    List<Request> unreached =
        requests.stream()
            .filter(
                r -> r.client().families().stream().noneMatch(f -> address(server, f).isPresent()))
            .toList();
    if (!unreached.isEmpty()) {
      diagnostics.error(
          Code.SERVICE,
          place(unreached.getFirst().client(), unreached.getFirst().place()),
          service + " server `" + name + "` has no address that " + names(unreached) + " can use",
          "give both addresses of the same family");
    }
  }

  private static String names(List<Request> requests) {
    return String.join(", ", requests.stream().map(r -> "`" + r.client() + "`").toList());
  }
}
