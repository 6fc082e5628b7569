package netlab.exec;

/** A program that was started and may still be running. */
public interface Running {
  /**
   * Waits for the end, at most for the command's time limit; after that, and on an interrupt, the
   * program and its descendants are ended.
   */
  Result await() throws InterruptedException;

  /** Ends the program and its descendants now. Does nothing when it has ended already. */
  void stop();
}
