package netlab.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.diag.Span;

/**
 * A typed value which still knows the place it was written at. Values are immutable; a merge keeps
 * the places of what it took.
 */
public sealed interface Value {
  /** Where the value was written; {@link Span#NONE} for a value that the program made. */
  Span span();

  /**
   * A single datum: {@link Boolean}, {@link Long}, {@link Double}, {@link String} or one of the
   * types of {@code netlab.net}; its {@code toString} is the text of the public model.
   */
  record Scalar(Object data, Span span) implements Value {}

  /** A value that is written but empty ({@code r1:}, {@code ~}). */
  record Empty(Span span) implements Value {}

  /** A list. */
  record Items(List<Value> items, Span span) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A value of a mapping with the place of its key. */
  record Field(Value value, Span key) {}

  /** A mapping; the order of the file is kept. */
  record Fields(SequencedMap<String, Field> fields, Span span) implements Value {
    /** A mapping with nothing in it. */
    public static final Fields NONE = new Fields(new LinkedHashMap<>(), Span.NONE);

    public Fields {
      fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }

    public boolean isEmpty() {
      return fields.isEmpty();
    }

    /** The value at a path of keys separated by dots. */
    public Optional<Value> at(String path) {
      int dot = path.indexOf('.');
      Field field = fields.get(dot < 0 ? path : path.substring(0, dot));
      if (field == null) {
        return Optional.empty();
      }
      if (dot < 0) {
        return Optional.of(field.value);
      }
      return field.value instanceof Fields inner
          ? inner.at(path.substring(dot + 1))
          : Optional.empty();
    }

    /** The place of the key at a path; the place of this mapping when there is no such key. */
    public Span keySpan(String path) {
      int dot = path.lastIndexOf('.');
      Optional<Value> parent = dot < 0 ? Optional.of(this) : at(path.substring(0, dot));
      if (parent.orElse(this) instanceof Fields inner) {
        Field field = inner.fields.get(path.substring(dot + 1));
        if (field != null) {
          return field.key;
        }
      }
      return span;
    }

    /** The datum at a path when it has the wanted type. */
    public <T> Optional<T> dataAt(String path, Class<T> type) {
      return at(path)
          .flatMap(v ->
              v instanceof Scalar s && type.isInstance(s.data())
                  ? Optional.of(type.cast(s.data()))
                  : Optional.empty());
    }

    public Optional<String> textAt(String path) {
      return at(path)
          .flatMap(
              v -> v instanceof Scalar s ? Optional.of(s.data().toString()) : Optional.empty());
    }

    public Optional<Boolean> boolAt(String path) {
      return dataAt(path, Boolean.class);
    }

    public Optional<Long> longAt(String path) {
      return dataAt(path, Long.class);
    }

    public Optional<Integer> intAt(String path) {
      return longAt(path).map(Math::toIntExact);
    }

    /** The mapping at a path; an empty one when there is none. */
    public Fields fieldsAt(String path) {
      return at(path).orElse(NONE) instanceof Fields f ? f : NONE;
    }

    /** The items of the list at a path; empty when there is none. */
    public List<Value> itemsAt(String path) {
      return at(path).orElse(NONE) instanceof Items i ? i.items() : List.of();
    }

    /** The texts of the list at a path, or the one scalar there. */
    public List<String> textsAt(String path) {
      List<String> texts = new ArrayList<>();
      Value found = at(path).orElse(NONE);
      if (found instanceof Scalar s) {
        texts.add(s.data().toString());
      }
      for (Value item : itemsAt(path)) {
        if (item instanceof Scalar s) {
          texts.add(s.data().toString());
        }
      }
      return List.copyOf(texts);
    }

    /** This mapping with one field set or replaced (at the end when new). */
    public Fields with(String key, Value value) {
      var copy = new LinkedHashMap<>(fields);
      Field old = copy.get(key);
      copy.put(key, new Field(value, old == null ? value.span() : old.key));
      return new Fields(copy, span);
    }

    /** This mapping without the named fields. */
    public Fields without(String... keys) {
      var copy = new LinkedHashMap<>(fields);
      for (String key : keys) {
        copy.remove(key);
      }
      return new Fields(copy, span);
    }

    /** Deep merge in which {@code upper} wins and the fields of this mapping come first. */
    public Fields under(Fields upper) {
      var merged = new LinkedHashMap<>(fields);
      upper.fields.forEach((name, field) ->
          merged.merge(
              name,
              field,
              (own, theirs) ->
                  own.value instanceof Fields a && theirs.value instanceof Fields b
                      ? new Field(a.under(b), theirs.key)
                      : theirs));
      return new Fields(merged, span);
    }

    /**
     * Deep merge in which this mapping wins: mappings merge, anything else replaces. Fields that
     * only {@code lower} has come after the own ones.
     */
    public Fields over(Fields lower) {
      if (lower.isEmpty()) {
        return this;
      }
      var merged = new LinkedHashMap<>(fields);
      for (Map.Entry<String, Field> e : lower.fields.entrySet()) {
        Field own = merged.get(e.getKey());
        if (own == null) {
          merged.put(e.getKey(), e.getValue());
        } else if (own.value instanceof Fields a && e.getValue().value instanceof Fields b) {
          merged.put(e.getKey(), new Field(a.over(b), own.key));
        }
      }
      return new Fields(merged, span);
    }
  }

  /** A datum that no source text gave. */
  static Scalar of(Object data) {
    return new Scalar(data, Span.NONE);
  }
}
