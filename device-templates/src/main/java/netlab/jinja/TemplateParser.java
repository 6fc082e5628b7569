package netlab.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Reads the statements of a template. */
final class TemplateParser {
  private static final Set<String> ELSEWHERE = Set.of("include", "import", "from", "extends");
  private static final int DEEPEST = 100;

  private final ExprParser in;
  private int depth;

  TemplateParser(List<Token> tokens) {
    this.in = new ExprParser(tokens);
  }

  List<Block> template() {
    List<Block> all = body();
    if (in.peek().kind() != Token.Kind.END) {
      throw new Wrong(in.peek().at(), "`" + in.word() + "` closes nothing", "");
    }
    return all;
  }

  /** Statements up to a tag that ends or divides the statement around them. */
  private List<Block> body() {
    List<Block> all = new ArrayList<>();
    while (true) {
      Token token = in.peek();
      switch (token.kind()) {
        case TEXT -> all.add(new Block.Text(in.take().text(), token.at()));
        case PRINT -> {
          in.take();
          all.add(new Block.Print(in.tuple(), token.at()));
          in.expect(Token.Kind.PRINT_END, "`}}`");
        }
        case TAG -> {
          String word = in.word();
          if (word.startsWith("end") || word.equals("else") || word.equals("elif")) {
            return List.copyOf(all);
          }
          all.add(statement());
        }
        case END -> {
          return List.copyOf(all);
        }
        case PRINT_END, TAG_END, NAME, NUMBER, STRING, OPERATOR ->
            throw in.unexpected("a statement");
      }
    }
  }

  private Block statement() {
    if (++depth > DEEPEST) {
      throw new Wrong(in.peek().at(), "statements are nested too deeply", "");
    }
    int at = in.take().at();
    Token word = in.expect(Token.Kind.NAME, "the name of a statement");
    Block statement =
        switch (word.text()) {
          case "if" -> condition(at);
          case "for" -> loop(at);
          case "set" -> assignment(at);
          case "macro" -> macro(at);
          case "with" -> with(at);
          case "filter" -> filtered(at);
          default -> throw unknown(word);
        };
    depth--;
    return statement;
  }

  private static Wrong unknown(Token word) {
    return ELSEWHERE.contains(word.text())
        ? new Wrong(
            word.at(),
            "`" + word.text() + "` of other templates is not supported",
            "put what it brings into this template")
        : new Wrong(
            word.at(),
            "there is no statement `" + word.text() + "`",
            "statements: if, for, set, macro, with, filter, raw");
  }

  private void endTag() {
    in.expect(Token.Kind.TAG_END, "`%}`");
  }

  /** The closing tag of a statement. */
  private void close(String end, int opened) {
    if (in.peek().kind() != Token.Kind.TAG || !in.word().equals(end)) {
      throw new Wrong(opened, "this has no end", "close it with `{% " + end + " %}`");
    }
    in.take();
    in.take();
    if (in.peek().kind() == Token.Kind.NAME) {
      in.take(); // {% endmacro name %}
    }
    endTag();
  }

  private Block condition(int at) {
    List<Block.Branch> branches = new ArrayList<>();
    List<Block> otherwise = List.of();
    Expr first = in.tuple();
    endTag();
    branches.add(new Block.Branch(first, body()));
    while (in.peek().kind() == Token.Kind.TAG && in.word().equals("elif")) {
      in.take();
      in.take();
      Expr next = in.tuple();
      endTag();
      branches.add(new Block.Branch(next, body()));
    }
    if (skipElse()) {
      otherwise = body();
    }
    close("endif", at);
    return new Block.If(List.copyOf(branches), otherwise, at);
  }

  private boolean skipElse() {
    if (in.peek().kind() != Token.Kind.TAG || !in.word().equals("else")) {
      return false;
    }
    in.take();
    in.take();
    endTag();
    return true;
  }

  private Block loop(int at) {
    List<String> targets = targets();
    if (!in.skipName("in")) {
      throw in.unexpected("`in`");
    }
    Expr over = in.withoutChoice();
    Optional<Expr> condition = in.skipName("if") ? Optional.of(in.expression()) : Optional.empty();
    if (in.atName("recursive")) {
      throw new Wrong(in.peek().at(), "recursive loops are not supported", "use a macro");
    }
    endTag();
    List<Block> body = body();
    List<Block> otherwise = skipElse() ? body() : List.of();
    close("endfor", at);
    return new Block.For(targets, over, condition, body, otherwise, at);
  }

  /** One name, or several that a list is taken apart into. */
  private List<String> targets() {
    boolean bracket = in.skip("(");
    List<String> names = new ArrayList<>();
    do {
      names.add(in.expect(Token.Kind.NAME, "a name").text());
    } while (in.skip(","));
    if (bracket) {
      in.expect(")");
    }
    return List.copyOf(names);
  }

  private Block assignment(int at) {
    List<String> names = targets();
    if (names.size() == 1 && in.skip(".")) {
      String attribute = in.expect(Token.Kind.NAME, "a name").text();
      in.expect("=");
      Expr value = in.tuple();
      endTag();
      return new Block.AssignAttribute(names.getFirst(), attribute, value, at);
    }
    if (in.skip("=")) {
      Expr value = in.tuple();
      endTag();
      return new Block.Assign(names, value, at);
    }
    if (in.at("|") || names.size() > 1) {
      throw in.unexpected("`=`");
    }
    endTag();
    List<Block> body = body();
    close("endset", at);
    return new Block.Capture(names.getFirst(), body, at);
  }

  private Block macro(int at) {
    String name = in.expect(Token.Kind.NAME, "the name of the macro").text();
    in.expect("(");
    SequencedMap<String, Optional<Expr>> parameters = new LinkedHashMap<>();
    while (!in.skip(")")) {
      String parameter = in.expect(Token.Kind.NAME, "the name of a parameter").text();
      parameters.put(parameter, in.skip("=") ? Optional.of(in.expression()) : Optional.empty());
      if (!in.at(")")) {
        in.expect(",");
      }
    }
    endTag();
    List<Block> body = body();
    close("endmacro", at);
    return new Block.Macro(name, parameters, body, at);
  }

  private Block with(int at) {
    SequencedMap<String, Expr> values = new LinkedHashMap<>();
    while (in.peek().kind() == Token.Kind.NAME) {
      String name = in.take().text();
      in.expect("=");
      values.put(name, in.expression());
      in.skip(",");
    }
    endTag();
    List<Block> body = body();
    close("endwith", at);
    return new Block.With(values, body, at);
  }

  private Block filtered(int at) {
    String name = in.dotted(in.expect(Token.Kind.NAME, "the name of a filter"));
    Expr.Arguments arguments =
        in.skip("(") ? in.arguments() : new Expr.Arguments(List.of(), new LinkedHashMap<>());
    endTag();
    List<Block> body = body();
    close("endfilter", at);
    return new Block.Filtered(name, arguments, body, at);
  }
}
