package netlab.verify;

import java.util.List;
import java.util.Optional;
import netlab.expect.Expectation;
import netlab.expect.Observation;

/** What a protocol knows about why its adjacencies fail. */
public interface Diagnosis {
  /** Further kinds of facts to read from both ends once an expectation has failed. */
  List<String> readers(Expectation failed);

  /**
   * The likely reason, in a few words.
   *
   * @param own all that the node said about this adjacency
   * @param peer all that the other end said about it
   */
  Optional<String> reason(
      Expectation failed, Optional<Observation> own, Optional<Observation> peer);

  /** Knows nothing. */
  Diagnosis NONE =
      new Diagnosis() {
        @Override
        public List<String> readers(Expectation failed) {
          return List.of();
        }

        @Override
        public Optional<String> reason(
            Expectation failed, Optional<Observation> own, Optional<Observation> peer) {
          return Optional.empty();
        }
      };
}
