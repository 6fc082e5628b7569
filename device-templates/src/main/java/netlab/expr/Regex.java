package netlab.expr;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Regular expressions; RE2, so that none takes for ever. */
public final class Regex {
  /** Flags with the numbers that Python gives them. */
  private static final long IGNORE_CASE = 2;

  private static final long MULTILINE = 8;
  private static final long DOT_ALL = 16;

  /** Looking at this many characters takes a few seconds. */
  private static final long MOST_WORK = 300_000_000;

  private static final int LONGEST_PATTERN = 2000;

  /** The module {@code re}. */
  static final Map<String, Object> MODULE = module();

  private final Pattern pattern;
  private final Counted text;

  private Regex(Pattern pattern, String text) {
    this.pattern = pattern;
    this.text = new Counted(text, MOST_WORK / Math.max(1, pattern.programSize()));
  }

  private static Map<String, Object> module() {
    Map<String, Object> module = new LinkedHashMap<>();
    module.put("search", Function.of("search", args -> of(args, 1, 2).one(Matcher::find)));
    module.put("match", Function.of("match", args -> of(args, 1, 2).one(Matcher::lookingAt)));
    module.put("fullmatch", Function.of("fullmatch", args -> of(args, 1, 2).one(Matcher::matches)));
    module.put("findall", Function.of("findall", args -> of(args, 1, 2).all()));
    module.put(
        "split", Function.of("split", args -> of(args, 1, 3).split(args.whole(2, "maxsplit", 0))));
    module.put(
        "sub",
        Function.of(
            "sub",
            args ->
                of(args, 2, 4)
                    .replaced(Values.text(args.need(1, "repl")), args.whole(3, "count", 0))));
    module.put("escape", Function.of("escape", args -> Pattern.quote(args.text(0, "pattern", ""))));
    Map.of("I", IGNORE_CASE, "M", MULTILINE, "S", DOT_ALL).forEach(module::put);
    Map.of("IGNORECASE", IGNORE_CASE, "MULTILINE", MULTILINE, "DOTALL", DOT_ALL)
        .forEach(module::put);
    return Map.copyOf(module);
  }

  private static Regex of(Args args, int text, int flags) {
    String wanted =
        switch (args.need(text, "string")) {
          case String s -> s;
          case Object other -> throw new Wrong(Values.brief(other) + " is no text");
        };
    return new Regex(
        pattern(Values.text(args.need(0, "pattern")), args.whole(flags, "flags", 0)), wanted);
  }

  /** A pattern that looks at a text of a template. */
  public static Matcher matcher(Object pattern, String text) {
    Regex regex = new Regex(pattern(Values.text(pattern), 0), text);
    return regex.matcher();
  }

  /** A text with another in place of what a pattern finds; {@code \\1} is its first group. */
  public static String replace(String pattern, String text, String by) {
    return new Regex(pattern(pattern, 0), text).replaced(by, 0);
  }

  private Matcher matcher() {
    return pattern.matcher(text);
  }

  private static Pattern pattern(String text, long flags) {
    if (text.length() > LONGEST_PATTERN) {
      throw new Wrong("this regular expression is too long");
    }
    int how =
        ((flags & IGNORE_CASE) == 0 ? 0 : Pattern.CASE_INSENSITIVE)
            | ((flags & MULTILINE) == 0 ? 0 : Pattern.MULTILINE)
            | ((flags & DOT_ALL) == 0 ? 0 : Pattern.DOTALL);
    try {
      return Pattern.compile(text.replace("\\Z", "\\z"), how);
    } catch (PatternSyntaxException e) {
      boolean beyond = text.matches("(?s).*(\\(\\?<?[=!]|\\\\[1-9]).*");
      throw new Wrong(
          Wrong.NOWHERE,
          "this is no regular expression: " + e.getDescription(),
          beyond ? "there is no look-around and there are no back-references" : "");
    }
  }

  private Object one(java.util.function.Predicate<Matcher> how) {
    Matcher m = matcher();
    return how.test(m) ? found(m) : Nothing.NONE;
  }

  private Found found(Matcher m) {
    var groups = new Items();
    for (int i = 0; i <= m.groupCount(); i++) {
      groups.add(Optional.<Object>ofNullable(m.group(i)).orElse(Nothing.NONE));
    }
    return new Found(groups, pattern.namedGroups(), m.start(), m.end());
  }

  private Items all() {
    var all = new Items();
    for (Matcher m = matcher(); m.find(); ) {
      List<Object> groups = groups(m);
      all.add(
          groups.isEmpty()
              ? m.group()
              : groups.size() == 1 ? groups.getFirst() : new Tuple(groups));
    }
    return all;
  }

  private static List<Object> groups(Matcher m) {
    var groups = new Items();
    for (int i = 1; i <= m.groupCount(); i++) {
      groups.add(Optional.ofNullable(m.group(i)).orElse(""));
    }
    return groups;
  }

  private Items split(long most) {
    var parts = new Items();
    int from = 0;
    int cuts = 0;
    for (Matcher m = matcher(); (most == 0 || cuts < most) && m.find(); cuts++) {
      parts.add(text.text.substring(from, m.start()));
      for (int i = 1; i <= m.groupCount(); i++) {
        parts.add(Optional.<Object>ofNullable(m.group(i)).orElse(Nothing.NONE));
      }
      from = m.end();
    }
    parts.add(text.text.substring(from));
    return parts;
  }

  private String replaced(String by, long most) {
    var out = new Growing();
    int from = 0;
    int count = 0;
    for (Matcher m = matcher(); (most == 0 || count < most) && m.find(); count++) {
      out.add(text.text.substring(from, m.start()));
      expand(by, m, out);
      from = m.end();
    }
    return out.add(text.text.substring(from)).toString();
  }

  /** {@code \1} and {@code \g<name>} are groups. */
  private void expand(String by, Matcher m, Growing out) {
    Matcher reference = REFERENCE.matcher(by);
    int from = 0;
    for (; reference.find(); from = reference.end()) {
      out.add(by.substring(from, reference.start()));
      String name = Optional.ofNullable(reference.group(1)).orElseGet(() -> reference.group(2));
      Object group = found(m).group(name.matches("\\d+") ? (Object) Long.valueOf(name) : name);
      out.add(group == Nothing.NONE ? "" : Values.text(group));
    }
    out.add(by.substring(from));
  }

  private static final Pattern REFERENCE = Pattern.compile("\\\\(?:([0-9]{1,2})|g<(\\w{1,30})>)");

  /** A text that counts how often it is looked at. */
  private static final class Counted implements CharSequence {
    private final String text;
    private long left;

    Counted(String text, long left) {
      this.text = text;
      this.left = left;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (--left < 0) {
        throw new Wrong("this regular expression takes too long on this text");
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
