package netlab.draft;

import java.util.List;
import netlab.diag.Diagnostics;
import netlab.lab.Column;

/** One step of a compilation. A pass reports mistakes and goes on. */
public interface Pass {
  /** What messages about misuse of the draft call it. */
  String name();

  Phase phase();

  /** The columns this pass fills; no other pass may put into them. */
  default List<Column<?, ?>> writes() {
    return List.of();
  }

  void run(Draft draft, Diagnostics diagnostics);

  /** What a pass does. */
  @FunctionalInterface
  interface Body {
    void run(Draft draft, Diagnostics diagnostics);
  }

  /** A pass made of its parts. */
  static Pass of(String name, Phase phase, Body body) {
    return of(name, phase, List.of(), body);
  }

  /** A pass made of its parts which fills columns. */
  static Pass of(String name, Phase phase, List<Column<?, ?>> writes, Body body) {
    return new Simple(name, phase, writes, body);
  }

  /** A pass made of its parts. */
  record Simple(String name, Phase phase, List<Column<?, ?>> writes, Body body) implements Pass {
    public Simple {
      writes = List.copyOf(writes);
    }

    @Override
    public void run(Draft draft, Diagnostics diagnostics) {
      body.run(draft, diagnostics);
    }
  }
}
