package netlab.transport;

import java.util.List;

/** What came of running commands on a node. */
public sealed interface Answer {
  /** The replies, as many as there were before a failure. */
  List<Reply> replies();

  /** Every command got a reply. */
  record Complete(List<Reply> replies) implements Answer {
    public Complete {
      replies = List.copyOf(replies);
    }
  }

  /** A command got no reply, and the ones after it were not sent. */
  record Failed(TransportFailure failure, List<Reply> replies) implements Answer {
    public Failed {
      replies = List.copyOf(replies);
    }
  }
}
