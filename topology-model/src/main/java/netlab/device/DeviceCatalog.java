package netlab.device;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import netlab.diag.Span;
import netlab.schema.Library;
import netlab.schema.Untyped;
import netlab.schema.Value;
import netlab.source.Key;
import netlab.source.Yaml;

/**
 * The devices that can be used in a lab: the folders under {@code devices/}, with what the lab says
 * about them under {@code defaults.devices}. A device is read when it is asked for.
 */
public final class DeviceCatalog {
  /** The list of folders, one a line, made when the program is built. */
  private static final String INDEX = "devices/index.txt";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*");

  /** A provider whose devices are those of another one unless they say otherwise. */
  private static final Map<String, String> LIKE = Map.of("netns", "clab");

  private final Library library;
  private final Yaml.Map ofLab;
  private final Map<String, Optional<Yaml.Map>> generic = new HashMap<>();
  private final Map<Run, Optional<Yaml.Map>> merged = new HashMap<>();
  private final Map<Run, Optional<Device>> devices = new HashMap<>();

  /** A device together with who runs it. */
  private record Run(String device, String provider) {}

  /**
   * A catalogue.
   *
   * @param ofLab {@code defaults.devices} of the lab
   */
  public DeviceCatalog(Library library, Yaml.Map ofLab) {
    this.library = library;
    this.ofLab = ofLab;
  }

  /** Every device a node may have, in alphabetical order of the folders, then those of the lab. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>(library.lines(INDEX));
    ofLab.entries().keySet().forEach(k -> names.add(k.text()));
    names.removeIf(name -> facts(name).isEmpty() || isTemplate(name));
    return names;
  }

  /** True when nodes can have this device. */
  public boolean has(String name) {
    return facts(name).isPresent() && !isTemplate(name);
  }

  /**
   * A device as one provider runs it.
   *
   * @param provider decides which of the provider blocks counts
   */
  public Optional<Device> find(String name, String provider) {
    Run run = new Run(name, provider);
    Optional<Device> known = devices.get(run);
    if (known == null) {
      known =
          has(name)
              ? facts(name, provider).map(f -> new Device(name, withLineage(name, Untyped.of(f))))
              : Optional.empty();
      devices.put(run, known);
    }
    return known;
  }

  private Value.Fields withLineage(String name, Value.Fields facts) {
    List<Value> lineage = new ArrayList<>();
    lineage(name).forEach(ancestor -> lineage.add(Value.of(ancestor)));
    return facts.with(Device.LINEAGE, new Value.Items(lineage, Span.NONE));
  }

  /** All devices as one provider runs them. Reads every folder, so only to explain a mistake. */
  public List<Device> all(String provider) {
    return names().stream().flatMap(name -> find(name, provider).stream()).toList();
  }

  /** The facts of a device as one provider runs it, as they are written. */
  public Optional<Yaml.Map> facts(String name, String provider) {
    Run run = new Run(name, provider);
    Optional<Yaml.Map> known = merged.get(run);
    if (known == null) {
      known = facts(name).map(facts -> withBlocks(facts, provider));
      merged.put(run, known);
    }
    return known;
  }

  private static Yaml.Map withBlocks(Yaml.Map facts, String provider) {
    Yaml.Map done = facts;
    for (String block : blocks(provider)) {
      done = over(general(map(facts, block)), done);
    }
    return done;
  }

  /** What a provider block says about the device itself, not about the provider's own files. */
  private static Yaml.Map general(Yaml.Map block) {
    return block.without("node").without("interface");
  }

  private static List<String> blocks(String provider) {
    List<String> blocks = new ArrayList<>();
    Optional.ofNullable(LIKE.get(provider)).ifPresent(blocks::add);
    blocks.add(provider);
    return blocks;
  }

  /** Attribute definitions that a device brings: levels with their attributes. */
  public Optional<Yaml.Map> attributes(String name) {
    for (String ancestor : lineage(name)) {
      Optional<Yaml> found =
          file(ancestor)
              .flatMap(f -> f.get("attributes"))
              .or(() -> ofLab.find(ancestor, "attributes"));
      if (found.isPresent() && found.get() instanceof Yaml.Map map) {
        return Optional.of(map);
      }
    }
    return Optional.empty();
  }

