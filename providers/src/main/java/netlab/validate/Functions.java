package netlab.validate;

import java.util.List;
import java.util.Optional;

/** The functions that tests can call. */
final class Functions {
  static final List<TestFunction> ALL = List.of(new BgpNeighbor(), new BgpPrefix(), new Ping());

  private Functions() {}

  static Optional<TestFunction> find(String name) {
    return ALL.stream().filter(f -> f.name().equals(name)).findFirst();
  }

  static List<String> names() {
    return ALL.stream().map(TestFunction::name).toList();
  }
}
