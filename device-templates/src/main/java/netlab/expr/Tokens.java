package netlab.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts expressions into tokens. */
public final class Tokens {
  private static final Set<String> LONG = Set.of("**", "//", "==", "!=", "<=", ">=", "<<", ">>");
  private static final String SHORT = "+-*/%~|&^.,:()[]{}<>=";

  private final String source;
  private int at;

  private Tokens(String source, int at) {
    this.source = source;
    this.at = at;
  }

  /** All of a text that is one expression. */
  static List<Token> all(String source) {
    List<Token> tokens = new ArrayList<>();
    for (int at = ignored(source, 0); at < source.length(); ) {
      Token token = at(source, at);
      tokens.add(token);
      at = ignored(source, token.end());
    }
    tokens.add(new Token(Token.Kind.END, "", source.length(), source.length()));
    return List.copyOf(tokens);
  }

  /** The offset behind white space, comments, and backslashes that join lines. */
  private static int ignored(String source, int from) {
    int at = blank(source, from);
    while (source.startsWith("#", at) || source.startsWith("\\\n", at)) {
      int line = source.indexOf('\n', at);
      at = line < 0 ? source.length() : blank(source, line);
    }
    return at;
  }

  /** The offset behind white space. */
  public static int blank(String source, int from) {
    int at = from;
    while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The token that begins at an offset. */
  public static Token at(String source, int at) {
    return new Tokens(source, at).token();
  }

  private Token token() {
    int begin = at;
    char c = source.charAt(at);
    if (c == '\'' || c == '"') {
      return string("", begin);
    }
    if (Character.isLetter(c) || c == '_') {
      return name(begin);
    }
    if (isDigit(at) || (c == '.' && isDigit(at + 1) && !follows(begin))) {
      return number(begin);
    }
    boolean two = at + 2 <= source.length() && LONG.contains(source.substring(at, at + 2));
    if (!two && SHORT.indexOf(c) < 0) {
      throw new Wrong(at, "`" + c + "` means nothing here", "");
    }
    at += two ? 2 : 1;
    return made(Token.Kind.OPERATOR, source.substring(begin, at), begin);
  }

  /** True when a point belongs to the value before it. */
  private boolean follows(int point) {
    return point > 0
        && (isWord(source.charAt(point - 1)) || ")]}'\"".indexOf(source.charAt(point - 1)) >= 0);
  }

  private Token made(Token.Kind kind, String text, int begin) {
    return new Token(kind, text, begin, at);
  }

  /** A name, or the letters before a string. */
  private Token name(int begin) {
    while (at < source.length() && isWord(source.charAt(at))) {
      at++;
    }
    String name = source.substring(begin, at);
    boolean prefix = at < source.length() && "'\"".indexOf(source.charAt(at)) >= 0;
    return prefix && name.matches("(?i)r|f|u|rf|fr")
        ? string(name.toLowerCase(java.util.Locale.ROOT), begin)
        : made(Token.Kind.NAME, name, begin);
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private boolean isDigit(int place) {
    return place < source.length() && Character.isDigit(source.charAt(place));
  }

  private Token number(int begin) {
    while (at < source.length()
        && (isWord(source.charAt(at))
            || (source.charAt(at) == '.' && isDigit(at + 1))
            || isExponentSign(begin))) {
      at++;
    }
    return made(Token.Kind.NUMBER, source.substring(begin, at), begin);
  }

  private boolean isExponentSign(int begin) {
    return "+-".indexOf(source.charAt(at)) >= 0
        && isDigit(at + 1)
        && source.substring(begin, at).matches("[\\d._]+[eE]");
  }

  private Token string(String prefix, int begin) {
    char quote = source.charAt(at++);
    var value = new StringBuilder();
    while (at < source.length() && source.charAt(at) != quote) {
      char c = source.charAt(at++);
      if (c == '\\' && at < source.length()) {
        char escaped = source.charAt(at++);
        value.append(prefix.contains("r") ? "" + c + escaped : unescaped(escaped, begin));
      } else {
        value.append(c);
      }
    }
    if (at >= source.length()) {
      throw new Wrong(begin, "this text has no end", "close it with `" + quote + "`");
    }
    at++;
    return made(
        prefix.contains("f") ? Token.Kind.FORMAT : Token.Kind.STRING, value.toString(), begin);
  }

  private String unescaped(char escaped, int begin) {
    return switch (escaped) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case '\n' -> "";
      case '\\', '\'', '"' -> String.valueOf(escaped);
      case 'x' -> code(2, begin);
      case 'u' -> code(4, begin);
      default -> "\\" + escaped;
    };
  }

  private String code(int digits, int begin) {
    String code = source.substring(at, Math.min(at + digits, source.length()));
    if (!code.matches("[0-9a-fA-F]{" + digits + "}")) {
      throw new Wrong(begin, "an escape in this text is not complete", "");
    }
    at += digits;
    return Character.toString(Integer.parseInt(code, 16));
  }
}
