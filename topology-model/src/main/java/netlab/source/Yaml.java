package netlab.source;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SequencedMap;
import netlab.diag.Span;

/** A tree of located values without types. Dotted keys, merge keys and aliases are resolved. */
public sealed interface Yaml {

  /** The place of the whole value; of the alias when the value came through one. */
  Span span();

  /** What this is in a sentence: {@code a mapping}, {@code a list}, {@code nothing}, ... */
  String kind();

  /** How a scalar is written. */
  enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED
  }

  /** A text, with the questions that attribute types ask. The rules are those of YAML 1.1. */
  record Scalar(String text, Style style, Span span) implements Yaml {

    /** A text as the program would write it. */
    public static Scalar of(String text, Span span) {
      return new Scalar(text, Style.PLAIN, span);
    }

    /** True for plain {@code ~}, {@code null} and no text at all. */
    public boolean isNull() {
      return isPlain() && Yaml11.isNull(text);
    }

    /** True when the text has no quotes and is no block. */
    public boolean isPlain() {
      return style == Style.PLAIN;
    }

    /** Plain {@code true}, {@code yes}, {@code on} and their opposites, in three spellings. */
    public Optional<Boolean> asBool() {
      return isPlain() ? Yaml11.asBool(text) : Optional.empty();
    }

    /** A plain whole number: decimal, 0x1f, 0o17, 017, 0b11, 1_000, or base 60 as in 1:30. */
    public OptionalLong asInt() {
      return isPlain() ? Yaml11.asInt(text) : OptionalLong.empty();
    }

    /** A plain number of any form, whole ones included. */
    public OptionalDouble asFloat() {
      return isPlain() ? Yaml11.asFloat(text) : OptionalDouble.empty();
    }

    @Override
    public String kind() {
      if (isNull()) {
        return "nothing";
      }
      if (asBool().isPresent()) {
        return "a true/false value";
      }
      return asFloat().isPresent() ? "a number" : "a text";
    }
  }

  /** A list. */
  record Seq(List<Yaml> items, Span span) implements Yaml {
    public Seq {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A mapping in the order of the text. */
  record Map(SequencedMap<Key, Yaml> entries, Span span) implements Yaml {
    public Map {
      entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
    }

    /** A mapping without entries. */
    public static Map empty(Span span) {
      return new Map(new LinkedHashMap<>(), span);
    }

    /** The value of a key. */
    public Optional<Yaml> get(String key) {
      return Optional.ofNullable(entries.get(Key.of(key)));
    }

    /** The value at the end of a path of keys. */
    public Optional<Yaml> find(String first, String... more) {
      Optional<Yaml> value = get(first);
      for (String key : more) {
        value = value.flatMap(v -> v instanceof Map map ? map.get(key) : Optional.empty());
      }
      return value;
    }

    /** The key with its place. */
    public Optional<Key> key(String text) {
      return entries.keySet().stream().filter(key -> key.text().equals(text)).findFirst();
    }

    /** This mapping with a value set or replaced; a new key comes last. */
    public Map with(Key key, Yaml value) {
      SequencedMap<Key, Yaml> more = new LinkedHashMap<>(entries);
      more.put(key, value);
      return new Map(more, span);
    }

    /** This mapping without a key. */
    public Map without(String key) {
      SequencedMap<Key, Yaml> rest = new LinkedHashMap<>(entries);
      rest.remove(Key.of(key));
      return new Map(rest, span);
    }

    /** A value at the end of a path of keys, as mappings inside each other. */
    public static Map nested(List<Key> path, Yaml value) {
      Yaml result = value;
      for (Key key : path.reversed()) {
        SequencedMap<Key, Yaml> entries = new LinkedHashMap<>();
        entries.put(key, result);
        boolean together = key.span().file().equals(value.span().file());
        Span span = together ? key.span().until(value.span()) : key.span();
        result = new Map(entries, span);
      }
      return (Map) result;
    }

    /**
     * This mapping under a stronger one: mappings merge deeply, lists and scalars of the stronger
     * one replace ours; nothing ({@code key:}) does not replace a mapping. Our keys come first.
     */
    public Map under(Map stronger) {
      return merge(stronger, true);
    }

    /**
     * This mapping with what a weaker one adds: new keys, keys inside of mappings, and values where
     * we have nothing. Our keys come first.
     */
    public Map completedBy(Map weaker) {
      return merge(weaker, false);
    }

    private Map merge(Map other, boolean otherWins) {
      java.util.Map<Key, Key> theirKeys = new HashMap<>();
      other.entries.keySet().forEach(key -> theirKeys.put(key, key));
      SequencedMap<Key, Yaml> merged = new LinkedHashMap<>();
      entries.forEach((key, ours) -> {
        Yaml theirs = other.entries.get(key);
        if (theirs == null) {
          merged.put(key, ours);
        } else if (ours instanceof Map a && theirs instanceof Map b) {
          merged.put(key, a.merge(b, otherWins));
        } else if (otherWins ? isNull(theirs) && ours instanceof Map : !isNull(ours)) {
          merged.put(key, ours);
        } else {
          merged.put(theirKeys.getOrDefault(key, key), theirs);
        }
      });
      other.entries.forEach(merged::putIfAbsent);
      return new Map(merged, span);
    }

    private static boolean isNull(Yaml value) {
      return value instanceof Scalar scalar && scalar.isNull();
    }

    /**
     * This mapping with nested mappings joined to dotted keys again: {@code {a: {txt: x}}} becomes
     * {@code {a.txt: x}}. For mappings whose keys are file names.
     */
    public Map joined() {
      SequencedMap<Key, Yaml> flat = new LinkedHashMap<>();
      join("", this, flat);
      return new Map(flat, span);
    }

    private static void join(String prefix, Map map, SequencedMap<Key, Yaml> flat) {
      map.entries.forEach((key, value) -> {
        String text = prefix + key.text();
        if (value instanceof Map child && !child.entries.isEmpty()) {
          join(text + ".", child, flat);
        } else {
          flat.put(new Key(text, key.span()), value);
        }
      });
    }

    @Override
    public String kind() {
      return "a mapping";
    }
  }
}
