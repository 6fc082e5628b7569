package netlab.verify;

import java.util.List;

/** Hears of the progress of a verification; called from one thread. */
public interface Listener {
  /** Both ends hold. Told once for an adjacency. */
  void held(Ends<Check> adjacency);

  /**
   * All nodes were asked.
   *
   * @param open the adjacencies that do not hold yet
   * @param all all of them, as they are now
   */
  void open(List<Ends<Check>> open, List<Ends<Check>> all);

  /** Listens to nothing. */
  Listener NONE =
      new Listener() {
        @Override
        public void held(Ends<Check> adjacency) {}

        @Override
        public void open(List<Ends<Check>> open, List<Ends<Check>> all) {}
      };
}
