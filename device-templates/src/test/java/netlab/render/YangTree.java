package netlab.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tree of data nodes that a folder of YANG modules describes (RFC 7950), as far as commands
 * need it that name these nodes one after the other: names, kinds, keys, modules. Values are left
 * to a validator.
 */
final class YangTree {
  private static final Pattern TOKEN =
      Pattern.compile(
          "//[^\n]*+|/\\*.*?\\*/|(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|'[^']*+')|([{};])|([^\\s{};\"']++)",
          Pattern.DOTALL);

  /** A statement of YANG: keyword, argument, statements below. */
  private record Statement(String word, String argument, List<Statement> below) {
    Optional<String> first(String wanted) {
      return below.stream().filter(s -> s.word.equals(wanted)).map(Statement::argument).findFirst();
    }
  }

  /** A module with the names that its prefixes stand for. */
  private record Module(String name, Map<String, String> imports, Statement text) {}

  /** An identity, and the local names of what it is derived from. */
  private record Identity(String module, List<String> bases) {}

  /**
   * A data node.
   *
   * @param module the module in whose namespace it is
   * @param kind container, list, leaf or leaf-list
   * @param keys names of the keys of a list
   * @param bases what the identities are derived from that are its values; empty for other values
   */
  record Node(
      String name,
      String module,
      String kind,
      List<String> keys,
      List<String> bases,
      SequencedMap<String, Node> children) {}

  private final Map<String, Module> modules = new HashMap<>();
  private final Map<String, List<Identity>> identities = new HashMap<>();
  private final Node root =
      new Node("", "", "container", List.of(), List.of(), new LinkedHashMap<>());

  /** A tree of no modules. */
  static YangTree empty() {
    return new YangTree();
  }

