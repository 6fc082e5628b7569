package netlab.jinja;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** An expression. {@code at} is its offset in the template. */
sealed interface Expr {
  int at();

  record Constant(Object value, int at) implements Expr {}

  record Name(String name, int at) implements Expr {}

  record Sequence(List<Expr> items, int at) implements Expr {}

  record Mapping(List<Expr> keys, List<Expr> values, int at) implements Expr {}

  record Attribute(Expr of, String name, int at) implements Expr {}

  record Item(Expr of, Expr index, int at) implements Expr {}

  record Slice(Expr of, Optional<Expr> from, Optional<Expr> to, int at) implements Expr {}

  record Call(Expr callee, Arguments arguments, int at) implements Expr {}

  record Filter(Expr of, String name, Arguments arguments, int at) implements Expr {}

  record Test(Expr of, String name, List<Expr> arguments, int at) implements Expr {}

  record Not(Expr of, int at) implements Expr {}

  record Negative(Expr of, int at) implements Expr {}

  record And(Expr left, Expr right, int at) implements Expr {}

  record Or(Expr left, Expr right, int at) implements Expr {}

  record Binary(String operator, Expr left, Expr right, int at) implements Expr {}

  /** {@code a < b <= c}: operators stand between operands. */
  record Comparison(List<Expr> operands, List<String> operators, int at) implements Expr {}

  record Choice(Expr condition, Expr then, Optional<Expr> otherwise, int at) implements Expr {}

  /** What stands in the parentheses of a call. */
  record Arguments(List<Expr> positional, SequencedMap<String, Expr> named) {}
}
