package netlab.source;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Says in words of a lab's author what the YAML parser found. The parser names the token that
 * stopped it; the mistake is often a line before, so most rules look at the text around.
 */
final class Syntax {
  private static final Pattern INNER_COLON = Pattern.compile(":(\\s|$)");
  private static final Pattern GLUED_DASH = Pattern.compile("\\s*(-)[^\\s-].*");
  private static final Pattern GLUED_COLON = Pattern.compile("\\s*(?:- )?[\\w.-]+(:)\\S.*");

  private static final String CHECK = "check this line and the one above";

  /** One mistake: what to underline and what to say. */
  private record Finding(int start, int end, String message, String hint, List<Note> notes) {
    Finding(int start, int end, String message, String hint) {
      this(start, end, message, hint, List.of());
    }
  }

  private final String text;
  private final Diagnostics diagnostics;
  private final Positions positions;

  Syntax(String text, Positions positions, Diagnostics diagnostics) {
    this.text = text;
    this.diagnostics = diagnostics;
    this.positions = positions;
  }

  /** False, and reported, when the text has a character that YAML forbids. */
  boolean charactersAllowed() {
    OptionalInt bad = firstForbidden();
    bad.ifPresent(at ->
        report(
            new Finding(
                at,
                at + 1,
                String.format("the character U+%04X is not allowed", (int) text.charAt(at)),
                "remove it; inside of double quotes it can be written as an escape")));
    return bad.isEmpty();
  }

