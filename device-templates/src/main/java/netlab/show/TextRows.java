package netlab.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows in a text: every match of a pattern is one. A place is the name of a group.
 *
 * @param header what every proper output of the command contains; without it the output is none
 */
record TextRows(Pattern row, Optional<Pattern> header) implements Finder {
  @Override
  public List<Row> rows(String output) throws UnreadableOutput {
    String text = output.replace("\r", "");
    List<Row> rows = new ArrayList<>();
    Matcher m = row.matcher(text);
    while (m.find()) {
      var groups = m.toMatchResult();
      var names = m.namedGroups();
      rows.add(place ->
          Optional.ofNullable(names.get(place))
              .flatMap(index -> Optional.ofNullable(groups.group(index)))
              .map(String::strip)
              .filter(found -> !found.isEmpty()));
    }
    boolean wrong =
        text.strip().startsWith("%") || header.map(h -> !h.matcher(text).find()).orElse(false);
    if (rows.isEmpty() && wrong) {
      throw UnreadableOutput.because(text);
    }
    return rows;
  }
}
