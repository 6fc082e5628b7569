package netlab.verify;

import java.util.Optional;
import netlab.expect.Expectation;
import netlab.expect.Observation;
import netlab.expect.Outlook;

/** What the protocols know about why their adjacencies fail. */
public interface Diagnosis {
  /** Knows nothing. */
  Diagnosis NONE =
      new Diagnosis() {
        @Override
        public Optional<String> reason(
            Expectation failed, Optional<Observation> own, Optional<Observation> peer) {
          return Optional.empty();
        }

        @Override
        public Outlook outlook(
            Expectation failed, Optional<Observation> own, Optional<Observation> peer) {
          return Outlook.MAY_COME;
        }
      };

  /**
   * The likely reason, in a few words.
   *
   * @param own all that the node said about this adjacency
   * @param peer all that the other end said about it
   */
  Optional<String> reason(
      Expectation failed, Optional<Observation> own, Optional<Observation> peer);

  /** Whether it may come up by itself; the parameters are those of {@link #reason}. */
  Outlook outlook(Expectation failed, Optional<Observation> own, Optional<Observation> peer);
}
