package netlab.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.expr.Expr;
import netlab.expr.ExprParser;
import netlab.expr.Token;
import netlab.expr.Wrong;

/** Reads the statements of a template. */
final class TemplateParser {
  private static final Set<String> ELSEWHERE = Set.of("include", "import", "from", "extends");
  private static final int DEEPEST = 100;

  private final List<Piece> pieces;
  private int next;
  private ExprParser in;
  private int depth;

  TemplateParser(List<Piece> pieces) {
    this.pieces = pieces;
    this.in = inside(pieces.getFirst());
  }

  private static ExprParser inside(Piece piece) {
    return new ExprParser(piece.tokens(), TemplateLanguage.JINJA);
  }

  private Piece peek() {
    return pieces.get(next);
  }

  private Piece take() {
    in = inside(peek());
    return pieces.get(next++);
  }

  private boolean atTag(String word) {
    return peek().kind() == Piece.Kind.TAG && peek().word().equals(word);
  }

  List<Block> template() {
    List<Block> all = body();
    if (peek().kind() != Piece.Kind.END) {
      throw new Wrong(peek().at(), "`" + peek().word() + "` closes nothing", "");
    }
    return all;
  }

  /** Statements up to a tag that ends or divides the statement around them. */
  private List<Block> body() {
    List<Block> all = new ArrayList<>();
    while (true) {
      Piece piece = peek();
      switch (piece.kind()) {
        case TEXT -> all.add(new Block.Text(take().text(), piece.at()));
        case PRINT -> {
          take();
          all.add(new Block.Print(in.tuple(), piece.at()));
          in.end();
        }
        case TAG -> {
          String word = piece.word();
          if (word.startsWith("end") || word.equals("else") || word.equals("elif")) {
            return List.copyOf(all);
          }
          all.add(statement());
        }
        case END -> {
          return List.copyOf(all);
        }
      }
    }
  }

  private Block statement() {
    if (++depth > DEEPEST) {
      throw new Wrong(peek().at(), "statements are nested too deeply", "");
    }
    int at = take().at();
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

  /** The closing tag of a statement. */
  private void close(String end, int opened) {
    if (!atTag(end)) {
      throw new Wrong(opened, "this has no end", "close it with `{% " + end + " %}`");
    }
    take();
    in.skipName(end);
    if (in.peek().kind() == Token.Kind.NAME) {
      in.expect(Token.Kind.NAME, "a name"); // {% endmacro name %}
    }
    in.end();
  }

  private Block condition(int at) {
    List<Block.Branch> branches = new ArrayList<>();
    do {
      Expr condition = in.tuple();
      in.end();
      branches.add(new Block.Branch(condition, body()));
    } while (skipTag("elif"));
    List<Block> otherwise = otherwise();
    close("endif", at);
    return new Block.If(List.copyOf(branches), otherwise, at);
  }

  private boolean skipTag(String word) {
    boolean there = atTag(word);
    if (there) {
      take();
      in.skipName(word);
    }
    return there;
  }

  private List<Block> otherwise() {
    if (!skipTag("else")) {
      return List.of();
    }
    in.end();
    return body();
  }

  private Block loop(int at) {
    Expr.Target target = in.target();
    if (!in.skipName("in")) {
      throw in.unexpected("`in`");
    }
    Expr over = in.withoutChoice();
    Optional<Expr> condition = in.skipName("if") ? Optional.of(in.expression()) : Optional.empty();
    if (in.atName("recursive")) {
      throw new Wrong(in.peek().at(), "recursive loops are not supported", "use a macro");
    }
    in.end();
    List<Block> body = body();
    List<Block> otherwise = otherwise();
    close("endfor", at);
    return new Block.For(target, over, condition, body, otherwise, at);
  }

  private Block assignment(int at) {
    Expr.Target target = in.target();
    if (target.parts().isEmpty() && in.skip(".")) {
      String attribute = in.expect(Token.Kind.NAME, "a name").text();
      in.expect("=");
      Expr value = in.tuple();
      in.end();
      return new Block.AssignAttribute(target.name(), attribute, value, at);
    }
    if (in.skip("=")) {
      Expr value = in.tuple();
      in.end();
      return new Block.Assign(target, value, at);
    }
    if (in.at("|") || !target.parts().isEmpty()) {
      throw in.unexpected("`=`");
    }
    in.end();
    List<Block> body = body();
    close("endset", at);
    return new Block.Capture(target.name(), body, at);
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
    in.end();
    List<Block> body = body();
    close("endmacro", at);
    return new Block.Macro(name, parameters, body, at);
  }

  private Block with(int at) {
    SequencedMap<String, Expr> values = new LinkedHashMap<>();
    while (in.peek().kind() == Token.Kind.NAME) {
      String name = in.expect(Token.Kind.NAME, "a name").text();
      in.expect("=");
      values.put(name, in.expression());
      in.skip(",");
    }
    in.end();
    List<Block> body = body();
    close("endwith", at);
    return new Block.With(values, body, at);
  }

  private Block filtered(int at) {
    String name = in.dotted(in.expect(Token.Kind.NAME, "the name of a filter"));
    Expr.Arguments arguments =
        in.skip("(") ? in.arguments() : new Expr.Arguments(List.of(), new LinkedHashMap<>());
    in.end();
    List<Block> body = body();
    close("endfilter", at);
    return new Block.Filtered(TemplateLanguage.filterOf(name), arguments, body, at);
  }
}
