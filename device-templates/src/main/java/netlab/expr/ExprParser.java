package netlab.expr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Reads expressions, the loosest operator first. */
public final class ExprParser extends TokenReader {
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");

  /** Operators between two values, the loosest first; those of one language only are apart. */
  private static final List<Set<String>> LEVELS =
      List.of(
          Set.of("|"),
          Set.of("^"),
          Set.of("&"),
          Set.of("<<", ">>"),
          Set.of("+", "-"),
          Set.of("~"),
          Set.of("*", "/", "//", "%"));

  private static final Set<String> TEMPLATE_ONLY = Set.of("~");
  private static final Set<String> PYTHON_ONLY = Set.of("|", "^", "&", "<<", ">>");

  /** Words that are no values. */
  private static final Set<String> RESERVED =
      Set.of("and", "or", "not", "if", "else", "in", "is", "for", "lambda");

  /** Words that cannot begin the argument of a test written without parentheses. */
  private static final Set<String> NO_ARGUMENT =
      Set.of("and", "or", "not", "if", "else", "is", "in", "recursive");

  private static final Expr.Arguments NO_ARGUMENTS =
      new Expr.Arguments(List.of(), new LinkedHashMap<>());

  private final Language language;

  /**
   * @param tokens the last one is {@link Token.Kind#END}
   */
  public ExprParser(List<Token> tokens, Language language) {
    super(tokens);
    this.language = language;
  }

  /** Reads a text that is one expression and nothing else. */
  static Expr whole(String text, Language language) {
    var parser = new ExprParser(Tokens.all(text), language);
    Expr expr = parser.tuple();
    parser.end();
    return expr;
  }

  private boolean template() {
    return language.template().isPresent();
  }

  /** A list without brackets is one as well. */
  public Expr tuple() {
    Expr first = expression();
    if (!at(",")) {
      return first;
    }
    List<Expr> items = new ArrayList<>(List.of(first));
    while (skip(",") && !at(")") && !at("=") && peek().kind() != Token.Kind.END) {
      items.add(expression());
    }
    return sequence(Expr.Shape.TUPLE, items, first.at());
  }

  private static Expr sequence(Expr.Shape shape, List<Expr> items, int at) {
    return new Expr.Sequence(shape, List.copyOf(items), at);
  }

  public Expr expression() {
    deeper();
    Expr value = atName("lambda") && !template() ? lambda() : choice();
    shallower();
    return value;
  }

  private Expr choice() {
    Expr value = or();
    while (skipName("if")) {
      Expr condition = or();
      if (!atName("else") && !template()) {
        throw unexpected("`else`");
      }
      Optional<Expr> otherwise = skipName("else") ? Optional.of(expression()) : Optional.empty();
      value = new Expr.Choice(condition, value, otherwise, value.at());
    }
    return value;
  }

  private Expr lambda() {
    int at = take().at();
    List<String> parameters = new ArrayList<>();
    while (!at(":")) {
      parameters.add(expect(Token.Kind.NAME, "the name of a parameter").text());
      if (!at(":")) {
        expect(",");
      }
    }
    expect(":");
    return new Expr.Lambda(List.copyOf(parameters), expression(), at);
  }

  /** An expression that an {@code if} behind it does not belong to: what a loop goes over. */
  public Expr withoutChoice() {
    Expr first = or();
    if (!at(",")) {
      return first;
    }
    List<Expr> items = new ArrayList<>(List.of(first));
    while (skip(",")) {
      items.add(or());
    }
    return sequence(Expr.Shape.TUPLE, items, first.at());
  }

  /** What gets a value: a name, several, or several in parentheses. */
  public Expr.Target target() {
    Expr.Target first = oneTarget();
    if (!at(",")) {
      return first;
    }
    List<Expr.Target> parts = new ArrayList<>(List.of(first));
    while (skip(",") && (peek().kind() == Token.Kind.NAME || at("(")) && !atName("in")) {
      parts.add(oneTarget());
    }
    return new Expr.Target("", List.copyOf(parts));
  }

  private Expr.Target oneTarget() {
    deeper();
    Expr.Target target;
    if (skip("(")) {
      target = target();
      expect(")");
    } else {
      target = new Expr.Target(expect(Token.Kind.NAME, "a name").text(), List.of());
    }
    shallower();
    return target;
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
    if (!skipName("not")) {
      return comparison();
    }
    deeper();
    Expr not = new Expr.Not(not(), at);
    shallower();
    return not;
  }

  private Expr comparison() {
    Expr first = binary(0);
    List<Expr> operands = new ArrayList<>(List.of(first));
    List<String> operators = new ArrayList<>();
    for (Optional<String> o = comparisonOperator(); o.isPresent(); o = comparisonOperator()) {
      operators.add(o.get());
      operands.add(binary(0));
    }
    return operators.isEmpty()
        ? first
        : new Expr.Comparison(List.copyOf(operands), List.copyOf(operators), first.at());
  }

