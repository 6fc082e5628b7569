package netlab.show;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.schema.Value;

/**
 * The readers of a device, by the kind of facts they read. The kinds and their fields:
 *
 * <ul>
 *   <li>{@code bgp.sessions}: peer (address, or the interface of an unnumbered session), vrf (none
 *       or {@code default} for the default one), state, remote_as, local_as, uptime, prefixes;
 *       {@code ipv4}, {@code ipv6}, {@code vpnv4}, {@code vpnv6}, {@code evpn}, {@code
 *       extended_next_hop} and {@code graceful_restart}, which are {@code negotiated} or not; bfd
 *   <li>{@code bgp.neighbor}: the same, or in {@code bgp.sessions} too: last_error, last_reset,
 *       hold_time and keepalive in seconds, remote_router_id, local_address
 *   <li>{@code ospf.neighbors}, {@code ospf6.neighbors}: peer (router id), interface, address,
 *       state, network ({@code point-to-point} or {@code designated router})
 *   <li>{@code ospf.interfaces}, {@code ospf6.interfaces}: interface, area, hello, dead,
 *       network_type, mtu, cost
 *   <li>{@code isis.neighbors}: peer (name of the router), interface, level ({@code 1}, {@code 2},
 *       {@code 1-2} for one neighbor on both), state
 *   <li>{@code rip.neighbors}: peer (address), a router whose updates are heard
 *   <li>{@code bfd.sessions}: peer (address), interface, local_address, state, last_error
 *   <li>{@code ldp.neighbors}: peer (LDP router id), address, state
 *   <li>{@code interfaces}: interface, state, mtu
 *   <li>{@code bgp.details}: peer, state, hold_timer and keepalive_interval in seconds, bfd, and
 *       all else that the device tells of a session
 *   <li>{@code bgp.paths}: the paths to a prefix
 *   <li>{@code ospf.neighbor}, {@code ospf6.neighbor}: the neighbors in a VRF: peer, state, bfd
 *   <li>{@code isis.neighbor}: peer (name of the router), state, circuit_type, area
 *   <li>{@code prefixes.ospf}, {@code prefixes.ospf6}: prefix, cost, route_type, external_cost
 *       (that of type 2)
 *   <li>{@code prefixes.isis}: prefix, cost, in the routes of a level
 *   <li>{@code prefixes.table}: prefix, protocol, cost, in the routing table of a router
 *   <li>{@code prefixes.kernel}: prefix ({@code default} or without a length as the system has
 *       them), protocol, through (the rest)
 *   <li>{@code routes.ipv4}, {@code routes.ipv6}: prefix, of the routes in use in the global table
 *   <li>{@code ping}: from, size (of the answer, in bytes), time
 * </ul>
 */
public final class Readers {
  private final SequencedMap<String, Reader> readers;

  private Readers(SequencedMap<String, Reader> readers) {
    this.readers = Collections.unmodifiableSequencedMap(readers);
  }

  /** The readers of a device; a wrong entry is reported and left out. */
  public static Readers of(Device device, Diagnostics diagnostics) {
    SequencedMap<String, Reader> readers = new LinkedHashMap<>();
    collect("", device.facts().fieldsAt("show"), device, readers, diagnostics);
    return new Readers(readers);
  }

  /** The reader of a kind of facts; empty when the device cannot be asked. */
  public Optional<Reader> find(String name) {
    return Optional.ofNullable(readers.get(name));
  }

  /** The kinds of facts that can be read, in the order of {@code device.yml}. */
  public Set<String> names() {
    return readers.keySet();
  }

  /** Names have dots, and so are mappings inside each other; an entry has a command. */
  private static void collect(
      String prefix,
      Value.Fields section,
      Device device,
      Map<String, Reader> readers,
      Diagnostics diagnostics) {
    for (Map.Entry<String, Value.Field> e : section.fields().entrySet()) {
      String name = prefix + e.getKey();
      if (!(e.getValue().value() instanceof Value.Fields entry)) {
        wrong(device, name, e.getValue().key(), "it is no mapping", diagnostics);
      } else if (entry.at("run").isPresent()) {
        try {
          readers.put(name, reader(name, entry));
        } catch (IllegalArgumentException x) {
          wrong(device, name, e.getValue().key(), String.valueOf(x.getMessage()), diagnostics);
        }
      } else {
        collect(name + ".", entry, device, readers, diagnostics);
      }
    }
  }

  private static void wrong(
      Device device, String name, Span at, String why, Diagnostics diagnostics) {
    diagnostics.error(
        Code.SHOW_SECTION,
        at,
        "device `" + device.name() + "`: `show." + name + "` is not a reader: " + why,
        "it needs `run`, either `json` or `regex`, and `fields`");
  }

  private static Reader reader(String name, Value.Fields entry) {
    SequencedMap<String, Field> fields = new LinkedHashMap<>();
    entry
        .fieldsAt("fields")
        .fields()
        .forEach((field, value) -> fields.put(field, new Field(ways(value.value()))));
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("it has no `fields`");
    }
    return new Reader(
        name,
        entry.textsAt("run"),
        entry.textAt("daemon"),
        entry.boolAt("program").orElse(false),
        entry.textAt("none").map(Readers::pattern),
        finder(entry),
        entry.boolAt("every").orElse(false),
        fields);
  }

  private static Finder finder(Value.Fields entry) {
    List<String> json = entry.textsAt("json");
    Optional<String> regex = entry.textAt("regex");
    if (json.isEmpty() != regex.isPresent()) {
      throw new IllegalArgumentException("it needs either `json` or `regex`");
    }
    return json.isEmpty()
        ? new TextRows(
            pattern(regex.orElseThrow()),
            entry.textAt("header").map(Readers::pattern),
            entry.textAt("heading").map(Readers::pattern))
        : JsonRows.of(json);
  }

  private static List<Field.Way> ways(Value value) {
    return switch (value) {
      case Value.Items items -> {
        List<Field.Way> ways = new ArrayList<>();
        items.items().forEach(item -> ways.addAll(ways(item)));
        yield ways;
      }
      case Value.Scalar s -> List.of(plain(s.data().toString()));
      case Value.Fields f -> List.of(way(f));
      case Value.Empty e -> throw new IllegalArgumentException("a field is empty");
    };
  }

  private static Field.Way plain(String at) {
    return new Field.Way(
        at, Optional.empty(), "$1", Optional.empty(), Optional.empty(), Map.of(), List.of());
  }

  private static Field.Way way(Value.Fields f) {
    String at =
        f.textAt("at").orElseThrow(() -> new IllegalArgumentException("a field has no `at`"));
    Map<String, String> map = new LinkedHashMap<>();
    f.fieldsAt("map")
        .fields()
        .keySet()
        .forEach(word -> map.put(word, f.fieldsAt("map").textAt(word).orElse("")));
    Optional<Pattern> match = f.textAt("match").map(Readers::pattern);
    boolean group = match.filter(m -> m.matcher("").groupCount() > 0).isPresent();
    return new Field.Way(
        at,
        match,
        f.textAt("as").orElse(group ? "$1" : "$0"),
        f.textAt("without").map(Readers::pattern),
        f.textAt("divide").map(BigDecimal::new),
        Collections.unmodifiableMap(map),
        f.textsAt("not"));
  }

  private static Pattern pattern(String text) {
    try {
      return Pattern.compile(text, Pattern.MULTILINE);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("`" + text + "`: " + e.getDescription(), e);
    }
  }
}
