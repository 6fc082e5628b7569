package netlab.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import netlab.exec.Deadline;
import netlab.expect.Expectation;
import netlab.lab.NodeId;

/** The verifier's way to the nodes of a running lab. Called from several threads. */
public interface Access {
  /**
   * Reads several kinds of facts in one exchange with the node. Every reader that was asked for is
   * a key of the answer. Returns by the deadline, more or less.
   */
  Map<String, Reading> read(NodeId node, List<String> readers, Deadline deadline)
      throws InterruptedException;

  /**
   * The same in a cheaper way, which is good enough to see what is not so yet but proves nothing.
   * Empty when the node has none.
   */
  default Optional<Map<String, Reading>> glance(
      NodeId node, List<String> readers, Deadline deadline) throws InterruptedException {
    return Optional.empty();
  }

  /** Does beforehand what makes the first reading of a node slow. */
  default void prepare(NodeId node, Deadline deadline) throws InterruptedException {}

  /** False while a node certainly cannot be read yet; costs nothing. */
  default boolean awake(NodeId node) {
    return true;
  }

  /**
   * Looks once at what runs, and tells of an expectation why its node can never answer for it: the
   * program that would is dead, and nothing starts it again. Empty for one that may.
   */
  default Function<Expectation, Optional<String>> dead() throws InterruptedException {
    return expectation -> Optional.empty();
  }

  /** Further kinds of facts about the same protocol on the expectation's node. */
  List<String> related(Expectation expectation);

  /** The command with which a user looks closer at what an expectation is about, on its node. */
  Optional<String> lookCloser(Expectation expectation);
}
