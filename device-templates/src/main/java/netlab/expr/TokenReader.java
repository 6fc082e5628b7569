package netlab.expr;

import java.util.List;

/** Goes through the tokens of an expression, or of a tag of a template. */
public sealed class TokenReader permits ExprParser {
  /** More than anybody writes; a hostile template should not exhaust the stack. */
  private static final int DEEPEST = 100;

  private final List<Token> tokens;
  private int next;
  private int depth;

  TokenReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Throws unless everything was read. */
  public void end() {
    if (at("=")) {
      throw new Wrong(peek().at(), "`=` gives a value to a name", "compare with `==`");
    }
    if (peek().kind() != Token.Kind.END) {
      throw new Wrong(peek().at(), "an operator is missing before " + peek().shown(), "");
    }
  }

  public Token peek() {
    return tokens.get(next);
  }

  /** The next token; the end stays. */
  Token take() {
    return next < tokens.size() - 1 ? tokens.get(next++) : peek();
  }

  boolean follows(Token.Kind kind, String text) {
    return next + 1 < tokens.size() && tokens.get(next + 1).is(kind, text);
  }

  public boolean at(String operator) {
    return peek().is(Token.Kind.OPERATOR, operator);
  }

  public boolean atName(String name) {
    return peek().is(Token.Kind.NAME, name);
  }

  /** Takes an operator if it is next. */
  public boolean skip(String operator) {
    if (at(operator)) {
      take();
      return true;
    }
    return false;
  }

  public boolean skipName(String name) {
    if (atName(name)) {
      take();
      return true;
    }
    return false;
  }

  public void expect(String operator) {
    if (!skip(operator)) {
      throw unexpected("`" + operator + "`");
    }
  }

  public Token expect(Token.Kind kind, String what) {
    if (peek().kind() != kind) {
      throw unexpected(what);
    }
    return take();
  }

  public Wrong unexpected(String wanted) {
    return new Wrong(peek().at(), wanted + " is missing before " + peek().shown(), "");
  }

  void deeper() {
    if (++depth > DEEPEST) {
      throw new Wrong(peek().at(), "this expression is nested too deeply", "");
    }
  }

  void shallower() {
    depth--;
  }
}
