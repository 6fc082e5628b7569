package netlab.source;

import netlab.diag.Span;

/**
 * A key of a mapping. Two keys are equal when their texts are: the place does not count.
 *
 * @param text one part of a dotted key, or a whole key
 * @param span the place of exactly this part
 */
public record Key(String text, Span span) implements Comparable<Key> {

  /** A key that no source text gave, good for look-ups. */
  public static Key of(String text) {
    return new Key(text, Span.NONE);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Key key && text.equals(key.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** By text. Also keeps look-ups fast in mappings whose keys are made to collide. */
  @Override
  public int compareTo(Key other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
