package netlab.verify;

import java.util.List;

/** Hears of the progress of a verification; called from one thread. */
public interface Listener {
  /** Both ends hold. Told once for an adjacency. */
  void held(Ends<Check> adjacency);

  /** All nodes were asked; these adjacencies do not hold yet. */
  void open(List<Ends<Check>> adjacencies);

  /** Listens to nothing. */
  Listener NONE =
      new Listener() {
        @Override
        public void held(Ends<Check> adjacency) {}

        @Override
        public void open(List<Ends<Check>> adjacencies) {}
      };
}
