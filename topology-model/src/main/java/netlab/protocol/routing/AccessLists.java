package netlab.protocol.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.InterfaceDraft;
import netlab.draft.NodeDraft;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.schema.Value;

/** Access lists as devices have them: one list for each family, one line for each pair of ends. */
final class AccessLists {
  private static final int FIRST = 100;
  private static final int STEP = 10;

  private final Draft draft;
  private final Diagnostics diagnostics;

  AccessLists(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  /** The entry with its prefix sets and nodes replaced by addresses. */
  Value.Fields resolved(Value.Fields entry, PrefixSets sets) {
    Value.Fields full = entry;
    for (String side : List.of("src", "dst")) {
      full = full.with(side, withNodes(sets.resolved(entry.fieldsAt(side))));
    }
    return full;
  }

  private Value.Fields withNodes(Value.Fields address) {
    Value.Fields full = address;
    for (Value item : address.itemsAt("node")) {
      if (item instanceof Value.Scalar name) {
        Optional<NodeDraft> node = draft.findNode(name.data().toString());
        for (InterfaceDraft port : node.map(n -> meant(n, address, name)).orElse(List.of())) {
          for (Family family : Family.values()) {
            Optional<InterfaceAddress> own = port.address(family);
            full =
                own.isPresent() ? PrefixSets.append(full, family, List.of(own.get()), item) : full;
          }
        }
      }
    }
    return full.without("node", "interface", "role");
  }

  /** The interfaces of a node that an address names, all of them when it names none. */
  private List<InterfaceDraft> meant(NodeDraft node, Value.Fields address, Value.Scalar at) {
    List<String> names = address.textsAt("interface");
    List<String> roles = address.textsAt("role");
    Set<String> known = new TreeSet<>();
    var meant = new ArrayList<InterfaceDraft>();
    for (InterfaceDraft port : node.allInterfaces()) {
      Optional<String> role = port.role().or(() -> port.link().flatMap(l -> l.role()));
      (roles.isEmpty() ? Optional.of(port.name()) : role).ifPresent(known::add);
      boolean all = names.isEmpty() && roles.isEmpty();
      if (all || names.contains(port.name()) || role.filter(roles::contains).isPresent()) {
        meant.add(port);
      }
    }
    if (meant.isEmpty()) {
      String wanted = names.isEmpty() ? String.join(", ", roles) : String.join(", ", names);
      diagnostics.unknownName(
          Code.UNKNOWN_NAME,
          address.at(roles.isEmpty() ? "interface" : "role").map(Value::span).orElse(at.span()),
          "node `"
              + node
              + "` has no interface "
              + (roles.isEmpty() ? "" : "with role ")
              + "`"
              + wanted
              + "`",
          wanted,
          "it has",
          known);
    }
    return meant;
  }

  /** The lines of a resolved list for the families of a node. */
  SequencedMap<Family, List<AclLine>> lines(NodeDraft node, RoutingObject list, Set<Family> used) {
    var lines = new LinkedHashMap<Family, List<AclLine>>();
    for (Family family : used) {
      var found = new ArrayList<AclLine>();
      for (Value.Fields entry : list.entries()) {
        add(node, list, entry, family, found);
      }
      lines.put(family, List.copyOf(found));
    }
    return lines;
  }

  private void add(
      NodeDraft node, RoutingObject list, Value.Fields entry, Family family, List<AclLine> lines) {
    List<AclLine.Address> sources = addresses(entry.fieldsAt("src"), family);
    List<AclLine.Address> targets = addresses(entry.fieldsAt("dst"), family);
    if (sources.isEmpty() != targets.isEmpty() && !diagnostics.hasErrors()) {
      draft.warn(
          diagnostics,
          "routing.warnings.acl_af_src_dst",
          Code.ROUTING_OBJECT,
          entry.span(),
          "entry "
              + RoutingObject.sequence(entry)
              + " of access list `"
              + list.name()
              + "` does nothing for "
              + family
              + " on `"
              + node
              + "`: only its "
              + (sources.isEmpty() ? "destination" : "source")
              + " has "
              + family
              + " addresses",
          "give the other side " + family + " addresses, or write an entry for each family");
    }
    if (sources.isEmpty() || targets.isEmpty()) {
      return;
    }
    entry.textAt("description").ifPresent(text -> lines.add(AclLine.described(next(lines), text)));
    for (AclLine.Address source : sources) {
      for (AclLine.Address target : targets) {
        lines.add(
            new AclLine(
                next(lines),
                entry.textAt("action"),
                entry.dataAt("protocol", Object.class),
                Optional.of(source),
                Optional.of(target),
                entry.boolAt("established").filter(b -> b),
                entry.boolAt("log").filter(b -> b),
                Optional.empty()));
      }
    }
  }

  private static int next(List<AclLine> lines) {
    return FIRST + STEP * lines.size();
  }

  private static List<AclLine.Address> addresses(Value.Fields side, Family family) {
    var addresses = new ArrayList<AclLine.Address>();
    for (String text : side.textsAt(family.text())) {
      for (Port port : ports(side.fieldsAt("port"))) {
        addresses.add(address(text, family, port));
      }
    }
    return addresses;
  }

  private static AclLine.Address address(String text, Family family, Port port) {
    Optional<InterfaceAddress> length = InterfaceAddress.tryParse(text);
    boolean host = length.filter(a -> text.contains("/")).isEmpty() || !isPrefix(length.get());
    boolean any = length.filter(a -> a.length() == 0).isPresent();
    Object shown = length.<Object>map(a -> host ? a.address() : a.prefix()).orElse(text);
    Optional<Object> here = Optional.of(shown);
    return new AclLine.Address(
        family == Family.IPV4 ? here : Optional.empty(),
        family == Family.IPV6 ? here : Optional.empty(),
        Optional.of(true).filter(t -> host),
        Optional.of(true).filter(t -> any),
        port.op,
        port.number,
        port.range);
  }

  /** False for the address of an interface, which is one host on its network. */
  private static boolean isPrefix(InterfaceAddress address) {
    return address.address().equals(address.prefix().network());
  }

  /** One comparison with a port number, or none. */
  private record Port(
      Optional<String> op, Optional<Integer> number, Optional<AclLine.PortRange> range) {}

  private static List<Port> ports(Value.Fields port) {
    var ports = new ArrayList<Port>();
    for (String op : List.of("eq", "neq", "lt", "gt")) {
      for (String number : port.textsAt(op)) {
        Optional<Integer> value = Optional.of(Integer.valueOf(number));
        ports.add(new Port(Optional.of(op), value, Optional.empty()));
      }
    }
    List<String> range = port.textsAt("in");
    if (range.size() == 2) {
      int a = Integer.parseInt(range.get(0));
      int b = Integer.parseInt(range.get(1));
      var sorted = new AclLine.PortRange(Math.min(a, b), Math.max(a, b));
      ports.add(new Port(Optional.of("in"), Optional.empty(), Optional.of(sorted)));
    }
    return ports.isEmpty()
        ? List.of(new Port(Optional.empty(), Optional.empty(), Optional.empty()))
        : ports;
  }
}
