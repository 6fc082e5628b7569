package netlab.expr;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** An expression. {@code at} is its offset in the text. */
public sealed interface Expr {
  int at();

  record Constant(Object value, int at) implements Expr {}

  record Name(String name, int at) implements Expr {}

  /** A list, tuple or set. */
  record Sequence(Shape shape, List<Expr> items, int at) implements Expr {}

  record Mapping(List<Expr> keys, List<Expr> values, int at) implements Expr {}

  record Attribute(Expr of, String name, int at) implements Expr {}

  record Item(Expr of, Expr index, int at) implements Expr {}

  record Slice(Expr of, Optional<Expr> from, Optional<Expr> to, Optional<Expr> step, int at)
      implements Expr {}

  record Call(Expr callee, Arguments arguments, int at) implements Expr {}

  record Lambda(List<String> parameters, Expr body, int at) implements Expr {}

  /** {@code element for target in over if condition}; the element of a mapping is a pair. */
  record Comprehension(Shape shape, Expr element, List<Clause> clauses, int at) implements Expr {}

  record Not(Expr of, int at) implements Expr {}

  record Negative(Expr of, int at) implements Expr {}

  record And(Expr left, Expr right, int at) implements Expr {}

  record Or(Expr left, Expr right, int at) implements Expr {}

  record Binary(String operator, Expr left, Expr right, int at) implements Expr {}

  /** {@code a < b <= c}: operators stand between operands. */
  record Comparison(List<Expr> operands, List<String> operators, int at) implements Expr {}

  record Choice(Expr condition, Expr then, Optional<Expr> otherwise, int at) implements Expr {}

  /** What holds the items of an expression. */
  enum Shape {
    LIST,
    TUPLE,
    SET,
    MAPPING,
    GENERATOR
  }

  /** What stands in the parentheses of a call. */
  record Arguments(List<Expr> positional, SequencedMap<String, Expr> named) {}

  /** {@code for target in over if condition}. */
  record Clause(Target target, Expr over, List<Expr> conditions) {}

  /**
   * A name that gets a value, or several that a list is taken apart into.
   *
   * @param name empty when there are parts
   */
  record Target(String name, List<Target> parts) {}
}