  private Optional<String> comparisonOperator() {
    if (peek().kind() == Token.Kind.OPERATOR && COMPARISONS.contains(peek().text())) {
      return Optional.of(take().text());
    }
    if (skipName("in")) {
      return Optional.of("in");
    }
    if (atName("not") && follows(Token.Kind.NAME, "in")) {
      take();
      take();
      return Optional.of("not in");
    }
    if (!template() && skipName("is")) {
      return Optional.of(skipName("not") ? "is not" : "is");
    }
    return Optional.empty();
  }

  private Expr binary(int level) {
    if (level == LEVELS.size()) {
      return sign();
    }
    Expr left = binary(level + 1);
    while (peek().kind() == Token.Kind.OPERATOR
        && LEVELS.get(level).contains(peek().text())
        && !(template() ? PYTHON_ONLY : TEMPLATE_ONLY).contains(peek().text())) {
      String operator = take().text();
      left = new Expr.Binary(operator, left, binary(level + 1), left.at());
    }
    return left;
  }

  private Expr sign() {
    int at = peek().at();
    if (!at("-") && !at("+")) {
      return filtered(power());
    }
    boolean negative = take().text().equals("-");
    deeper();
    Expr of = at("-") || at("+") ? sign() : power();
    shallower();
    return filtered(negative ? new Expr.Negative(of, at) : of);
  }

  private Expr power() {
    Expr base = postfix(primary());
    if (!skip("**")) {
      return base;
    }
    deeper();
    Expr power = new Expr.Binary("**", base, sign(), base.at());
    shallower();
    return power;
  }

  private Expr filtered(Expr of) {
    Expr value = of;
    while (language.template().isPresent()) {
      if (at("|")) {
        value = filter(value, language.template().get());
      } else if (atName("is")) {
        value = test(value, language.template().get());
      } else {
        break;
      }
    }
    return value;
  }

  private Expr filter(Expr of, Language.Template template) {
    take();
    Token name = expect(Token.Kind.NAME, "the name of a filter");
    Function filter = template.filter(dotted(name));
    return postfix(applied(filter, of, skip("(") ? arguments() : NO_ARGUMENTS, name.at()));
  }

  private static Expr applied(Function function, Expr of, Expr.Arguments more, int at) {
    List<Expr> positional = new ArrayList<>(List.of(of));
    positional.addAll(more.positional());
    return new Expr.Call(
        new Expr.Constant(function, at),
        new Expr.Arguments(List.copyOf(positional), more.named()),
        at);
  }

  /** {@code ansible.utils.ipaddr}: the last name is the filter. */
  public String dotted(Token first) {
    String last = first.text();
    while (skip(".")) {
      last = expect(Token.Kind.NAME, "a name").text();
    }
    return last;
  }

  private Expr test(Expr of, Language.Template template) {
    int at = take().at();
    boolean negated = skipName("not");
    Token name = take();
    Expr.Arguments arguments = NO_ARGUMENTS;
    if (skip("(")) {
      arguments = arguments();
    } else if (beginsArgument()) {
      arguments = new Expr.Arguments(List.of(postfix(primary())), NO_ARGUMENTS.named());
    }
    Expr test = applied(template.test(name.text()), of, arguments, name.at());
    return negated ? new Expr.Not(test, at) : test;
  }

  private boolean beginsArgument() {
    return switch (peek().kind()) {
      case NAME -> !NO_ARGUMENT.contains(peek().text());
      case STRING, FORMAT, NUMBER -> true;
      case OPERATOR -> at("[") || at("{");
      case END -> false;
    };
  }

  private Expr postfix(Expr of) {
    Expr value = of;
    while (true) {
      int at = peek().at();
      if (skip(".")) {
        value = member(value, at);
      } else if (skip("[")) {
        value = subscript(value, at);
      } else if (skip("(")) {
        value = new Expr.Call(value, arguments(), at);
      } else {
        return value;
      }
    }
  }

  private Expr member(Expr of, int at) {
    if (template() && peek().kind() == Token.Kind.NUMBER) {
      return new Expr.Item(of, Literals.number(take()), at);
    }
    return new Expr.Attribute(of, expect(Token.Kind.NAME, "a name").text(), at);
  }

  private Expr subscript(Expr of, int at) {
    Optional<Expr> from = bound();
    if (!skip(":")) {
      Expr index = from.orElseThrow(() -> unexpected("an index"));
      expect("]");
      return new Expr.Item(of, index, at);
    }
    Optional<Expr> to = bound();
    Optional<Expr> step = skip(":") ? bound() : Optional.empty();
    expect("]");
    return new Expr.Slice(of, from, to, step, at);
  }

