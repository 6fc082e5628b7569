package netlab.intent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.diag.Code;
import netlab.diag.Span;
import netlab.net.Family;
import netlab.net.Prefix;
import netlab.schema.Keys;
import netlab.schema.Value;
import netlab.schema.Where;
import netlab.source.Key;
import netlab.source.Yaml;

/** Reads {@code addressing}: the lab's pools over the default ones. */
final class PoolReader {
  private static final int LONGEST_IPV6_POOL = 56;

  private final Reading reading;

  PoolReader(Reading reading) {
    this.reading = reading;
  }

  /** All pools as written, by name, the default ones first. */
  SequencedMap<Key, Yaml> entries() {
    Optional<Yaml> written = reading.root().get("addressing");
    if (written.isPresent()
        && !Trees.isNull(written.get())
        && !(written.get() instanceof Yaml.Map)) {
      reading
          .diagnostics()
          .error(
              Code.WRONG_TYPE,
              written.get().span(),
              "`addressing` must be a mapping of pools, not " + written.get().kind());
    }
    Yaml.Map own = oldSpelling().under(Trees.mapAt(reading.root(), "addressing"));
    SequencedMap<Key, Yaml> entries = new LinkedHashMap<>();
    Trees.mapAt(reading.defaults(), "addressing")
        .entries()
        .forEach((key, weak) -> {
          Yaml strong = own.get(key.text()).orElse(weak);
          boolean both = strong instanceof Yaml.Map && weak instanceof Yaml.Map;
          entries.put(
              own.key(key.text()).orElse(key),
              both ? over((Yaml.Map) strong, (Yaml.Map) weak) : strong);
        });
    own.entries().forEach(entries::putIfAbsent);
    return entries;
  }

  /** {@code defaults.lan}, {@code defaults.lan_subnet}: pools of the first releases. */
  private Yaml.Map oldSpelling() {
    Yaml.Map pools = Yaml.Map.empty(reading.root().span());
    for (String pool : List.of("lan", "p2p", "loopback")) {
      pools = old(pools, pool, pool, "ipv4");
      pools = old(pools, pool + "_subnet", pool, "prefix");
    }
    return pools;
  }

  private Yaml.Map old(Yaml.Map pools, String name, String pool, String attribute) {
    Optional<Yaml.Scalar> value = Trees.scalarAt(reading.defaults(), name);
    if (value.isEmpty()) {
      return pools;
    }
    Span place = value.get().span();
    reading
        .diagnostics()
        .warning(
            Code.OLD_SPELLING,
            place,
            "`defaults." + name + "` is an old spelling",
            "write `addressing." + pool + "." + attribute + "`");
    List<Key> path = List.of(new Key(pool, place), new Key(attribute, place));
    return pools.under(Yaml.Map.nested(path, value.get()));
  }

  /** An empty value of the lab takes a default away, so this is no ordinary merge. */
  private static Yaml.Map over(Yaml.Map strong, Yaml.Map weak) {
    SequencedMap<Key, Yaml> merged = new LinkedHashMap<>(weak.entries());
    strong
        .entries()
        .forEach((key, value) -> {
          merged.remove(key);
          merged.put(key, value);
        });
    return new Yaml.Map(merged, strong.span());
  }

  /** Types the pools and fills in prefix lengths. */
  SequencedMap<String, Value.Fields> read() {
    SequencedMap<String, Value.Fields> pools = new LinkedHashMap<>();
    Keys keys = reading.schema().level("pool");
    entries()
        .forEach((key, value) -> {
          Where where = Where.of("pool `" + key.text() + "`");
          pool(key, value, keys, where)
              .ifPresent(pool -> pools.put(key.text(), checked(key, complete(key.text(), pool))));
        });
    required(pools);
    return pools;
  }

