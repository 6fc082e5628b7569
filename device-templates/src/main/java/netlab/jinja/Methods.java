package netlab.jinja;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The methods of texts, lists and mappings that templates use. */
final class Methods {
  private Methods() {}

  static Object call(Object of, String name, List<Object> positional, Map<String, Object> named) {
    return switch (of) {
      case Undefined u -> throw u.wrong();
      case String s -> text(s, name, positional, named);
      case Map<?, ?> m -> map(m, name, positional);
      case List<?> l -> list(l, name, positional);
      default -> throw unknown(name, Values.quoted(of));
    };
  }

  private static Wrong unknown(String name, String of) {
    return new Wrong(Wrong.NOWHERE, of + " has no method `" + name + "`", "use a filter instead");
  }

  private static Object argument(List<Object> arguments, int at, Object usual) {
    return at < arguments.size() ? arguments.get(at) : usual;
  }

  private static Object text(
      String s, String name, List<Object> arguments, Map<String, Object> named) {
    Object first = argument(arguments, 0, Nothing.NONE);
    return switch (name) {
      case "upper" -> s.toUpperCase(Locale.ROOT);
      case "lower" -> s.toLowerCase(Locale.ROOT);
      case "title" -> Texts.title(s);
      case "capitalize" -> Texts.capitalized(s);
      case "strip" -> Texts.strip(s, first, true, true);
      case "lstrip" -> Texts.strip(s, first, true, false);
      case "rstrip" -> Texts.strip(s, first, false, true);
      case "split" -> split(s, first, argument(arguments, 1, -1L));
      case "splitlines" -> new Items(s.lines().toList());
      case "join" -> String.join(s, Values.items(first).stream().map(Values::text).toList());
      case "replace" ->
          Texts.replace(s, Values.text(first), Values.text(argument(arguments, 1, "")));
      case "startswith" -> any(first, s::startsWith);
      case "endswith" -> any(first, s::endsWith);
      case "find" -> (long) s.indexOf(Values.text(first));
      case "count" -> Texts.count(s, Values.text(first));
      case "isdigit" -> !s.isEmpty() && s.chars().allMatch(Character::isDigit);
      case "isalpha" -> !s.isEmpty() && s.chars().allMatch(Character::isLetter);
      case "format" -> Formats.braces(s, arguments, named);
      case "zfill" -> Texts.padded(s, '0', Values.whole(first), false);
      case "ljust" -> Texts.padded(s, ' ', Values.whole(first), true);
      case "rjust" -> Texts.padded(s, ' ', Values.whole(first), false);
      default -> throw unknown(name, "a text");
    };
  }

  private static boolean any(Object wanted, Function<String, Boolean> test) {
    List<?> all = wanted instanceof List<?> l ? l : List.of(wanted);
    return all.stream().map(Values::text).anyMatch(test::apply);
  }

  private static Items split(String s, Object by, Object most) {
    if (by == Nothing.NONE) {
      return s.isBlank() ? new Items() : new Items(Arrays.asList(s.strip().split("\\s+", -1)));
    }
    String separator = Values.text(by);
    if (separator.isEmpty()) {
      throw new Wrong("a text cannot be split at nothing");
    }
    long limit = Values.whole(most);
    var parts = new Items();
    int from = 0;
    for (int at; (limit < 0 || parts.size() < limit) && (at = s.indexOf(separator, from)) >= 0; ) {
      parts.add(s.substring(from, at));
      from = at + separator.length();
    }
    parts.add(s.substring(from));
    return parts;
  }

  private static Object map(Map<?, ?> m, String name, List<Object> arguments) {
    return switch (name) {
      case "items" -> {
        var items = new Items();
        m.forEach((k, v) -> items.add(List.of(k, v)));
        yield items;
      }
      case "keys" -> new Items(m.keySet());
      case "values" -> new Items(m.values());
      case "get" -> {
        Object found = m.get(argument(arguments, 0, ""));
        yield found == null ? argument(arguments, 1, Nothing.NONE) : found;
      }
      case "update" -> {
        throw new Wrong(
            Wrong.NOWHERE, "a mapping cannot be changed", "make another one with `|combine(...)`");
      }
      default -> throw unknown(name, "a mapping");
    };
  }

  private static Object list(List<?> l, String name, List<Object> arguments) {
    Object first = argument(arguments, 0, Nothing.NONE);
    switch (name) {
      case "append" -> changed(l).add(first);
      case "extend" -> {
        Values.sized((long) l.size() + Values.items(first).size());
        changed(l).addAll(Values.items(first));
      }
      case "insert" ->
          changed(l)
              .add(
                  Math.clamp(Values.whole(first), 0, l.size()),
                  argument(arguments, 1, Nothing.NONE));
      case "count" -> {
        return l.stream().filter(item -> Values.equal(item, first)).count();
      }
      case "index" -> {
        List<Object> all = new ArrayList<>(l);
        return (long) all.indexOf(first);
      }
      default -> throw unknown(name, "a list");
    }
    return Nothing.NONE;
  }

  private static Items changed(List<?> list) {
    if (list instanceof Items own) {
      Values.sized(own.size());
      return own;
    }
    throw new Wrong(
        Wrong.NOWHERE, "a list of the lab cannot be changed", "make your own first: `x + []`");
  }
}