  private Optional<Expr> bound() {
    return at(":") || at("]") ? Optional.empty() : Optional.of(tuple());
  }

  /** What stands behind an opening parenthesis. */
  public Expr.Arguments arguments() {
    List<Expr> positional = new ArrayList<>();
    SequencedMap<String, Expr> named = new LinkedHashMap<>();
    while (!skip(")")) {
      if (peek().kind() == Token.Kind.NAME && follows(Token.Kind.OPERATOR, "=")) {
        Token name = take();
        take();
        if (named.put(name.text(), expression()) != null) {
          throw new Wrong(name.at(), "argument `" + name.text() + "` is there twice", "");
        }
      } else if (!named.isEmpty()) {
        throw new Wrong(
            peek().at(), "an argument without a name stands behind one with a name", "");
      } else {
        positional.add(comprehended(Expr.Shape.GENERATOR, expression(), peek().at()));
      }
      if (!at(")")) {
        expect(",");
      }
    }
    return new Expr.Arguments(List.copyOf(positional), named);
  }

  private Expr primary() {
    Token token = peek();
    if (token.kind() == Token.Kind.NAME && RESERVED.contains(token.text())) {
      throw unexpected("a value");
    }
    take();
    return switch (token.kind()) {
      case NAME -> name(token);
      case NUMBER -> Literals.number(token);
      case STRING, FORMAT -> Literals.text(token, this, language);
      case OPERATOR ->
          switch (token.text()) {
            case "(" -> parenthesized(token);
            case "[" -> items(token, "]", Expr.Shape.LIST);
            case "{" -> braces(token);
            default ->
                throw new Wrong(token.at(), "a value is missing before " + token.shown(), "");
          };
      case END -> throw unexpected("a value");
    };
  }

  private Expr name(Token token) {
    String name = token.text();
    if (template() && (name.equals("true") || name.equals("false") || name.equals("none"))) {
      name = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
    return switch (name) {
      case "True" -> new Expr.Constant(true, token.at());
      case "False" -> new Expr.Constant(false, token.at());
      case "None" -> new Expr.Constant(Nothing.NONE, token.at());
      default -> new Expr.Name(name, token.at());
    };
  }

  private Expr parenthesized(Token open) {
    if (skip(")")) {
      return sequence(Expr.Shape.TUPLE, List.of(), open.at());
    }
    Expr value = comprehended(Expr.Shape.GENERATOR, tuple(), open.at());
    expect(")");
    return value;
  }

  private Expr items(Token open, String close, Expr.Shape shape) {
    return skip(close)
        ? sequence(shape, List.of(), open.at())
        : items(expression(), open, close, shape);
  }

  private Expr items(Expr first, Token open, String close, Expr.Shape shape) {
    if (atName("for")) {
      Expr made = comprehended(shape, first, open.at());
      expect(close);
      return made;
    }
    List<Expr> items = new ArrayList<>(List.of(first));
    while (!at(close)) {
      expect(",");
      if (!at(close)) {
        items.add(expression());
      }
    }
    expect(close);
    return sequence(shape, items, open.at());
  }

  /** Behind a brace: a mapping, or a set when no colon follows its first item. */
  private Expr braces(Token open) {
    List<Expr> keys = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    while (!skip("}")) {
      Expr key = expression();
      if (keys.isEmpty() && !at(":")) {
        return items(key, open, "}", Expr.Shape.SET);
      }
      expect(":");
      keys.add(key);
      values.add(expression());
      if (keys.size() == 1 && atName("for")) {
        Expr pair = sequence(Expr.Shape.TUPLE, List.of(key, values.getFirst()), key.at());
        Expr made = comprehended(Expr.Shape.MAPPING, pair, open.at());
        expect("}");
        return made;
      }
      if (!at("}")) {
        expect(",");
      }
    }
    return new Expr.Mapping(List.copyOf(keys), List.copyOf(values), open.at());
  }

  /** What {@code for} behind an expression makes of it. */
  private Expr comprehended(Expr.Shape shape, Expr element, int at) {
    List<Expr.Clause> clauses = new ArrayList<>();
    while (skipName("for")) {
      Expr.Target target = target();
      if (!skipName("in")) {
        throw unexpected("`in`");
      }
      Expr over = or();
      List<Expr> conditions = new ArrayList<>();
      while (skipName("if")) {
        conditions.add(or());
      }
      clauses.add(new Expr.Clause(target, over, List.copyOf(conditions)));
    }
    return clauses.isEmpty()
        ? element
        : new Expr.Comprehension(shape, element, List.copyOf(clauses), at);
  }
}
