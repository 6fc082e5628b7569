package netlab.jinja;

import netlab.expr.Args;
import netlab.expr.Function;
import netlab.expr.Scope;

/** A macro with the names it sees. */
record MacroValue(Block.Macro macro, Scope home, Statements statements) implements Function {
  @Override
  public String name() {
    return macro.name();
  }

  @Override
  public Object call(Args args) {
    return statements.call(this, args);
  }
}
