package netlab.show;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Finds the rows of an output. A device that neither form fits gets a third one, in Java. */
sealed interface Finder permits JsonRows, TextRows {

  /** One neighbor, one session, one interface as the device tells it. */
  interface Row {
    /** The text at a place of the row; empty when there is none. */
    Optional<String> at(String place);

    /** The texts right in the row by their names; none for a row that is a line of text. */
    default SequencedMap<String, String> all() {
      return new LinkedHashMap<>();
    }
  }

  /** All rows of an output, in its order. */
  List<Row> rows(String output) throws UnreadableOutput;
}
