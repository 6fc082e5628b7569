package netlab.verify;

import java.util.List;
import netlab.lab.NodeId;

/** What is read from one node in one exchange. */
record Question(NodeId node, List<String> readers) {
  Question {
    readers = List.copyOf(readers);
  }
}
