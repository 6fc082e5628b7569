package netlab.jinja;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import netlab.expr.Builtins;
import netlab.expr.Function;
import netlab.expr.Language;
import netlab.expr.Wrong;

/** What expressions of templates have that those of tests do not. */
final class TemplateLanguage implements Language.Template {
  private static final TemplateLanguage TEMPLATE = new TemplateLanguage();
  static final Language JINJA = new Language(functions(), Optional.of(TEMPLATE));

  private TemplateLanguage() {}

  static Function filterOf(String name) {
    return TEMPLATE.filter(name);
  }

  @Override
  public Function filter(String name) {
    return Function.of(
        name, args -> Filters.apply(name, args.positional().getFirst(), args.from(1)));
  }

  @Override
  public Function test(String name) {
    return Function.of(
        name, args -> Tests.apply(name, args.positional().getFirst(), args.from(1).positional()));
  }

  private static Map<String, Object> functions() {
    Map<String, Object> functions = new LinkedHashMap<>();
    functions.put("range", Function.of("range", Builtins::range));
    functions.put("namespace", Function.of("namespace", args -> new Namespace(args.named())));
    functions.put("dict", Function.of("dict", args -> Builtins.call("dict", args)));
    for (String name : new String[] {"lookup", "query", "q"}) {
      functions.put(name, Function.of(name, args -> outside(name)));
    }
    return functions;
  }

  private static Object outside(String name) {
    throw new Wrong(
        Wrong.NOWHERE,
        "`" + name + "` would reach outside of the lab",
        "write what it brings into the lab, as an attribute of a node");
  }
}
