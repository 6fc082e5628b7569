package netlab.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Further kinds of facts about the same protocol on the expectation's node. */
  List<String> related(Expectation expectation);

  /** The command with which a user looks closer at what an expectation is about, on its node. */
  Optional<String> lookCloser(Expectation expectation);
}
