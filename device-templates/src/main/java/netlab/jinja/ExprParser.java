package netlab.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Reads expressions, the loosest operator first. */
final class ExprParser {
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");

  /** Words that cannot begin the argument of a test written without parentheses. */
  private static final Set<String> NO_ARGUMENT =
      Set.of("and", "or", "not", "if", "else", "is", "in", "recursive");

  /** More than anybody writes; a hostile template should not exhaust the stack. */
  private static final int DEEPEST = 200;

  private final List<Token> tokens;
  private int next;
  private int depth;

  ExprParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(next);
  }

  Token take() {
    return tokens.get(next++);
  }

  /** The first word of the tag that is next; empty when it has none. */
  String word() {
    Token first = tokens.get(Math.min(next + 1, tokens.size() - 1));
    return first.kind() == Token.Kind.NAME ? first.text() : "";
  }

  boolean at(String operator) {
    return peek().is(Token.Kind.OPERATOR, operator);
  }

  boolean atName(String name) {
    return peek().is(Token.Kind.NAME, name);
  }

  /** Takes an operator if it is next. */
  boolean skip(String operator) {
    if (at(operator)) {
      next++;
      return true;
    }
    return false;
  }

  boolean skipName(String name) {
    if (atName(name)) {
      next++;
      return true;
    }
    return false;
  }

  void expect(String operator) {
    if (!skip(operator)) {
      throw unexpected("`" + operator + "`");
    }
  }

  Token expect(Token.Kind kind, String what) {
    if (peek().kind() != kind) {
      throw unexpected(what);
    }
    return take();
  }

  Wrong unexpected(String wanted) {
    return new Wrong(peek().at(), wanted + " is missing before " + peek().shown(), "");
  }

  /** A list without brackets is a list as well. */
  Expr tuple() {
    Expr first = expression();
    if (!at(",")) {
      return first;
    }
    List<Expr> items = new ArrayList<>(List.of(first));
    while (skip(",") && !endsTuple()) {
      items.add(expression());
    }
    return new Expr.Sequence(List.copyOf(items), first.at());
  }

  private boolean endsTuple() {
    return at(")")
        || at("=")
        || peek().kind() == Token.Kind.TAG_END
        || peek().kind() == Token.Kind.PRINT_END;
  }

  Expr expression() {
    if (++depth > DEEPEST) {
      throw new Wrong(peek().at(), "this expression is nested too deeply", "");
    }
    Expr value = or();
    while (skipName("if")) {
      Expr condition = or();
      Optional<Expr> otherwise = skipName("else") ? Optional.of(expression()) : Optional.empty();
      value = new Expr.Choice(condition, value, otherwise, value.at());
    }
    depth--;
    return value;
  }

  /** An expression that an {@code if} behind it does not belong to: what a loop goes over. */
  Expr withoutChoice() {
    Expr first = or();
    if (!at(",")) {
      return first;
    }
    List<Expr> items = new ArrayList<>(List.of(first));
    while (skip(",")) {
      items.add(or());
    }
    return new Expr.Sequence(List.copyOf(items), first.at());
  }

  private Expr or() {
    Expr left = and();
    while (skipName("or")) {
      left = new Expr.Or(left, and(), left.at());
    }
    return left;
  }

  private Expr and() {
    Expr left = not();
    while (skipName("and")) {
      left = new Expr.And(left, not(), left.at());
    }
    return left;
  }

  private Expr not() {
    int at = peek().at();
    return skipName("not") ? new Expr.Not(not(), at) : comparison();
  }

  private Expr comparison() {
    Expr first = sum();
    List<Expr> operands = new ArrayList<>(List.of(first));
    List<String> operators = new ArrayList<>();
    while (true) {
      if (peek().kind() == Token.Kind.OPERATOR && COMPARISONS.contains(peek().text())) {
        operators.add(take().text());
      } else if (skipName("in")) {
        operators.add("in");
      } else if (atName("not") && tokens.get(next + 1).is(Token.Kind.NAME, "in")) {
        next += 2;
        operators.add("not in");
      } else {
        break;
      }
      operands.add(sum());
    }
    return operators.isEmpty()
        ? first
        : new Expr.Comparison(List.copyOf(operands), List.copyOf(operators), first.at());
  }

  private Expr sum() {
    Expr left = concatenation();
    while (at("+") || at("-")) {
      Token operator = take();
      left = new Expr.Binary(operator.text(), left, concatenation(), left.at());
    }
    return left;
  }

  private Expr concatenation() {
    Expr left = product();
    while (skip("~")) {
      left = new Expr.Binary("~", left, product(), left.at());
    }
    return left;
  }

  private Expr product() {
    Expr left = sign();
    while (at("*") || at("/") || at("//") || at("%")) {
      Token operator = take();
      left = new Expr.Binary(operator.text(), left, sign(), left.at());
    }
    return left;
  }

  private Expr sign() {
    int at = peek().at();
    if (skip("-")) {
      return filtered(new Expr.Negative(power(), at));
    }
    if (skip("+")) {
      return filtered(power());
    }
    return filtered(power());
  }

  private Expr power() {
    Expr base = postfix(primary());
    return skip("**") ? new Expr.Binary("**", base, sign(), base.at()) : base;
  }

  private Expr filtered(Expr of) {
    Expr value = of;
    while (true) {
      if (at("|")) {
        value = filter(value);
      } else if (atName("is")) {
        value = test(value);
      } else {
        return value;
      }
    }
  }

  private Expr filter(Expr of) {
    take();
    Token name = expect(Token.Kind.NAME, "the name of a filter");
    String path = dotted(name);
    Expr.Arguments arguments =
        skip("(") ? arguments() : new Expr.Arguments(List.of(), new LinkedHashMap<>());
    return postfix(new Expr.Filter(of, path, arguments, name.at()));
  }

  /** {@code ansible.utils.ipaddr}: the last name is the filter. */
  String dotted(Token first) {
    String last = first.text();
    while (skip(".")) {
      last = expect(Token.Kind.NAME, "a name").text();
    }
    return last;
  }

  private Expr test(Expr of) {
    int at = take().at();
    boolean negated = skipName("not");
    Token name =
        peek().kind() == Token.Kind.NAME
            ? take()
            : new Token(Token.Kind.NAME, take().text(), peek().at());
    List<Expr> arguments = new ArrayList<>();
    if (skip("(")) {
      arguments.addAll(arguments().positional());
    } else if (beginsArgument()) {
      arguments.add(postfix(primary()));
    }
    Expr test = new Expr.Test(of, name.text(), List.copyOf(arguments), name.at());
    return negated ? new Expr.Not(test, at) : test;
  }

  private boolean beginsArgument() {
    return switch (peek().kind()) {
      case NAME -> !NO_ARGUMENT.contains(peek().text());
      case STRING, NUMBER -> true;
      case OPERATOR -> at("[") || at("{");
      case TEXT, PRINT, PRINT_END, TAG, TAG_END, END -> false;
    };
  }

  private Expr postfix(Expr of) {
    Expr value = of;
    while (true) {
      int at = peek().at();
      if (skip(".")) {
        Token name = take();
        value =
            switch (name.kind()) {
              case NAME -> new Expr.Attribute(value, name.text(), at);
              case NUMBER -> new Expr.Item(value, number(name), at);
              case TEXT, PRINT, PRINT_END, TAG, TAG_END, STRING, OPERATOR, END ->
                  throw new Wrong(name.at(), "a name is missing before " + name.shown(), "");
            };
      } else if (skip("[")) {
        value = subscript(value, at);
      } else if (skip("(")) {
        value = new Expr.Call(value, arguments(), at);
      } else {
        return value;
      }
    }
  }

  private Expr subscript(Expr of, int at) {
    Optional<Expr> from = at(":") ? Optional.empty() : Optional.of(expression());
    if (skip(":")) {
      Optional<Expr> to = at("]") ? Optional.empty() : Optional.of(expression());
      expect("]");
      return new Expr.Slice(of, from, to, at);
    }
    expect("]");
    return new Expr.Item(of, from.orElseThrow(), at);
  }

  /** What stands behind an opening parenthesis. */
  Expr.Arguments arguments() {
    List<Expr> positional = new ArrayList<>();
    SequencedMap<String, Expr> named = new LinkedHashMap<>();
    while (!skip(")")) {
      if (peek().kind() == Token.Kind.NAME && tokens.get(next + 1).is(Token.Kind.OPERATOR, "=")) {
        String name = take().text();
        next++;
        named.put(name, expression());
      } else {
        positional.add(expression());
      }
      if (!at(")")) {
        expect(",");
      }
    }
    return new Expr.Arguments(List.copyOf(positional), named);
  }

  private Expr primary() {
    Token token = take();
    return switch (token.kind()) {
      case NAME -> name(token);
      case NUMBER -> number(token);
      case STRING -> string(token);
      case OPERATOR ->
          switch (token.text()) {
            case "(" -> parenthesized(token);
            case "[" -> new Expr.Sequence(items("]"), token.at());
            case "{" -> mapping(token);
            default ->
                throw new Wrong(token.at(), "a value is missing before " + token.shown(), "");
          };
      case TEXT, PRINT, PRINT_END, TAG, TAG_END, END ->
          throw new Wrong(token.at(), "a value is missing before " + token.shown(), "");
    };
  }

  private static Expr name(Token token) {
    return switch (token.text()) {
      case "true", "True" -> new Expr.Constant(true, token.at());
      case "false", "False" -> new Expr.Constant(false, token.at());
      case "none", "None" -> new Expr.Constant(Nothing.NONE, token.at());
      default -> new Expr.Name(token.text(), token.at());
    };
  }

  private static Expr number(Token token) {
    String text = token.text().replace("_", "");
    try {
      boolean fraction = text.contains(".") || text.matches("\\d+[eE]\\d+");
      Object value = fraction ? (Object) Double.valueOf(text) : (Object) Long.decode(decimal(text));
      return new Expr.Constant(value, token.at());
    } catch (NumberFormatException e) {
      throw new Wrong(token.at(), token.shown() + " is not a number", "");
    }
  }

  /** Zeros at the front mean nothing; {@code Long.decode} takes them for octal. */
  private static String decimal(String text) {
    return text.matches("0+\\d+") ? text.replaceFirst("^0+(?=\\d)", "") : text;
  }

  private Expr string(Token first) {
    var text = new StringBuilder(first.text());
    while (peek().kind() == Token.Kind.STRING) {
      text.append(take().text());
    }
    return new Expr.Constant(text.toString(), first.at());
  }

  private Expr parenthesized(Token open) {
    if (skip(")")) {
      return new Expr.Sequence(List.of(), open.at());
    }
    Expr value = tuple();
    expect(")");
    return value;
  }

  private List<Expr> items(String close) {
    List<Expr> items = new ArrayList<>();
    while (!skip(close)) {
      items.add(expression());
      if (!at(close)) {
        expect(",");
      }
    }
    return List.copyOf(items);
  }

  private Expr mapping(Token open) {
    List<Expr> keys = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    while (!skip("}")) {
      keys.add(expression());
      expect(":");
      values.add(expression());
      if (!at("}")) {
        expect(",");
      }
    }
    return new Expr.Mapping(List.copyOf(keys), List.copyOf(values), open.at());
  }
}
