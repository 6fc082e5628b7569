package netlab.source;

/**
 * One line of a mapping as written: the key still with its dots.
 *
 * @param merged true when the entry came through {@code <<}; then an explicit one wins over it
 */
record Entry(Key key, Yaml value, boolean merged) {
  Entry asMerged() {
    return new Entry(key, value, true);
  }
}
