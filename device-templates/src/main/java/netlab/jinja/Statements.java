package netlab.jinja;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.expr.Args;
import netlab.expr.Evaluator;
import netlab.expr.Expr;
import netlab.expr.Scope;
import netlab.expr.Undefined;
import netlab.expr.Values;
import netlab.expr.Wrong;

/** Runs statements. */
final class Statements {
  private static final int DEEPEST_CALL = 50;

  private final Evaluator evaluator = new Evaluator(TemplateLanguage.JINJA);
  private Scope scope;
  private int calls;

  Statements(Scope scope) {
    this.scope = scope;
  }

  void run(List<Block> blocks, Writer out) throws IOException {
    for (Block block : blocks) {
      run(block, out);
    }
  }

  private void run(Block block, Writer out) throws IOException {
    evaluator.step(block.at());
    switch (block) {
      case Block.Text t -> out.write(t.text());
      case Block.Print p -> out.write(text(p.value()));
      case Block.If choice -> run(chosen(choice), out);
      case Block.For loop -> loop(loop, out);
      case Block.Assign a -> assign(a.target(), evaluator.value(a.value(), scope), a.at());
      case Block.AssignAttribute a -> attribute(a);
      case Block.Capture c -> scope.set(c.target(), inside(c.body(), scope.inner()));
      case Block.Macro m -> scope.set(m.name(), new MacroValue(m, scope, this));
      case Block.With w -> {
        Scope inner = scope.inner();
        w.values().forEach((name, value) -> inner.set(name, evaluator.value(value, scope)));
        in(inner, w.body(), out);
      }
      case Block.Filtered f -> out.write(filtered(f));
    }
  }

  private String filtered(Block.Filtered f) throws IOException {
    Args args = evaluator.args(f.arguments(), scope).behind(inside(f.body(), scope.inner()));
    try {
      return Values.text(f.filter().call(args));
    } catch (Wrong e) {
      throw e.placed(f.at());
    }
  }

  private String text(Expr value) {
    try {
      return Values.text(evaluator.value(value, scope));
    } catch (Wrong e) {
      throw e.placed(value.at());
    }
  }

  private List<Block> chosen(Block.If choice) {
    for (Block.Branch branch : choice.branches()) {
      if (evaluator.test(branch.condition(), scope)) {
        return branch.body();
      }
    }
    return choice.otherwise();
  }

  private void in(Scope inner, List<Block> body, Writer out) throws IOException {
    Scope before = scope;
    scope = inner;
    try {
      run(body, out);
    } finally {
      scope = before;
    }
  }

  /** What a body writes. */
  private String inside(List<Block> body, Scope inner) throws IOException {
    var text = new StringWriter();
    in(inner, body, text);
    return text.toString();
  }

  private void loop(Block.For loop, Writer out) throws IOException {
    List<Object> items = new ArrayList<>();
    Scope before = scope;
    for (Object item : evaluator.items(loop.over(), scope)) {
      scope = before.inner();
      assign(loop.target(), item, loop.over().at());
      if (loop.condition().map(c -> evaluator.test(c, scope)).orElse(true)) {
        items.add(item);
      }
      scope = before;
    }
    for (int i = 0; i < items.size(); i++) {
      evaluator.step(loop.at());
      scope = before.inner();
      scope.set("loop", state(items, i));
      assign(loop.target(), items.get(i), loop.over().at());
      run(loop.body(), out);
      scope = before;
    }
    if (items.isEmpty()) {
      in(scope.inner(), loop.otherwise(), out);
    }
  }

  private static Map<String, Object> state(List<Object> items, int i) {
    Map<String, Object> state = new LinkedHashMap<>();
    long length = items.size();
    state.put("index", i + 1L);
    state.put("index0", (long) i);
    state.put("revindex", length - i);
    state.put("revindex0", length - i - 1);
    state.put("first", i == 0);
    state.put("last", i == length - 1);
    state.put("length", length);
    if (i > 0) {
      state.put("previtem", items.get(i - 1));
    }
    if (i < length - 1) {
      state.put("nextitem", items.get(i + 1));
    }
    return state;
  }

  private void assign(Expr.Target target, Object value, int at) {
    try {
      scope.set(target, value);
    } catch (Wrong e) {
      throw e.placed(at);
    }
  }

  private void attribute(Block.AssignAttribute a) {
    Optional<Object> found = scope.find(a.namespace());
    if (found.isPresent() && found.get() instanceof Namespace namespace) {
      namespace.put(a.attribute(), evaluator.value(a.value(), scope));
    } else {
      throw new Wrong(
          a.at(),
          "`" + a.namespace() + "` cannot be changed",
          "make it with `{% set " + a.namespace() + " = namespace() %}`");
    }
  }

  /** What a macro writes. */
  String call(MacroValue called, Args args) {
    if (++calls > DEEPEST_CALL) {
      throw new Wrong("macro `" + called.macro().name() + "` calls itself for ever");
    }
    Scope inner = called.home().inner();
    List<String> names = List.copyOf(called.macro().parameters().sequencedKeySet());
    if (args.size() > names.size() || !names.containsAll(args.named().keySet())) {
      throw new Wrong(
          "macro `" + called.macro().name() + "` takes (" + String.join(", ", names) + ")");
    }
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Optional<Expr> usual = called.macro().parameters().getOrDefault(name, Optional.empty());
      Object value =
          args.get(i, name)
              .or(() -> usual.map(u -> evaluator.value(u, scope)))
              .orElseGet(() -> new Undefined(name));
      inner.set(name, value);
    }
    try {
      String text = inside(called.macro().body(), inner);
      calls--;
      return text;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e); // a StringWriter throws none
    }
  }
}
