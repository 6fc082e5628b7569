package netlab.transport;

import java.util.List;
import netlab.exec.Deadline;

/**
 * A way to run commands on one node. Connects at the first command and stays connected; after a
 * failure the next call connects anew. Used by one thread at a time.
 */
public interface Transport extends AutoCloseable {
  /**
   * Runs the commands, one after the other, over one connection. Stops at the first that gets no
   * reply; a reply that says "error" is a reply.
   */
  Answer run(List<String> commands, Deadline deadline) throws InterruptedException;

  /**
   * Does beforehand what costs time at the first command: logs in. Whether that went well shows at
   * the first command.
   */
  default void connect(Deadline deadline) throws InterruptedException {}

  /** Ends the connection. */
  @Override
  void close();
}
