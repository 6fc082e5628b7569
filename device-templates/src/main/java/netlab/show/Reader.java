package netlab.show;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.expect.Observation;

/**
 * Reads one kind of facts from one kind of device: an entry of the {@code show} section.
 *
 * @param name the kind of facts: {@code bgp.sessions}, {@code ospf.neighbors}, ...
 * @param commands what to run, as typed on the device; the output of each belongs to {@link #read}
 * @param daemon the process that answers, for devices that can be asked process by process
 */
public record Reader(
    String name,
    List<String> commands,
    Optional<String> daemon,
    Finder finder,
    SequencedMap<String, Field> fields) {
  public Reader {
    commands = List.copyOf(commands);
    fields = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
  }

  /** Reads the outputs of all commands, in their order. */
  public Shown read(List<String> outputs) {
    List<Observation> rows = new ArrayList<>();
    for (String output : outputs) {
      switch (read(output)) {
        case Shown.Rows found -> rows.addAll(found.rows());
        case Shown.Unreadable unreadable -> {
          return unreadable;
        }
      }
    }
    return new Shown.Rows(rows);
  }

  /** Reads the output of one command. */
  public Shown read(String output) {
    try {
      List<Observation> rows = new ArrayList<>();
      for (Finder.Row row : finder.rows(output)) {
        observation(row).ifPresent(rows::add);
      }
      return new Shown.Rows(rows);
    } catch (UnreadableOutput e) {
      return new Shown.Unreadable(e.why());
    }
  }

  private Optional<Observation> observation(Finder.Row row) {
    SequencedMap<String, String> found = new LinkedHashMap<>();
    for (Map.Entry<String, Field> field : fields.entrySet()) {
      field
          .getValue()
          .of(row)
          .map(text -> Vocabulary.normal(name, field.getKey(), text))
          .ifPresent(text -> found.put(field.getKey(), text));
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(new Observation(found));
  }
}
