package netlab.expr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Texts with expressions in braces: {@code f'{count} of {len(all)}'}. */
final class FormatText {
  private FormatText() {}

  /** The same as a call of {@code format}. */
  static Expr expr(Token token, Language language) {
    String text = token.text();
    var format = new StringBuilder();
    List<Expr> values = new ArrayList<>();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == c;
      if (c != '{' || doubled) {
        format.append(c);
        if (doubled && (c == '{' || c == '}')) {
          format.append(c);
          at++;
        }
        continue;
      }
      int end;
      try {
        end = end(text, Tokens.blank(text, at + 1));
        values.add(ExprParser.whole(text.substring(at + 1, end), language));
      } catch (Wrong e) {
        throw new Wrong(token.at(), e.text(), e.hint());
      }
      format.append('{').append(values.size() - 1);
      at = end - 1;
      if (text.charAt(end) == '}') {
        format.append('}');
        at = end;
      }
    }
    Expr.Arguments arguments = new Expr.Arguments(List.copyOf(values), new LinkedHashMap<>());
    Expr constant = new Expr.Constant(format.toString(), token.at());
    return new Expr.Call(new Expr.Attribute(constant, "format", token.at()), arguments, token.at());
  }

  /** Where an expression ends: at a brace or colon outside of its brackets and texts. */
  private static int end(String text, int from) {
    int depth = 0;
    for (int at = from; at < text.length(); ) {
      Token token = Tokens.at(text, at);
      String word = token.kind() == Token.Kind.OPERATOR ? token.text() : "";
      if (depth == 0 && (word.equals("}") || word.equals(":"))) {
        return at;
      }
      depth += word.matches("[(\\[{]") ? 1 : word.matches("[)\\]}]") ? -1 : 0;
      at = Tokens.blank(text, token.end());
    }
    throw new Wrong(0, "a brace in this text has no end", "write `{{` for a brace");
  }
}
