package netlab.jinja;

import java.util.ArrayList;
import java.util.List;
import netlab.expr.Token;
import netlab.expr.Tokens;
import netlab.expr.Wrong;

/**
 * Cuts a template into pieces. White space as configurations want it: the line break behind a tag
 * and the blanks before one that begins a line belong to the tag; {@code -} takes all white space
 * on its side, {@code +} leaves it.
 */
final class Lexer {
  private final String source;
  private final List<Piece> pieces = new ArrayList<>();
  private int at;

  Lexer(String source) {
    this.source = source;
  }

  List<Piece> pieces() {
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
        case '{' -> expression(Piece.Kind.PRINT, "}}");
        default -> tag();
      }
    }
    pieces.add(new Piece(Piece.Kind.END, "", List.of(), source.length()));
    return List.copyOf(pieces);
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
      pieces.add(new Piece(Piece.Kind.TEXT, text, List.of(), from));
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
    expression(Piece.Kind.TAG, "%}");
    if (pieces.getLast().tokens().size() == 2 && pieces.getLast().word().equals("raw")) {
      pieces.removeLast();
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

  private void expression(Piece.Kind kind, String closing) {
    int begin = at;
    List<Token> tokens = new ArrayList<>();
    at += 2;
    if (at < source.length() && "-+".indexOf(source.charAt(at)) >= 0) {
      at++;
    }
    int depth = 0;
    while (true) {
      at = Tokens.blank(source, at);
      if (at >= source.length()) {
        throw new Wrong(begin, "this has no end", "close it with `" + closing + "`");
      }
      char c = source.charAt(at);
      boolean signed = (c == '-' || c == '+') && source.startsWith(closing, at + 1);
      if (depth == 0 && (signed || source.startsWith(closing, at))) {
        tokens.add(new Token(Token.Kind.END, closing, at, at));
        pieces.add(new Piece(kind, "", List.copyOf(tokens), begin));
        at += signed ? 3 : 2;
        behind(signed ? c : ' ', kind == Piece.Kind.TAG);
        return;
      }
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      tokens.add(Tokens.at(source, at));
      at = tokens.getLast().end();
    }
  }
}
