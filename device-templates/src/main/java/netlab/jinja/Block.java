package netlab.jinja;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.expr.Expr;
import netlab.expr.Function;

/** A statement of a template. {@code at} is its offset. */
sealed interface Block {
  int at();

  record Text(String text, int at) implements Block {}

  record Print(Expr value, int at) implements Block {}

  record If(List<Branch> branches, List<Block> otherwise, int at) implements Block {}

  record Branch(Expr condition, List<Block> body) {}

  record For(
      Expr.Target target,
      Expr over,
      Optional<Expr> condition,
      List<Block> body,
      List<Block> otherwise,
      int at)
      implements Block {}

  /** {@code set a = ...}, {@code set a, b = ...}. */
  record Assign(Expr.Target target, Expr value, int at) implements Block {}

  /** {@code set namespace.attribute = ...}. */
  record AssignAttribute(String namespace, String attribute, Expr value, int at) implements Block {}

  /** {@code set a} ... {@code endset}. */
  record Capture(String target, List<Block> body, int at) implements Block {}

  record Macro(
      String name, SequencedMap<String, Optional<Expr>> parameters, List<Block> body, int at)
      implements Block {}

  record With(SequencedMap<String, Expr> values, List<Block> body, int at) implements Block {}

  /** {@code filter indent(2)} ... {@code endfilter}. */
  record Filtered(Function filter, Expr.Arguments arguments, List<Block> body, int at)
      implements Block {}
}