  private Optional<Value.Fields> pool(Key key, Yaml value, Keys keys, Where where) {
    return switch (value) {
      case Yaml.Map map -> Optional.of(reading.typer().fields(map, keys, where));
      case Yaml.Scalar s -> {
        if (s.isNull()) {
          yield Optional.of(new Value.Fields(new LinkedHashMap<>(), key.span()));
        }
        Yaml.Map one = Trees.map(new Key("ipv4", s.span()), s, s.span());
        Value.Fields pool = reading.typer().fields(one, keys, where);
        // A prefix alone replaces the default pool as a whole, the length of its subnets included.
        yield Optional.of(
            key.text().equals("p2p") ? pool.with("prefix", new Value.Scalar(24L, s.span())) : pool);
      }
      case Yaml.Seq seq -> {
        reading
            .diagnostics()
            .error(
                Code.WRONG_TYPE, seq.span(), where + " must be a prefix or a mapping, not a list");
        yield Optional.empty();
      }
    };
  }

  private static Value.Fields complete(String name, Value.Fields pool) {
    Value.Fields done = pool;
    if (pool.boolAt("unnumbered").orElse(false)) {
      done = done.without("ipv4", "ipv6");
    }
    if (done.dataAt("ipv4", Prefix.class).isPresent() && done.at("prefix").isEmpty()) {
      long length = name.contains("loopback") ? 32 : name.equals("p2p") ? 30 : 24;
      done = done.with("prefix", new Value.Scalar(length, pool.span()));
    }
    if (done.dataAt("ipv6", Prefix.class).isPresent() && done.at("prefix6").isEmpty()) {
      done = done.with("prefix6", new Value.Scalar(64L, pool.span()));
    }
    return done;
  }

  /** Leaves out a family that cannot be cut into subnets. */
  private Value.Fields checked(Key key, Value.Fields pool) {
    Value.Fields good = pool;
    Optional<Prefix> ipv4 = pool.dataAt("ipv4", Prefix.class);
    Optional<Long> length = pool.longAt("prefix");
    boolean management = key.text().equals("mgmt");
    if (ipv4.isPresent() && length.isPresent() && length.get() < ipv4.get().length()) {
      error(
          place(pool, "prefix", key),
          "pool `"
              + key.text()
              + "` is "
              + ipv4.get()
              + ": it has no subnets of length /"
              + length.get());
      good = good.without("ipv4");
    }
    Optional<Prefix> ipv6 = pool.dataAt("ipv6", Prefix.class);
    if (ipv6.isPresent() && ipv6.get().length() > LONGEST_IPV6_POOL && !management) {
      error(
          pool.at("ipv6").map(Value::span).orElse(key.span()),
          "pool `"
              + key.text()
              + "` must have an IPv6 prefix of /"
              + LONGEST_IPV6_POOL
              + " or shorter");
      good = good.without("ipv6");
    }
    return good;
  }

  private static Span place(Value.Fields pool, String attribute, Key key) {
    Span place = pool.at(attribute).map(Value::span).orElse(Span.NONE);
    Span other = pool.at(Family.IPV4.text()).map(Value::span).orElse(key.span());
    return place.known() && !place.equals(pool.span()) ? place : other;
  }

  private void required(SequencedMap<String, Value.Fields> pools) {
    for (String name : new String[] {"loopback", "lan"}) {
      if (!pools.containsKey(name)) {
        error(reading.root().span(), "there is no pool `" + name + "`");
      }
    }
    Value.Fields loopback = pools.getOrDefault("loopback", Value.Fields.NONE);
    boolean numbered =
        loopback.dataAt("ipv4", Prefix.class).isPresent()
            || loopback.dataAt("ipv6", Prefix.class).isPresent();
    if (pools.containsKey("loopback") && !numbered && !reading.diagnostics().hasErrors()) {
      error(loopback.span(), "pool `loopback` has no addresses");
    }
  }

  private void error(Span place, String message) {
    reading.diagnostics().error(Code.INVALID_POOL, place, message);
  }
}
