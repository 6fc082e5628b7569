package netlab.show;

import java.util.List;
import java.util.Optional;

/** Finds the rows of an output. A device that neither form fits gets a third one, in Java. */
sealed interface Finder permits JsonRows, TextRows {

  /** One neighbor, one session, one interface as the device tells it. */
  interface Row {
    /** The text at a place of the row; empty when there is none. */
    Optional<String> at(String place);
  }

  /** All rows of an output, in its order. */
  List<Row> rows(String output) throws UnreadableOutput;
}