  private boolean isTemplate(String name) {
    return file(name)
        .flatMap(f -> f.get("template"))
        .filter(t -> t instanceof Yaml.Scalar s && s.asBool().orElse(false))
        .isPresent();
  }

  /** The facts of a device with those it inherits, for any provider. */
  private Optional<Yaml.Map> facts(String name) {
    Optional<Yaml.Map> known = generic.get(name);
    if (known == null) {
      known = read(name);
      generic.put(name, known);
    }
    return known;
  }

  private Optional<Yaml.Map> read(String name) {
    List<String> lineage = lineage(name);
    if (lineage.isEmpty()) {
      return Optional.empty();
    }
    Yaml.Map merged = Yaml.Map.empty(ofLab.span());
    for (String ancestor : lineage.reversed()) {
      if (file(ancestor).isPresent()) {
        merged = over(file(ancestor).get().without("template"), merged);
      }
      merged = over(map(ofLab, ancestor), merged);
    }
    return Optional.of(withoutEmpty(answering(merged)));
  }

  /** The software of a device may be that of another: {@code show.like} names it. */
  private Yaml.Map answering(Yaml.Map facts) {
    SequencedMap<Key, Yaml> all = new LinkedHashMap<>(facts.entries());
    all.replaceAll((key, value) -> {
      if (!key.text().equals("show") || !(value instanceof Yaml.Map own)) {
        return value;
      }
      Yaml.Map others =
          own.get("like")
              .flatMap(
                  like -> like instanceof Yaml.Scalar name ? file(name.text()) : Optional.empty())
              .map(other -> map(other, "show"))
              .orElse(Yaml.Map.empty(own.span()));
      return over(own.without("like"), others);
    });
    return new Yaml.Map(all, facts.span());
  }

  private static Yaml.Map map(Yaml.Map parent, String key) {
    return parent.get(key).isPresent() && parent.get(key).get() instanceof Yaml.Map map
        ? map
        : Yaml.Map.empty(parent.span());
  }

  /** Deep merge; what the stronger mapping leaves empty stays empty. */
  private static Yaml.Map over(Yaml.Map stronger, Yaml.Map weaker) {
    SequencedMap<Key, Yaml> merged = new LinkedHashMap<>(weaker.entries());
    stronger
        .entries()
        .forEach((key, theirs) -> {
          Yaml ours = merged.remove(key);
          if (ours instanceof Yaml.Map weak && theirs instanceof Yaml.Map strong) {
            merged.put(key, over(strong, weak));
          } else {
            merged.put(key, theirs);
          }
        });
    return new Yaml.Map(merged, stronger.span());
  }

  private Optional<Yaml.Map> file(String name) {
    return NAME.matcher(name).matches()
        ? library.find("devices/" + name + "/device.yml")
        : Optional.empty();
  }

  /** The device, its parent, and so on; empty when there is no such device. */
  private List<String> lineage(String name) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(name));
    while (!next.isEmpty()) {
      String current = next.pop();
      boolean exists =
          file(current).isPresent()
              || (ofLab.get(current).orElse(ofLab) instanceof Yaml.Map m && isDevice(m));
      if (exists && seen.add(current)) {
        parent(current).ifPresent(next::push);
      }
    }
    return new ArrayList<>(seen);
  }

  /**
   * A lab may define a device of its own; it then says how interfaces are called, or its parent.
   */
  private boolean isDevice(Yaml.Map map) {
    return map.get("interface_name").isPresent() || map.get("parent").isPresent();
  }

  private Optional<String> parent(String name) {
    return ofLab
        .find(name, "parent")
        .or(() -> file(name).flatMap(f -> f.get("parent")))
        .flatMap(p -> p instanceof Yaml.Scalar s ? Optional.of(s.text()) : Optional.empty());
  }

  /** An empty value removes what a parent said. */
  private static Yaml.Map withoutEmpty(Yaml.Map map) {
    SequencedMap<Key, Yaml> kept = new LinkedHashMap<>();
    map.entries()
        .forEach((key, value) -> {
          if (value instanceof Yaml.Map inner) {
            kept.put(key, withoutEmpty(inner));
          } else if (!(value instanceof Yaml.Scalar s && s.isNull())) {
            kept.put(key, value);
          }
        });
    return new Yaml.Map(kept, map.span());
  }
}
