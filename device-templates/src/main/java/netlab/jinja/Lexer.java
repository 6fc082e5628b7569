package netlab.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a template into tokens. White space as configurations want it: the line break behind a tag
 * and the blanks before one that begins a line belong to the tag; {@code -} takes all white space
 * on its side, {@code +} leaves it.
 */
final class Lexer {
  private static final Set<String> LONG = Set.of("**", "//", "==", "!=", "<=", ">=");
  private static final String SHORT = "+-*/%~|.,:()[]{}<>=";

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  Lexer(String source) {
    this.source = source;
  }

  List<Token> tokens() {
    while (at < source.length()) {
      int open = nextOpening();
      if (open < 0) {
        text(source.substring(at), at);
        break;
      }
      char kind = source.charAt(open + 1);
      text(before(open, kind), at);
      at = open;
      switch (kind) {
        case '#' -> comment();
        case '{' -> expression(Token.Kind.PRINT, Token.Kind.PRINT_END, "}}");
        default -> tag();
      }
    }
    tokens.add(new Token(Token.Kind.END, "", source.length()));
    return List.copyOf(tokens);
  }

  private int nextOpening() {
    for (int i = at; (i = source.indexOf('{', i)) >= 0 && i + 1 < source.length(); i++) {
      if ("{%#".indexOf(source.charAt(i + 1)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private void text(String text, int from) {
    if (!text.isEmpty()) {
      tokens.add(new Token(Token.Kind.TEXT, text, from));
    }
  }

  /** The text up to an opening, without the white space that the opening takes. */
  private String before(int open, char kind) {
    String text = source.substring(at, open);
    char sign = open + 2 < source.length() ? source.charAt(open + 2) : ' ';
    if (sign == '-') {
      return text.stripTrailing();
    }
    int line = text.lastIndexOf('\n') + 1;
    boolean begins = line > 0 || at == 0 || source.charAt(at - 1) == '\n';
    return kind != '{' && sign != '+' && begins && text.substring(line).isBlank()
        ? text.substring(0, line)
        : text;
  }

  /** Goes on behind a closing: {@code -} takes all white space, a tag the end of its line. */
  private void behind(char sign, boolean tag) {
    if (sign == '-') {
      while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
        at++;
      }
    } else if (tag && sign != '+') {
      if (source.startsWith("\r\n", at)) {
        at += 2;
      } else if (source.startsWith("\n", at)) {
        at++;
      }
    }
  }

  private void comment() {
    int end = source.indexOf("#}", at + 2);
    if (end < 0) {
      throw new Wrong(at, "this comment has no end", "close it with `#}`");
    }
    char sign = source.charAt(end - 1);
    at = end + 2;
    behind(sign, true);
  }

  private void tag() {
    int begin = at;
    int first = tokens.size();
    expression(Token.Kind.TAG, Token.Kind.TAG_END, "%}");
    if (tokens.size() == first + 3 && tokens.get(first + 1).is(Token.Kind.NAME, "raw")) {
      tokens.subList(first, tokens.size()).clear();
      raw(begin);
    }
  }

  /** Up to {@code endraw} everything is text. */
  private void raw(int begin) {
    int open = at;
    while ((open = source.indexOf("{%", open)) >= 0) {
      int close = source.indexOf("%}", open);
      if (close < 0) {
        break;
      }
      String inside = source.substring(open + 2, close);
      if (inside.replaceAll("^[-+]|[-+]$", "").strip().equals("endraw")) {
        text(before(open, '%'), at);
        char sign = source.charAt(close - 1);
        at = close + 2;
        behind(sign, true);
        return;
      }
      open = close;
    }
    throw new Wrong(begin, "`raw` has no end", "close it with `{% endraw %}`");
  }

  private void expression(Token.Kind open, Token.Kind close, String closing) {
    int begin = at;
    tokens.add(new Token(open, source.substring(at, at + 2), at));
    at += 2;
    if (at < source.length() && "-+".indexOf(source.charAt(at)) >= 0) {
      at++;
    }
    int depth = 0;
    while (true) {
      while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
        at++;
      }
      if (at >= source.length()) {
        throw new Wrong(begin, "this has no end", "close it with `" + closing + "`");
      }
      char c = source.charAt(at);
      boolean signed = (c == '-' || c == '+') && source.startsWith(closing, at + 1);
      if (depth == 0 && (signed || source.startsWith(closing, at))) {
        tokens.add(new Token(close, closing, at));
        at += signed ? 3 : 2;
        behind(signed ? c : ' ', close == Token.Kind.TAG_END);
        return;
      }
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      token(c);
    }
  }

  private void token(char c) {
    int begin = at;
    if (Character.isLetter(c) || c == '_') {
      while (at < source.length() && isWord(source.charAt(at))) {
        at++;
      }
      tokens.add(new Token(Token.Kind.NAME, source.substring(begin, at), begin));
    } else if (Character.isDigit(c)) {
      number(begin);
    } else if (c == '\'' || c == '"') {
      string(c, begin);
    } else {
      boolean two = at + 2 <= source.length() && LONG.contains(source.substring(at, at + 2));
      if (!two && SHORT.indexOf(c) < 0) {
        throw new Wrong(at, "`" + c + "` means nothing here", "");
      }
      at += two ? 2 : 1;
      tokens.add(new Token(Token.Kind.OPERATOR, source.substring(begin, at), begin));
    }
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private void number(int begin) {
    while (at < source.length() && (isWord(source.charAt(at)) || isFraction())) {
      at++;
    }
    tokens.add(new Token(Token.Kind.NUMBER, source.substring(begin, at), begin));
  }

  private boolean isFraction() {
    return source.charAt(at) == '.'
        && at + 1 < source.length()
        && Character.isDigit(source.charAt(at + 1));
  }

  private void string(char quote, int begin) {
    var value = new StringBuilder();
    at++;
    while (at < source.length() && source.charAt(at) != quote) {
      char c = source.charAt(at++);
      if (c == '\\' && at < source.length()) {
        char escaped = source.charAt(at++);
        switch (escaped) {
          case 'n' -> value.append('\n');
          case 't' -> value.append('\t');
          case 'r' -> value.append('\r');
          case '\\', '\'', '"' -> value.append(escaped);
          default -> value.append(c).append(escaped);
        }
      } else {
        value.append(c);
      }
    }
    if (at >= source.length()) {
      throw new Wrong(begin, "this text has no end", "close it with `" + quote + "`");
    }
    at++;
    tokens.add(new Token(Token.Kind.STRING, value.toString(), begin));
  }
}
