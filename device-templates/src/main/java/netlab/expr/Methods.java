package netlab.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** The methods of texts, lists, sets and mappings. */
public final class Methods {
  private Methods() {}

  public static Object call(Object of, String name, Args args) {
    return switch (of) {
      case Undefined u -> throw u.wrong();
      case String s -> text(s, name, args);
      case Map<?, ?> m -> map(m, name, args);
      case List<?> l -> list(l, name, args);
      case Set<?> s -> set(s, name, args);
      case Found f -> f.method(name, args);
      default -> throw unknown(name, Values.brief(of));
    };
  }

  private static Wrong unknown(String name, String of) {
    return new Wrong(of + " has no method `" + name + "`");
  }

  private static Object text(String s, String name, Args args) {
    Object first = args.get(0, "").orElse(Nothing.NONE);
    return switch (name) {
      case "upper" -> s.toUpperCase(Locale.ROOT);
      case "lower", "casefold" -> s.toLowerCase(Locale.ROOT);
      case "title" -> Texts.title(s);
      case "capitalize" -> Texts.capitalized(s);
      case "strip" -> Texts.strip(s, first, true, true);
      case "lstrip" -> Texts.strip(s, first, true, false);
      case "rstrip" -> Texts.strip(s, first, false, true);
      case "split" ->
          split(s, args.get(0, "sep").orElse(Nothing.NONE), args.whole(1, "maxsplit", -1));
      case "rsplit" -> rsplit(s, Values.text(args.need(0, "sep")), args.whole(1, "maxsplit", -1));
      case "partition" -> partition(s, Values.text(first), s.indexOf(Values.text(first)));
      case "rpartition" -> rpartition(s, Values.text(first));
      case "splitlines" -> new Items(s.lines().toList());
      case "join" -> join(s, Values.items(args.need(0, "list")));
      case "replace" ->
          Texts.replace(s, Values.text(args.need(0, "old")), Values.text(args.need(1, "new")));
      case "removeprefix" ->
          s.startsWith(Values.text(first)) ? s.substring(Values.text(first).length()) : s;
      case "removesuffix" ->
          s.endsWith(Values.text(first))
              ? s.substring(0, s.length() - Values.text(first).length())
              : s;
      case "startswith" -> any(first, s::startsWith);
      case "endswith" -> any(first, s::endsWith);
      case "find" -> (long) s.indexOf(Values.text(first));
      case "rfind" -> (long) s.lastIndexOf(Values.text(first));
      case "index" -> found(s.indexOf(Values.text(first)), first);
      case "count" -> Texts.count(s, Values.text(first));
      case "isdigit", "isnumeric", "isdecimal" -> all(s, Character::isDigit);
      case "isalpha" -> all(s, Character::isLetter);
      case "isalnum" -> all(s, Character::isLetterOrDigit);
      case "isspace" -> all(s, Character::isWhitespace);
      case "isupper" -> all(s, c -> !Character.isLowerCase(c)) && !all(s, c -> !cased(c));
      case "islower" -> all(s, c -> !Character.isUpperCase(c)) && !all(s, c -> !cased(c));
      case "format" -> Formats.braces(s, args.positional(), args.named());
      case "zfill" -> Texts.zeros(s, Values.whole(first));
      case "ljust" -> Texts.padded(s, ' ', Values.whole(first), true);
      case "rjust" -> Texts.padded(s, ' ', Values.whole(first), false);
      default -> throw unknown(name, "a text");
    };
  }

  private static String join(String between, List<?> items) {
    for (Object item : items) {
      if (!(item instanceof String)) {
        throw new Wrong("only texts can be joined, not " + Values.brief(item));
      }
    }
    return Texts.joined(between, items);
  }

  private static boolean cased(int c) {
    return Character.isUpperCase(c) || Character.isLowerCase(c);
  }

  private static boolean all(String s, IntPredicate test) {
    return !s.isEmpty() && s.chars().allMatch(test);
  }

  private static boolean any(Object wanted, Predicate<String> test) {
    List<?> all = wanted instanceof List<?> l ? l : List.of(wanted);
    return all.stream().map(Values::text).anyMatch(test);
  }

