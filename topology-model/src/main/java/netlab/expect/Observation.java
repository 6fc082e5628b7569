package netlab.expect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * One row of what a device reported, in the vocabulary of {@link Expectation}: a neighbor, a
 * session.
 *
 * @param fields canonical names to texts: {@code peer}, {@code interface}, {@code state}, {@code
 *     remote_as}, {@code last_error}; a device that does not tell a field leaves it out
 */
public record Observation(SequencedMap<String, String> fields) {
  public Observation {
    fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
  }
}