  private OptionalInt firstForbidden() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (!allowed(c)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** YAML 1.2, section 5.1. */
  private static boolean allowed(char c) {
    return (c >= ' ' && c <= '~')
        || c == '\t'
        || c == '\n'
        || c == '\r'
        || c == '\u0085'
        || (c >= '\u00a0' && c <= '\ud7ff')
        || (c >= '\ue000' && c <= '\ufffd');
  }

  /**
   * Reports an error that the parser can place.
   *
   * @param open where the innermost bracket stands that is still open
   */
  void report(MarkedYamlEngineException e, OptionalInt open) {
    int at = offset(e.getProblemMark(), 0);
    int from = offset(e.getContextMark(), at);
    String problem = Optional.ofNullable(e.getProblem()).orElse("");
    String context = Optional.ofNullable(e.getContext()).orElse("");
    report(
        scalar(problem, context, at, from)
            .or(() -> flow(context, at, open.orElse(from)))
            .or(() -> block(problem, at, from))
            .or(() -> token(problem, context, at, from))
            .orElseGet(() -> new Finding(at, at, "this is not YAML: " + problem.strip(), CHECK)));
  }

  /** Reports an error without a place: YAML versions, and brackets the parser loses track of. */
  void report(YamlEngineException e, OptionalInt open, int lastEnd) {
    if (open.isPresent()) {
      report(unclosed(open.getAsInt(), List.of()));
    } else if (text.startsWith("%")) {
      report(
          new Finding(
              0,
              endOfLine(0),
              "this YAML version is not known",
              "remove the line, or name version 1.1 or 1.2"));
    } else {
      report(new Finding(lastEnd, lastEnd, "this is not YAML: " + e.getMessage(), CHECK));
    }
  }

  /** Reports a text that ends within the escape of a character. */
  void reportEscapeAtEnd() {
    int at = Math.max(0, text.lastIndexOf('\\'));
    report(
        new Finding(
            at,
            text.length(),
            "the file ends within the escape `" + slice(at, at + 2) + "`",
            "write its hexadecimal digits and the closing quote"));
  }

  private Finding unclosed(int at, List<Note> notes) {
    String open = slice(at, at + 1);
    return new Finding(
        at,
        at + 1,
        "this `" + open + "` is never closed",
        "close it with `" + closing(open) + "`",
        notes);
  }

  private static String closing(String open) {
    return open.equals("[") ? "]" : "}";
  }

  /** Quoted and block texts. */
  private Optional<Finding> scalar(String problem, String context, int at, int from) {
    if (context.contains("quoted scalar") && problem.startsWith("found unexpected")) {
      return found(
          from, from + 1, "this quote is never closed", "close the text with the same quote");
    }
    if (problem.startsWith("found unknown escape")) {
      return found(
          at - 1,
          at + 1,
          "unknown escape `" + slice(at - 1, at + 1) + "` in a text with double quotes",
          "write two backslashes for one, or use single quotes: they know no escapes");
    }
    if (problem.startsWith("expected escape sequence of ")) {
      return found(
          at - 2,
          at,
          "`" + slice(at - 2, at) + "` needs " + digits(problem) + " hexadecimal digits",
          "write two backslashes for one, or use single quotes: they know no escapes");
    }
    if (problem.startsWith("expected chomping")
        || problem.startsWith("expected indentation indicator")
        || problem.startsWith("expected a comment")) {
      return found(
          at,
          endOfLine(at),
          "nothing may follow `" + slice(from, from + 1) + "` here",
          "begin the text in the next line, indented");
    }
    if (problem.contains("leading empty lines contain more spaces")) {
      return found(
          at,
          endOfLine(at),
          "an empty line before this one has more spaces than the text",
          "remove the spaces from the empty lines");
    }
    return Optional.empty();
  }

  private static String digits(String problem) {
    return problem.replaceAll("\\D+(\\d+).*", "$1");
  }

  /** Brackets and braces. */
  private Optional<Finding> flow(String context, int at, int from) {
    String open = slice(from, from + 1);
    if (!context.startsWith("while parsing a flow") || !(open.equals("[") || open.equals("{"))) {
      return Optional.empty();
    }
    String close = closing(open);
    String found = slice(at, at + 1);
    if (context.endsWith("node") && found.equals(",")) {
      return found(at, at + 1, "a value is missing before this comma", "remove one comma");
    }
    boolean wrongClose = !found.equals(close) && (found.equals("]") || found.equals("}"));
    if (wrongClose) {
      return Optional.of(
          new Finding(
              at,
              at + 1,
              "`" + open + "` cannot be closed with `" + found + "`",
              "close it with `" + close + "`",
              List.of(note("it opens here", from))));
    }
    boolean sameLine = at < endOfLine(from);
    if (sameLine) {
      return Optional.of(
          new Finding(
              at,
              at + 1,
              "`,` or `" + close + "` is missing here",
              found.equals(":")
                  ? "quote the text when the colon belongs to it"
                  : "separate the values with commas",
              List.of(note("the `" + open + "` is here", from))));
    }
    List<Note> notes = at < text.length() ? List.of(note("it was read up to here", at)) : List.of();
    return Optional.of(unclosed(from, notes));
  }

  /** Indentation, and what may stand side by side. */
  private Optional<Finding> block(String problem, int at, int from) {
    if (problem.equals("mapping values are not allowed here")) {
      return Optional.of(unexpectedColon(at));
    }
    if (problem.startsWith("could not find expected ':'")) {
      return Optional.of(missingColon(from));
    }
    if (!problem.startsWith("expected <block end>, but found ")) {
      return Optional.empty();
    }
    String found = slice(at, at + 1);
    String inside = slice(from, from + 1).equals("-") ? "list" : "mapping";
    if (problem.endsWith("start>'")) {
      return Optional.of(
          new Finding(
              at,
              endOfWord(at),
              indentation(at),
              "align it with the " + (inside.equals("list") ? "items" : "keys") + " it belongs to",
              List.of(note("the " + inside + " around it begins here", from))));
    }
    if (problem.endsWith("'-'") || problem.endsWith("'?'")) {
      boolean item = found.equals("-");
      return Optional.of(
          new Finding(
              at,
              endOfWord(at),
              item
                  ? "a list item cannot stand between the keys of a mapping"
                  : "a key cannot stand between the items of a list",
              item ? "indent it below its key" : "begin the line with `- `, or indent it",
              List.of(note("the " + inside + " begins here", from))));
    }
    return Optional.of(leftOver(found, at));
  }

  private String indentation(int at) {
    int indent = at - startOfLine(at);
    return "this line has "
        + (indent == 1 ? "1 space" : indent + " spaces")
        + " before it, which fits no line above";
  }

  private Finding leftOver(String found, int at) {
    if (found.equals(":")) {
      return new Finding(at, at + 1, "a key is missing before this colon", "write a name there");
    }
    if ("]},".contains(found)) {
      return new Finding(at, at + 1, "`" + found + "` has no opening bracket", "remove it");
    }
    int before = positions.withoutTrailingSpace(startOfLine(at), at) - 1;
    if (before < startOfLine(at)) {
      return new Finding(
          at, endOfWord(at), indentation(at), "align it with the text it belongs to");
    }
    char end = text.charAt(before);
    boolean quote = end == '"' || end == '\'';
    return new Finding(
        at,
        endOfLine(at),
        quote ? "text after a closing quote" : "unexpected text after a value",
        quote
            ? "write an inner quote as " + (end == '"' ? "`\\\"`" : "`''`") + ", or quote all of it"
            : "put quotes around the whole value");
  }

  private Finding unexpectedColon(int at) {
    int start = startOfLine(at);
    String before = slice(start, at);
    Matcher inner = INNER_COLON.matcher(before);
    if (inner.find()) {
      return new Finding(
          at,
          at + 1,
          "a second colon in one line",
          "put quotes around the value, or write the inner mapping in its own lines",
          List.of(note("the first one", start + inner.start())));
    }
    int previous = previousLine(start);
    if (previous < 0) {
      return new Finding(at, at + 1, "a colon is not allowed here", "put quotes around the text");
    }
    String line = slice(previous, endOfLine(previous));
    Optional<Finding> glued = glued(previous).or(() -> glued(start));
    if (glued.isPresent()) {
      return glued.get();
    }
    int content = firstNonSpace(previous);
    if (!INNER_COLON.matcher(line).find()) {
      return missingColon(content);
    }
    return new Finding(
        firstNonSpace(start),
        at,
        "this key is deeper than a line that already has a value",
        "align both lines, or move the value of the first one",
        List.of(note("the line before", content)));
  }

  private Finding missingColon(int start) {
    return glued(startOfLine(start))
        .orElseGet(() ->
            new Finding(
                start,
                positions.withoutTrailingSpace(start, endOfLine(start)),
                "a colon is missing after this text",
                "write `key: value`, or `key:` with the value in deeper lines"));
  }

  /** A dash or a colon without the space that must follow it. */
  private Optional<Finding> glued(int start) {
    String line = slice(start, endOfLine(start));
    Matcher dash = GLUED_DASH.matcher(line);
    if (dash.matches()) {
      int at = start + dash.start(1);
      return found(at, at + 1, "a space is missing after this dash", "write `- item`");
    }
    Matcher colon = GLUED_COLON.matcher(line);
    if (colon.matches()) {
      int at = start + colon.start(1);
      return found(at, at + 1, "a space is missing after this colon", "write `key: value`");
    }
    return Optional.empty();
  }

  /** Characters that cannot stand where they stand. */
  private Optional<Finding> token(String problem, String context, int at, int from) {
    if (problem.contains("(TAB)")) {
      return Optional.of(tab(Math.min(at, from)).or(() -> tab(at)).orElseGet(() -> tabAt(at)));
    }
    String found = slice(at, at + 1);
    if (problem.contains("cannot start any token")) {
      return found(
          at,
          at + 1,
          "a text without quotes cannot begin with "
              + (found.equals("`") ? "a backquote" : "`" + found + "`"),
          "put quotes around the text");
    }
    if (problem.startsWith("expected the node content")) {
      return found(
          at, at + 1, "a value is missing before `" + found + "`", "write a value, or remove this");
    }
    if (problem.startsWith("sequence entries are not allowed")) {
      return found(
          at,
          at + 1,
          "a list cannot begin in the line of its key",
          "write the items in their own lines, or in brackets: `[a, b]`");
    }
    if (problem.startsWith("mapping keys are not allowed")) {
      return found(
          at,
          at + 1,
          "`?` and a space begin a key, which cannot stand here",
          "put quotes around the text");
    }
    if (context.startsWith("while scanning an a")) {
      return found(
          from,
          from + 1,
          "a name must follow `" + slice(from, from + 1) + "`",
          "put quotes around the text when it is no anchor or alias");
    }
    if (problem.startsWith("found undefined tag handle") || context.contains("scanning a tag")) {
      return found(
          from, endOfWord(from), "unknown tag", "remove it: types come from the attribute");
    }
    if (context.endsWith("directive")
        || problem.contains("directive")
        || problem.startsWith("duplicate tag")) {
      return found(
          startOfLine(from),
          endOfLine(from),
          "this line begins with `%` and so is no part of the lab",
          "remove it, or put quotes around the text");
    }
    if (problem.contains("<document start>")) {
      boolean ended = text.lastIndexOf("\n...", at) >= 0;
      return found(
          at,
          endOfLine(at),
          ended ? "text after the end of the document" : "text after the only value of the file",
          ended ? "remove the line `...`" : "a lab file is one mapping: begin with a key");
    }
    return Optional.empty();
  }

  /** The first tab before the text of a line. */
  private Optional<Finding> tab(int inLine) {
    int start = startOfLine(inLine);
    int tab = slice(start, firstNonSpace(start)).indexOf('\t');
    return tab < 0 ? Optional.empty() : Optional.of(tabAt(start + tab));
  }

  private Finding tabAt(int at) {
    return new Finding(
        at,
        at + 1,
        "a tab is used for indentation",
        "indent with spaces: YAML allows no tabs there");
  }

  private Optional<Finding> found(int start, int end, String message, String hint) {
    return Optional.of(new Finding(start, end, message, hint));
  }

  private void report(Finding finding) {
    diagnostics.report(
        Severity.ERROR,
        Code.YAML_SYNTAX,
        positions.span(clamp(finding.start), clamp(finding.end)),
        finding.message,
        Optional.of(finding.hint),
        finding.notes);
  }

  private Note note(String what, int at) {
    return new Note(what, positions.span(clamp(at), clamp(at + 1)));
  }

  private int offset(Optional<Mark> mark, int fallback) {
    return mark.map(m -> positions.offset(m.getIndex())).orElse(fallback);
  }

  private int clamp(int offset) {
    return Math.max(0, Math.min(offset, text.length()));
  }

  private String slice(int start, int end) {
    return text.substring(clamp(start), Math.max(clamp(start), clamp(end)));
  }

  private int startOfLine(int at) {
    int i = clamp(at);
    while (i > 0 && text.charAt(i - 1) != '\n' && text.charAt(i - 1) != '\r') {
      i--;
    }
    return i;
  }

  private int endOfLine(int at) {
    int i = clamp(at);
    while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return i;
  }

  private int firstNonSpace(int start) {
    int end = endOfLine(start);
    int i = start;
    while (i < end && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private int endOfWord(int at) {
    int i = clamp(at);
    while (i < text.length() && !Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return Math.max(i, clamp(at + 1));
  }

  /** The start of the last line before this one that is not empty and no comment; -1 if none. */
  private int previousLine(int start) {
    int line = start;
    while (line > 0) {
      line = startOfLine(line - 1);
      String content = slice(line, endOfLine(line)).strip();
      if (!content.isEmpty() && !content.startsWith("#")) {
        return line;
      }
    }
    return -1;
  }
}
