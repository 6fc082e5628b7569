package netlab.plan;

import java.util.Optional;
import netlab.exec.Deadline;

/** What a plan needs beyond files and commands; each provider has its own. */
public interface Effects {
  /** A provider whose plans neither push nor wait. */
  Effects NONE =
      new Effects() {
        @Override
        public Optional<String> push(Step.PushConfig step) {
          return Optional.of("this provider does not push configurations");
        }

        @Override
        public Optional<String> pending(Step.WaitFor step, Deadline deadline) {
          return Optional.of("this provider knows no conditions");
        }
      };

  /** Gives a node its configuration; returns what went wrong, empty when nothing did. */
  Optional<String> push(Step.PushConfig step) throws InterruptedException;

  /**
   * Looks once whether the condition holds; returns why it does not yet, empty when it does.
   *
   * @param deadline the end of the whole wait: a look must not last beyond it
   */
  Optional<String> pending(Step.WaitFor step, Deadline deadline) throws InterruptedException;
}
