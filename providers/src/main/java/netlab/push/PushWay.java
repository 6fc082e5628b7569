package netlab.push;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.schema.Value;
import netlab.transport.Endpoint;

/**
 * How a device takes its configuration while it runs: the section {@code push} of its {@code
 * device.yml}, which docs/adding-a-device.md describes. Words and patterns only.
 */
public final class PushWay {
  /** Stands for the password of the login in what is typed. */
  static final String PASSWORD = "{password}";

  /** Stands for the name of the login in what is logged in with. */
  static final String USER = "{user}";

  /** Stands for the place of the file in the words of a program. */
  static final String TARGET = "{target}";

  /** The keys with their values when they are not there. */
  private static final Map<String, List<String>> TEXTS =
      Map.ofEntries(
          Map.entry("with", List.of("ssh")),
          Map.entry("user", List.of(USER)),
          Map.entry("prompt", List.of("^\\S*[\\w)\\]][>#] ?$")),
          Map.entry("pager", List.of("(?i)--+ ?\\(?more|<--- more --->")),
          Map.entry("setup", List.of()),
          Map.entry("enter", List.of()),
          Map.entry("skip", List.of("^\\s*(?:[!#].*)?$")),
          Map.entry("errors", List.of("^% ", "(?i)^\\s*(?:syntax )?error:")),
          Map.entry("harmless", List.of()),
          Map.entry("commit", List.of()),
          Map.entry("committed", List.of()),
          Map.entry("abort", List.of()),
          Map.entry("leave", List.of()),
          Map.entry("after", List.of()),
          Map.entry("run", List.of()),
          Map.entry("line_time", List.of("20")),
          Map.entry("commit_time", List.of("180")),
          Map.entry("block.begin", List.of()),
          Map.entry("block.shown", List.of("^")),
          Map.entry("block.end", List.of("ctrl-d")));

  private final SequencedMap<String, List<String>> own;
  private final SequencedMap<String, String> answers;

  private PushWay(SequencedMap<String, List<String>> own, SequencedMap<String, String> answers) {
    this.own = own;
    this.answers = answers;
  }

  /** What a section says; the problem with it as text when it cannot be used. */
  public sealed interface Found {
    /** It can be used. */
    record Usable(PushWay way) implements Found {}

    /** It cannot; why, in a few words. */
    record Wrong(String key, String why) implements Found {}
  }

  /** Reads the section {@code push} of a device. */
  public static Found of(Value.Fields section) {
    SequencedMap<String, List<String>> own = new LinkedHashMap<>();
    for (String key : section.fields().keySet()) {
      boolean known = TEXTS.containsKey(key) || key.equals("answers") || key.equals("block");
      if (!known) {
        return new Found.Wrong(key, "is not known");
      }
    }
    TEXTS.keySet().stream()
        .sorted()
        .filter(key -> section.at(key).isPresent())
        .forEach(key -> own.put(key, section.textsAt(key)));
    SequencedMap<String, String> answers = new LinkedHashMap<>();
    section
        .fieldsAt("answers")
        .fields()
        .forEach((question, field) -> answers.put(question, answer(field)));
    return checked(new PushWay(own, answers));
  }

  private static String answer(Value.Field field) {
    return field.value() instanceof Value.Scalar s ? s.data().toString() : "";
  }

  private static Found checked(PushWay way) {
    for (String key : List.of("prompt", "pager", "skip", "errors", "harmless", "committed")) {
      if (way.isBroken(way.texts(key))) {
        return new Found.Wrong(key, "is not a regular expression");
      }
    }
    if (way.isBroken(List.copyOf(way.answers.keySet()))) {
      return new Found.Wrong("answers", "has a key that is not a regular expression");
    }
    for (String key : List.of("line_time", "commit_time")) {
      if (!way.first(key).matches("[0-9]{1,5}")) {
        return new Found.Wrong(key, "is not a number of seconds");
      }
    }
    if (!List.of("ssh", "program").contains(way.first("with"))) {
      return new Found.Wrong("with", "is neither `ssh` nor `program`");
    }
    return way.isProgram() && way.texts("run").isEmpty()
        ? new Found.Wrong("run", "is missing: the program with its arguments")
        : new Found.Usable(way);
  }

  private boolean isBroken(List<String> patterns) {
    try {
      patterns.forEach(Pattern::compile);
      return false;
    } catch (PatternSyntaxException e) {
      return true;
    }
  }

  private record Written(Map<String, List<String>> own, Map<String, String> answers) {}

  /** As text that {@link #read} understands. */
  public String text() {
    return new Gson().toJson(new Written(own, answers));
  }

  /** What {@link #text} wrote; empty when it is something else. */
  public static Optional<PushWay> read(String text) {
    try {
      Written written = new Gson().fromJson(text, Written.class);
      PushWay way =
          new PushWay(new LinkedHashMap<>(written.own()), new LinkedHashMap<>(written.answers()));
      return checked(way) instanceof Found.Usable ? Optional.of(way) : Optional.empty();
    } catch (JsonParseException | NullPointerException e) {
      return Optional.empty();
    }
  }

  /**
   * The login that lines are typed at: some systems take what the terminal is like with the name.
   */
  Endpoint.Ssh login(Endpoint.Ssh known) {
    return known.withUser(first("user").replace(USER, known.user()));
  }

  /** True when a program of the node reads the file, false when it is typed. */
  public boolean isProgram() {
    return first("with").equals("program");
  }

  /** The program that reads the file, with its arguments, of a file at this place in the node. */
  public List<String> program(String target) {
    return texts("run").stream().map(word -> word.replace(TARGET, target)).toList();
  }

  /** True when nothing is in effect before a commit. */
  public boolean hasCandidate() {
    return !texts("commit").isEmpty();
  }

  List<String> texts(String key) {
    return own.getOrDefault(key, TEXTS.getOrDefault(key, List.of()));
  }

  String first(String key) {
    return texts(key).isEmpty() ? "" : texts(key).getFirst();
  }

  List<Pattern> patterns(String key) {
    return texts(key).stream().map(Pattern::compile).toList();
  }

  SequencedMap<Pattern, String> answers() {
    SequencedMap<Pattern, String> all = new LinkedHashMap<>();
    answers.forEach((question, answer) -> all.put(Pattern.compile(question), answer));
    return all;
  }

  /** The lines of a configuration that an output about it as a whole says are refused. */
  public List<Pushed.Line> refusals(String config, String said) {
    List<String> lines = config.lines().toList();
    List<Pattern> harmless = patterns("harmless");
    List<Pushed.Line> refused = new ArrayList<>();
    for (String line : said.lines().map(String::stripTrailing).toList()) {
      if (harmless.stream().noneMatch(p -> p.matcher(line).find())) {
        refusal(line)
            .ifPresent(
                number -> refused.add(new Pushed.Line(number, text(lines, number), line.strip())));
      }
    }
    return List.copyOf(refused);
  }

  /** The number of the line that is refused, 0 when that is not told. */
  private Optional<Integer> refusal(String said) {
    for (Pattern error : patterns("errors")) {
      Matcher m = error.matcher(said);
      if (m.find()) {
        boolean tells = error.namedGroups().containsKey("line") && m.group("line") != null;
        String digits = tells ? m.group("line") : "";
        return Optional.of(digits.matches("[0-9]{1,7}") ? Integer.parseInt(digits) : 0);
      }
    }
    return Optional.empty();
  }

  private static String text(List<String> lines, int number) {
    return number >= 1 && number <= lines.size() ? lines.get(number - 1).strip() : "";
  }

  Duration time(String key) {
    return Duration.ofSeconds(Long.parseLong(first(key)));
  }
}
