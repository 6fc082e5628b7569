package netlab.verify;

import java.util.Optional;
import netlab.expect.Expectation;
import netlab.expect.Observation;

/** What the protocols know about why their adjacencies fail. */
@FunctionalInterface
public interface Diagnosis {
  /** Knows nothing. */
  Diagnosis NONE = (failed, own, peer) -> Optional.empty();

  /**
   * The likely reason, in a few words.
   *
   * @param own all that the node said about this adjacency
   * @param peer all that the other end said about it
   */
  Optional<String> reason(
      Expectation failed, Optional<Observation> own, Optional<Observation> peer);
}