  /** Reads all modules below a folder, but for those of actions and deviations. */
  static YangTree of(Path folder) throws IOException {
    var tree = new YangTree();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files.filter(f -> f.toString().endsWith(".yang") && !tools(f)).sorted().toList()) {
        tree.read(file);
      }
    }
    tree.modules.values().forEach(tree::top);
    tree.augmentAll();
    return tree;
  }

  private static boolean tools(Path file) {
    String name = file.getFileName().toString();
    return name.contains("-tools")
        || name.contains("deviations")
        || file.toString().contains("/stp/");
  }

  Node root() {
    return root;
  }

  /** The module that defines the identity that a leaf has as its value. */
  Optional<String> moduleOfIdentity(String identity, Node leaf) {
    return identities.getOrDefault(identity, List.of()).stream()
        .filter(i -> i.bases().stream().anyMatch(leaf.bases()::contains))
        .map(Identity::module)
        .findFirst();
  }

  /** The namespace of a module. */
  String namespace(String module) {
    return Objects.requireNonNull(modules.get(module)).text().first("namespace").orElseThrow();
  }

  private void read(Path file) throws IOException {
    Statement text = parse(Files.readString(file));
    if (!text.word().equals("module")) {
      return;
    }
    Map<String, String> imports = new HashMap<>();
    text.first("prefix").ifPresent(p -> imports.put(p, text.argument()));
    for (Statement s : text.below()) {
      if (s.word().equals("import")) {
        imports.put(s.first("prefix").orElseThrow(), s.argument());
      } else if (s.word().equals("identity")) {
        List<String> bases =
            s.below().stream()
                .filter(b -> b.word().equals("base"))
                .map(b -> local(b.argument()))
                .toList();
        identities
            .computeIfAbsent(s.argument(), i -> new ArrayList<>())
            .add(new Identity(text.argument(), bases));
      }
    }
    modules.put(text.argument(), new Module(text.argument(), imports, text));
  }

  private static Statement parse(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher m = TOKEN.matcher(text);
    while (m.find()) {
      if (m.group(1) != null || m.group(2) != null || m.group(3) != null) {
        tokens.add(m.group());
      }
    }
    int[] at = {0};
    return statement(tokens, at);
  }

  private static Statement statement(List<String> tokens, int[] at) {
    String word = tokens.get(at[0]++);
    var argument = new StringBuilder();
    while (!tokens.get(at[0]).equals("{") && !tokens.get(at[0]).equals(";")) {
      String token = tokens.get(at[0]++);
      boolean quoted = token.startsWith("\"") || token.startsWith("'");
      if (!token.equals("+")) {
        argument.append(quoted ? token.substring(1, token.length() - 1) : token);
      }
    }
    List<Statement> below = new ArrayList<>();
    if (tokens.get(at[0]++).equals("{")) {
      while (!tokens.get(at[0]).equals("}")) {
        below.add(statement(tokens, at));
      }
      at[0]++;
    }
    return new Statement(word, argument.toString(), below);
  }

  private void top(Module module) {
    add(module.text().below(), module, module.name(), root, List.of(module.text()));
  }

  /** Adds data nodes; those of a grouping are in the namespace of the module that uses it. */
  private void add(
      List<Statement> statements,
      Module text,
      String namespace,
      Node parent,
      List<Statement> scope) {
    for (Statement s : statements) {
      switch (s.word()) {
        case "container", "list", "leaf", "leaf-list" -> node(s, text, namespace, parent, scope);
        case "choice", "case" -> add(s.below(), text, namespace, parent, inner(scope, s));
        case "uses" -> use(s, text, namespace, parent, scope);
        default -> {} // no data
      }
    }
  }

  private static List<Statement> inner(List<Statement> scope, Statement s) {
    List<Statement> longer = new ArrayList<>(scope);
    longer.addFirst(s);
    return longer;
  }

  private void node(
      Statement s, Module text, String namespace, Node parent, List<Statement> scope) {
    if (s.first("config").filter("false"::equals).isPresent()) {
      return;
    }
    List<String> keys = List.of(s.first("key").orElse("").strip().split("\\s+", -1));
    List<String> bases =
        s.below().stream()
            .filter(t -> t.word().equals("type"))
            .flatMap(t -> bases(t, text).stream())
            .toList();
    Node node = new Node(s.argument(), namespace, s.word(), keys, bases, new LinkedHashMap<>());
    parent.children().putIfAbsent(s.argument(), node);
    add(s.below(), text, namespace, parent.children().get(s.argument()), inner(scope, s));
  }

  /** The bases of the identities that a type stands for, through unions and names of types. */
  private List<String> bases(Statement type, Module text) {
    Module module = home(type.argument(), text).orElse(text);
    List<Statement> inner =
        switch (type.argument()) {
          case "identityref" -> type.below().stream().filter(b -> b.word().equals("base")).toList();
          case "union" -> type.below();
          default ->
              module.text().below().stream()
                  .filter(t -> t.word().equals("typedef"))
                  .filter(t -> t.argument().equals(local(type.argument())))
                  .flatMap(t -> t.below().stream())
                  .filter(t -> t.word().equals("type"))
                  .toList();
        };
    return inner.stream()
        .flatMap(t ->
            t.word().equals("base") ? Stream.of(local(t.argument())) : bases(t, module).stream())
        .toList();
  }

  /** The module in which a name is; empty when that is not in the folder. */
  private Optional<Module> home(String name, Module text) {
    int colon = name.indexOf(':');
    return colon < 0
        ? Optional.of(text)
        : Optional.ofNullable(text.imports().get(name.substring(0, colon)))
            .map(m -> modules.get(m));
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private void use(Statement s, Module text, String namespace, Node parent, List<Statement> scope) {
    Module module = home(s.argument(), text).orElse(text);
    List<Statement> places = module.name().equals(text.name()) ? scope : List.of(module.text());
    places.stream()
        .flatMap(p -> p.below().stream())
        .filter(g -> g.word().equals("grouping") && g.argument().equals(local(s.argument())))
        .findFirst()
        .ifPresent(g -> add(g.below(), module, namespace, parent, inner(places, g)));
  }

  /** Augments may augment what others add: as often as something is added. */
  private void augmentAll() {
    List<Map.Entry<Module, Statement>> open = new ArrayList<>();
    for (Module module : modules.values()) {
      module.text().below().stream()
          .filter(s -> s.word().equals("augment"))
          .forEach(s -> open.add(Map.entry(module, s)));
    }
    boolean progress = true;
    while (progress) {
      progress = open.removeIf(e -> augment(e.getKey(), e.getValue()));
    }
  }

  private boolean augment(Module module, Statement s) {
    Node target = root;
    for (String step : s.argument().substring(1).split("/", -1)) {
      target = target.children().get(local(step.strip()));
      if (target == null) {
        return false;
      }
    }
    add(s.below(), module, module.name(), target, List.of(s, module.text()));
    return true;
  }
}
