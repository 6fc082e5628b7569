package netlab.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.diag.Span;
import netlab.schema.Value;

/** Attributes to which passes may add; what is there stays. */
public final class Attributes {
  private Value.Fields fields;

  Attributes(Value.Fields fields) {
    this.fields = fields;
  }

  /** All of them now. */
  public Value.Fields fields() {
    return fields;
  }

  /**
   * Adds an attribute.
   *
   * @throws IllegalStateException when it is there
   */
  public void add(String key, Value value) {
    if (fields.fields().containsKey(key)) {
      throw new IllegalStateException("attribute " + key + " is set");
    }
    fields = fields.with(key, value);
  }

  /** Adds items to the end of a list inside of an attribute. */
  public void append(String key, String list, List<Value> items) {
    Value.Fields parent = fields.fieldsAt(key);
    var all = new ArrayList<>(parent.itemsAt(list));
    all.addAll(items);
    fields = fields.with(key, parent.with(list, new Value.Items(all, parent.span())));
  }

  /** Puts an attribute into its canonical form; the meaning stays. */
  public void refine(String key, Value canonical) {
    fields = fields.with(key, canonical);
  }

  /** Takes an attribute away that was only a wish and has been dealt with. */
  public void drop(String key) {
    fields = fields.without(key);
  }

  /** Adds a text attribute when there is none of that name. */
  public void addMissing(String key, String text) {
    addMissing(key, Value.of(text));
  }

  /** Adds an attribute when there is none of that name. */
  public void addMissing(String key, Value value) {
    if (!fields.fields().containsKey(key)) {
      fields = fields.with(key, value);
    }
  }

  /** Merges a mapping under what is there. */
  public void addMissing(Value.Fields lower) {
    fields = fields.over(lower);
  }

  /** See {@link Value.Fields#at}. */
  public Optional<Value> at(String path) {
    return fields.at(path);
  }

  /** See {@link Value.Fields#textAt}. */
  public Optional<String> textAt(String path) {
    return fields.textAt(path);
  }

  /** See {@link Value.Fields#textsAt}. */
  public List<String> textsAt(String path) {
    return fields.textsAt(path);
  }

  /** See {@link Value.Fields#intAt}. */
  public Optional<Integer> intAt(String path) {
    return fields.intAt(path);
  }

  /** True when the attribute is the Boolean {@code wanted}. */
  public boolean is(String path, boolean wanted) {
    return fields.boolAt(path).filter(b -> b == wanted).isPresent();
  }

  /** See {@link Value.Fields#fieldsAt}. */
  public Value.Fields fieldsAt(String path) {
    return fields.fieldsAt(path);
  }

  /** See {@link Value.Fields#keySpan}. */
  public Span keySpan(String path) {
    return fields.keySpan(path);
  }
}
