package netlab.protocol.routing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.AddressPool;
import netlab.draft.Draft;
import netlab.draft.LinkDraft;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.net.Ip;
import netlab.net.Prefix;
import netlab.schema.Value;

/**
 * Prefix sets: a prefix, an address, the name of a named prefix, or a name behind one of {@code
 * prefix.}, {@code vlan.}, {@code link.}, {@code role.} and {@code pool.}. They are known when all
 * links have their prefixes.
 */
final class PrefixSets {
  private static final List<String> SPACES = List.of("prefix", "vlan", "link", "role", "pool");

  private final Draft draft;
  private final Diagnostics diagnostics;

  PrefixSets(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  /** The entry with its pools and prefix sets replaced by their prefixes, behind its own ones. */
  Value.Fields resolved(Value.Fields entry) {
    Value.Fields done = entry;
    for (Value item : entry.itemsAt("pool")) {
      if (item instanceof Value.Scalar name) {
        done = with(done, name, pool(name));
      }
    }
    for (Value item : entry.itemsAt("prefix")) {
      if (item instanceof Value.Scalar name) {
        done = with(done, name, set(name));
      }
    }
    return done.without("pool", "prefix");
  }

  private static Value.Fields with(
      Value.Fields entry, Value.Scalar name, Map<Family, List<Object>> found) {
    Value.Fields done = entry;
    for (Map.Entry<Family, List<Object>> e : found.entrySet()) {
      done = append(done, e.getKey(), e.getValue(), name);
    }
    return done;
  }

  /** The entry with more addresses or prefixes of a family. */
  static Value.Fields append(
      Value.Fields entry, Family family, List<? extends Object> more, Value cause) {
    var all = new ArrayList<>(entry.itemsAt(family.text()));
    more.forEach(p -> all.add(new Value.Scalar(p, cause.span())));
    return entry.with(family.text(), new Value.Items(all, cause.span()));
  }

  private Map<Family, List<Object>> pool(Value.Scalar name) {
    Map<Family, List<Object>> found = new EnumMap<>(Family.class);
    Optional<AddressPool> pool = draft.pool(name.data().toString());
    for (Family family : Family.values()) {
      pool.flatMap(p -> p.prefix(family)).ifPresent(p -> add(found, p));
    }
    if (found.isEmpty()) {
      nothing(name, "address pool `" + name.data() + "` has no prefix");
    }
    return found;
  }

  private Map<Family, List<Object>> set(Value.Scalar name) {
    Map<Family, List<Object>> found = new EnumMap<>(Family.class);
    String text = name.data().toString();
    int dot = text.indexOf('.');
    if (text.indexOf(':') >= 0 || (dot >= 0 && text.indexOf('.', dot + 1) > 0)) {
      literal(text).ifPresent(p -> add(found, p));
      if (found.isEmpty()) {
        nothing(name, "`" + text + "` is no prefix");
      }
      return found;
    }
    String space = dot < 0 ? "prefix" : text.substring(0, dot);
    String key = text.substring(dot + 1);
    switch (space) {
      case "prefix" -> prefix(name, key, found);
      case "vlan" -> vlan(name, key, found);
      case "pool" -> {
        return pool(new Value.Scalar(key, name.span()));
      }
      case "link", "role" -> links(name, space, key, found);
      default ->
          diagnostics.unknownName(
              Code.UNKNOWN_PREFIX,
              name.span(),
              "there is no namespace `" + space + "` of prefixes",
              space,
              "namespaces",
              SPACES);
    }
    return found;
  }

  private static Optional<Object> literal(String text) {
    Optional<Prefix> prefix = Prefix.tryParse(text);
    return prefix.isPresent() ? prefix.map(p -> p) : Ip.tryParse(text).map(ip -> ip);
  }

  private void prefix(Value.Scalar name, String key, Map<Family, List<Object>> found) {
    Value.Fields named = draft.globals().fieldsAt("prefix");
    if (named.at(key).isEmpty()) {
      unknown(name, "named prefix", key, named.fields().keySet());
      return;
    }
    add(found, named.fieldsAt(key));
    if (found.isEmpty()) {
      nothing(name, "the named prefix `" + key + "` is empty");
    }
  }

  private void vlan(Value.Scalar name, String key, Map<Family, List<Object>> found) {
    Value.Fields vlans = draft.globals().fieldsAt("vlans");
    if (vlans.at(key).isEmpty()) {
      unknown(name, "VLAN", key, vlans.fields().keySet());
      return;
    }
    add(found, vlans.fieldsAt(key + ".prefix"));
    if (found.isEmpty()) {
      nothing(name, "VLAN `" + key + "` has no prefix");
    }
  }

  private void links(Value.Scalar name, String space, String key, Map<Family, List<Object>> found) {
    String attribute = space.equals("link") ? "linkid" : "role";
    Set<String> known = new TreeSet<>();
    Set<LinkDraft> links = new LinkedHashSet<>();
    for (LinkDraft link : draft.links()) {
      link.attributes().textAt(attribute).ifPresent(known::add);
      if (link.attributes().textAt(attribute).filter(key::equals).isPresent()) {
        links.add(link);
      }
    }
    if (links.isEmpty()) {
      unknown(name, space.equals("link") ? "link with `linkid`" : "link with role", key, known);
    }
    for (LinkDraft link : links) {
      Optional<Value.Fields> prefix = link.prefix();
      prefix.ifPresent(p -> add(found, p));
      if (prefix.isEmpty()) {
        nothing(name, "`" + link + "`, which it stands for, has no prefix");
      }
    }
  }

  private static void add(Map<Family, List<Object>> found, Value.Fields prefixes) {
    for (Family family : Family.values()) {
      prefixes.textAt(family.text()).flatMap(Prefix::tryParse).ifPresent(p -> add(found, p));
    }
  }

  private static void add(Map<Family, List<Object>> found, Object address) {
    Family family = address instanceof Prefix p ? p.family() : ((Ip) address).family();
    found.computeIfAbsent(family, f -> new ArrayList<>()).add(address);
  }

  private void unknown(Value.Scalar name, String what, String key, Set<String> known) {
    diagnostics.unknownName(
        Code.UNKNOWN_PREFIX,
        name.span(),
        "there is no " + what + " `" + key + "`",
        key,
        "the lab has",
        known);
  }

  private void nothing(Value.Scalar name, String message) {
    diagnostics.error(
        Code.UNKNOWN_PREFIX, name.span(), message, "give it one, or name another one");
  }

  /** The prefixes of a family in a resolved entry; an address is a prefix of full length. */
  static List<Prefix> of(Value.Fields entry, Family family) {
    var prefixes = new ArrayList<Prefix>();
    for (String text : entry.textsAt(family.text())) {
      Prefix.tryParse(text)
          .or(() -> InterfaceAddress.tryParse(text).map(InterfaceAddress::prefix))
          .or(() -> Ip.tryParse(text).map(ip -> new Prefix(ip, family.bits())))
          .ifPresent(prefixes::add);
    }
    return prefixes;
  }
}
