package netlab.validate;

import java.time.Duration;
import java.util.List;

/** Is told how a validation goes, from the thread that runs it. */
public interface TestListener {
  /** A test begins. */
  void begun(LabTest test);

  /**
   * A test goes on.
   *
   * @param open the nodes that do not pass yet, with what was found
   * @param left how long it may go on
   */
  void waiting(LabTest test, List<NodeResult> open, Duration left);

  /** A test has ended. */
  void ended(TestResult result);
}
