package netlab.show;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one field of an observation comes out of a row: the first of several ways that gives a text.
 */
record Field(List<Way> ways) {
  Field {
    ways = List.copyOf(ways);
  }

  Optional<String> of(Finder.Row row) {
    return ways.stream().flatMap(way -> way.of(row).stream()).findFirst();
  }

  /**
   * One way.
   *
   * @param at the place in the row, or several in a text: {@code {network}/{length}}
   * @param match takes part of the text; a text that does not match gives nothing
   * @param as what is made of the match, {@code $1} is its first group
   * @param without what is taken out of that: the tags between texts
   * @param divide the number by which the text, a number, is divided: milliseconds to seconds
   * @param map words of the device to ours; others stay
   * @param not texts that mean nothing: {@code never}, {@code Unknown}
   */
  record Way(
      String at,
      Optional<Pattern> match,
      String as,
      Optional<Pattern> without,
      Optional<BigDecimal> divide,
      Map<String, String> map,
      List<String> not) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)\\}");

    Optional<String> of(Finder.Row row) {
      return told(row)
          .filter(text -> !text.isBlank() && !not.contains(text))
          .flatMap(this::matched)
          .map(text -> without.map(w -> w.matcher(text).replaceAll(" ").strip()).orElse(text))
          .flatMap(this::divided)
          .map(text -> map.getOrDefault(text, text));
    }

    private Optional<String> told(Finder.Row row) {
      if (at.indexOf('{') < 0) {
        return row.at(at);
      }
      StringBuilder text = new StringBuilder();
      Matcher place = PLACE.matcher(at);
      while (place.find()) {
        Optional<String> part = row.at(place.group(1));
        if (part.isEmpty()) {
          return Optional.empty();
        }
        place.appendReplacement(text, Matcher.quoteReplacement(part.get()));
      }
      return Optional.of(place.appendTail(text).toString());
    }

    private Optional<String> matched(String text) {
      if (match.isEmpty()) {
        return Optional.of(text);
      }
      Matcher m = match.get().matcher(text);
      if (!m.find()) {
        return Optional.empty();
      }
      StringBuilder made = new StringBuilder();
      m.appendReplacement(made, as);
      return Optional.of(made.substring(m.start()));
    }

    private Optional<String> divided(String text) {
      if (divide.isEmpty()) {
        return Optional.of(text);
      }
      try {
        BigDecimal number = new BigDecimal(text).divide(divide.get(), 3, RoundingMode.HALF_UP);
        return Optional.of(number.stripTrailingZeros().toPlainString());
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
  }
}
