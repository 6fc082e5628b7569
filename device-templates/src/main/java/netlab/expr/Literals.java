package netlab.expr;

import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers and texts in expressions. */
final class Literals {
  private static final Pattern FRACTION =
      Pattern.compile("\\d*\\.\\d+([eE][-+]?\\d+)?|\\d+[eE][-+]?\\d+");

  /** They mean nothing at the front; {@code Long.decode} takes such a number for octal. */
  private static final Pattern ZEROS = Pattern.compile("^0+(?=\\d)");

  private Literals() {}

  static Expr number(Token token) {
    String text = token.text().replace("_", "");
    try {
      boolean fraction = FRACTION.matcher(text).matches();
      Object value =
          fraction
              ? (Object) Double.valueOf(text)
              : (Object) Long.decode(ZEROS.matcher(text).replaceFirst(""));
      return new Expr.Constant(value, token.at());
    } catch (NumberFormatException e) {
      throw new Wrong(token.at(), token.shown() + " is not a number", "");
    }
  }

  /** Texts side by side are one; those with expressions in braces are formatted. */
  static Expr text(Token first, TokenReader in, Language language) {
    var text = new StringBuilder();
    Optional<Expr> before = Optional.empty();
    for (Token part = first; ; part = in.take()) {
      if (part.kind() == Token.Kind.FORMAT) {
        Expr made = joined(before, new Expr.Constant(text.toString(), first.at()));
        before = Optional.of(joined(Optional.of(made), FormatText.expr(part, language)));
        text.setLength(0);
      } else {
        text.append(part.text());
      }
      if (in.peek().kind() != Token.Kind.STRING && in.peek().kind() != Token.Kind.FORMAT) {
        return joined(before, new Expr.Constant(text.toString(), first.at()));
      }
    }
  }

  private static Expr joined(Optional<Expr> before, Expr text) {
    return before.<Expr>map(b -> new Expr.Binary("+", b, text, text.at())).orElse(text);
  }
}
