package netlab.intent;

import java.util.ArrayList;
import java.util.List;
import netlab.schema.Value;

/** Lists of configuration templates: groups add to them, {@code -name} and {@code -} take away. */
final class Templates {
  private Templates() {}

  /**
   * The templates that are left.
   *
   * @param written the lists of the groups, the most general one first, then that of the node
   */
  static List<Value> resolve(List<Value> written) {
    List<Value> left = new ArrayList<>();
    for (Value item : written) {
      String text = item instanceof Value.Scalar s ? s.data().toString() : "";
      if (text.equals("-")) {
        left.clear();
      } else if (text.startsWith("-")) {
        left.removeIf(
            v -> v instanceof Value.Scalar s && s.data().toString().equals(text.substring(1)));
      } else {
        left.add(item);
      }
    }
    return left;
  }
}
