package netlab.plugin.clone;

import java.util.List;
import netlab.source.Key;

/**
 * A node that is cloned.
 *
 * @param index its place among the cloned nodes
 * @param clones the names of its clones
 */
record Original(int index, List<Key> clones) {
  Original {
    clones = List.copyOf(clones);
  }
}
