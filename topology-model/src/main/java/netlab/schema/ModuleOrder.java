package netlab.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Brings modules into an order in which each one comes after those it depends on. */
public final class ModuleOrder {
  private ModuleOrder() {}

  /**
   * The same modules with as few moves as possible: a dependency that stands behind a module moves
   * right before it. Circles of dependencies stay in the order they have.
   */
  public static List<String> sort(
      Collection<String> modules, Function<String, ? extends Collection<String>> dependencies) {
    List<String> order = new ArrayList<>(modules);
    int movesLeft = order.size() * order.size();
    for (int i = 0; i < order.size(); ) {
      int later = firstLater(order, i, dependencies.apply(order.get(i)));
      if (later < 0 || movesLeft == 0) {
        i++;
      } else {
        order.add(i, order.remove(later));
        movesLeft--;
      }
    }
    return List.copyOf(order);
  }

  private static int firstLater(List<String> order, int index, Collection<String> wanted) {
    for (int j = index + 1; j < order.size(); j++) {
      if (wanted.contains(order.get(j))) {
        return j;
      }
    }
    return -1;
  }
}
