package netlab.show;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows in a text: every match of a pattern is one. A place is the name of a group.
 *
 * @param header what every proper output of the command contains; without it the output is none
 * @param heading what is said once above several rows, such as their VRF: its groups are places of
 *     all rows below, until another heading has them
 */
record TextRows(Pattern row, Optional<Pattern> header, Optional<Pattern> heading)
    implements Finder {
  @Override
  public List<Row> rows(String output) throws UnreadableOutput {
    String text = output.replace("\r", "");
    List<MatchResult> headings =
        heading.map(h -> h.matcher(text).results().toList()).orElse(List.of());
    List<Row> rows = new ArrayList<>();
    Map<String, String> above = new HashMap<>();
    int passed = 0;
    Matcher m = row.matcher(text);
    while (m.find()) {
      while (passed < headings.size() && headings.get(passed).start() <= m.start()) {
        above.putAll(groups(headings.get(passed)));
        passed++;
      }
      Map<String, String> places = new LinkedHashMap<>(above);
      places.putAll(groups(m.toMatchResult()));
      rows.add(place -> Optional.ofNullable(places.get(place)));
    }
    boolean wrong =
        text.strip().startsWith("%") || header.map(h -> !h.matcher(text).find()).orElse(false);
    if (rows.isEmpty() && wrong) {
      throw UnreadableOutput.because(text);
    }
    return rows;
  }

  /** The groups that have a text, by their names. */
  private static Map<String, String> groups(MatchResult match) {
    Map<String, String> texts = new LinkedHashMap<>();
    match
        .namedGroups()
        .forEach((name, index) ->
            Optional.ofNullable(match.group(index))
                .map(String::strip)
                .filter(found -> !found.isEmpty())
                .ifPresent(found -> texts.put(name, found)));
    return texts;
  }
}
