package netlab.show;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.expect.Observation;

/**
 * Reads one kind of facts from one kind of device: an entry of the {@code show} section.
 *
 * @param name the kind of facts: {@code bgp.sessions}, {@code ospf.neighbors}, ...
 * @param commands what to run, as typed on the device; the output of each belongs to {@link #read}
 *     {@code {prefix}} stands for what the caller wants to know of, {@code [vrf {vrf}]} is left out
 *     when the caller does not say; {@code [vrf {vrf}|default]} has then what stands behind the bar
 * @param daemon the process that answers, for devices that can be asked process by process
 * @param program whether the commands are programs in the node, not commands of the device
 * @param none what the device says when there is nothing
 * @param every whether an observation has the other texts of its row too, in the device's words
 */
public record Reader(
    String name,
    List<String> commands,
    Optional<String> daemon,
    boolean program,
    Optional<Pattern> none,
    Finder finder,
    boolean every,
    SequencedMap<String, Field> fields) {
  private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\]]*\\{[^\\]]*)\\]");
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)\\}");
  private static final Pattern BLANKS = Pattern.compile(" +");
  private static final Pattern BLANK = Pattern.compile("\\s+");

  /** Names, numbers and addresses; no blanks, no options, nothing that a shell could act on. */
  private static final Pattern VALUE = Pattern.compile("[\\w.:/%@+][\\w.:/%@+-]*");

  public Reader {
    commands = List.copyOf(commands);
    fields = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
  }

  /**
   * This reader about something; empty when a value is missing or is none that a command can have
   * in it.
   */
  public Optional<Reader> about(Map<String, String> values) {
    List<String> filled = new ArrayList<>();
    for (String command : commands) {
      StringBuilder text = new StringBuilder();
      Matcher optional = OPTIONAL.matcher(command);
      while (optional.find()) {
        String[] ways = optional.group(1).split("\\|", 2);
        Optional<String> part = fill(ways[0], values);
        Optional<String> other = ways.length > 1 ? fill(ways[1], values) : Optional.empty();
        optional.appendReplacement(text, Matcher.quoteReplacement(part.or(() -> other).orElse("")));
      }
      Optional<String> whole = fill(optional.appendTail(text).toString(), values);
      if (whole.isEmpty()) {
        return Optional.empty();
      }
      filled.add(BLANKS.matcher(whole.get()).replaceAll(" ").strip());
    }
    return Optional.of(new Reader(name, filled, daemon, program, none, finder, every, fields));
  }

  private static Optional<String> fill(String command, Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    Matcher place = PLACE.matcher(command);
    while (place.find()) {
      String value = values.getOrDefault(place.group(1), "");
      if (!VALUE.matcher(value).matches()) {
        return Optional.empty();
      }
      place.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    return Optional.of(place.appendTail(text).toString());
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

  /**
   * True when the output is what the device says when there is nothing, be that a failure or no.
   */
  public boolean nothing(String output) {
    return none.isPresent() && none.get().matcher(output).find();
  }

  /** Reads the output of one command. */
  public Shown read(String output) {
    if (nothing(output)) {
      return new Shown.Rows(List.of());
    }
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
          .map(text -> BLANK.matcher(text).replaceAll(" "))
          .map(text -> Vocabulary.normal(name, field.getKey(), text))
          .ifPresent(text -> found.put(field.getKey(), text));
    }
    if (every && !found.isEmpty()) {
      row.all().forEach(found::putIfAbsent);
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(new Observation(found));
  }
}
