package netlab.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Brings modules into an order in which each one comes after those it depends on. */
public final class ModuleOrder {
  private ModuleOrder() {}

  /**
   * The same modules in layers: first those that depend on none of the others, then those that
   * depend only on them, and so on. A layer is in the order given. Circles of dependencies come
   * last, in the order given.
   */
  public static List<String> sort(
      Collection<String> modules, Function<String, ? extends Collection<String>> dependencies) {
    List<String> rest = new ArrayList<>(modules);
    List<String> sorted = new ArrayList<>(rest.size());
    while (!rest.isEmpty()) {
      List<String> layer = new ArrayList<>();
      for (String module : rest) {
        if (Collections.disjoint(dependencies.apply(module), rest)) {
          layer.add(module);
        }
      }
      sorted.addAll(layer.isEmpty() ? rest : layer);
      rest.removeAll(layer.isEmpty() ? List.copyOf(rest) : layer);
    }
    return List.copyOf(sorted);
  }
}