  private static Object found(int at, Object wanted) {
    if (at < 0) {
      throw new Wrong(Values.brief(wanted) + " is not in there");
    }
    return (long) at;
  }

  private static Items split(String s, Object by, long most) {
    if (by == Nothing.NONE) {
      String[] words = s.strip().split("\\s+", most < 0 ? -1 : (int) Math.min(most + 1, 1 << 30));
      return s.isBlank() ? new Items() : new Items(Arrays.asList(words));
    }
    String separator = Values.text(by);
    if (separator.isEmpty()) {
      throw new Wrong("a text cannot be split at nothing");
    }
    var parts = new Items();
    int from = 0;
    for (int at; (most < 0 || parts.size() < most) && (at = s.indexOf(separator, from)) >= 0; ) {
      parts.add(s.substring(from, at));
      from = at + separator.length();
    }
    parts.add(s.substring(from));
    return parts;
  }

  private static Items rsplit(String s, String separator, long most) {
    Items all = split(s, separator, -1);
    int first = most < 0 ? 0 : (int) Math.max(0, all.size() - 1 - most);
    var parts = new Items(all.subList(first, all.size()));
    parts.set(0, Texts.joined(separator, all.subList(0, first + 1)));
    return parts;
  }

  private static Tuple partition(String s, String by, int at) {
    return at < 0
        ? Tuple.of(s, "", "")
        : Tuple.of(s.substring(0, at), by, s.substring(at + by.length()));
  }

  private static Tuple rpartition(String s, String by) {
    int at = s.lastIndexOf(by);
    return at < 0 ? Tuple.of("", "", s) : partition(s, by, at);
  }

  private static Object map(Map<?, ?> m, String name, Args args) {
    return switch (name) {
      case "items" -> {
        var items = new Items();
        m.forEach((k, v) -> items.add(Tuple.of(k, v)));
        yield items;
      }
      case "keys" -> new LinkedHashSet<Object>(m.keySet());
      case "values" -> new Items(m.values());
      case "get" -> {
        Object found = m.get(Values.key(args.need(0, "key")));
        yield found == null ? args.get(1, "default").orElse(Nothing.NONE) : found;
      }
      case "update", "pop", "setdefault", "clear" ->
          throw new Wrong(
              Wrong.NOWHERE, "a mapping cannot be changed", "make another one out of it");
      default -> throw unknown(name, "a mapping");
    };
  }

  private static Object list(List<?> l, String name, Args args) {
    switch (name) {
      case "append" -> changed(l).add(args.need(0, "item"));
      case "extend" -> {
        List<?> more = Values.items(args.need(0, "list"));
        Values.counted((long) l.size() + more.size());
        changed(l).addAll(more);
      }
      case "insert" ->
          changed(l).add(Math.clamp(args.whole(0, "at", 0), 0, l.size()), args.need(1, "item"));
      case "count" -> {
        Object wanted = args.need(0, "item");
        return l.stream().filter(item -> Values.equal(item, wanted)).count();
      }
      case "index" -> {
        Object wanted = args.need(0, "item");
        List<Boolean> hits = new ArrayList<>();
        l.forEach(item -> hits.add(Values.equal(item, wanted)));
        return found(hits.indexOf(true), wanted);
      }
      default -> throw unknown(name, "a list");
    }
    return Nothing.NONE;
  }

  private static Items changed(List<?> list) {
    if (list instanceof Items own) {
      Values.counted(own.size() + 1L);
      return own;
    }
    throw new Wrong(
        Wrong.NOWHERE, "a list of the lab cannot be changed", "make your own first: `x + []`");
  }

  private static Object set(Set<?> s, String name, Args args) {
    Set<Object> other = Values.set(Values.items(args.need(0, "other")));
    return switch (name) {
      case "union" -> Arithmetic.of("|", s, other);
      case "intersection" -> Arithmetic.of("&", s, other);
      case "difference" -> Arithmetic.of("-", s, other);
      case "symmetric_difference" -> Arithmetic.of("^", s, other);
      case "issubset" -> other.containsAll(s);
      case "issuperset" -> s.containsAll(other);
      case "isdisjoint" -> s.stream().noneMatch(other::contains);
      default -> throw unknown(name, "a set");
    };
  }
}
