package netlab.source;

import java.util.List;

/**
 * One line of a mapping as written.
 *
 * @param key the key with its dots
 * @param path the parts of the key
 * @param merged true when the entry came through {@code <<}; then an explicit one wins over it
 */
record Entry(Key key, List<Key> path, Yaml value, boolean merged) {
  Entry asMerged() {
    return new Entry(key, path, value, true);
  }
}
