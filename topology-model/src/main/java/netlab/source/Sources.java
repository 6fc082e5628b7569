package netlab.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.diag.Span;

/** The way from files, texts and command line settings to trees. */
public final class Sources {
  /** The name that spans of command line settings carry. */
  public static final String COMMAND_LINE = "command line";

  private final Diagnostics diagnostics;
  private final Path home;

  /** Reports every problem to these diagnostics; {@code ~/} is the folder of the user. */
  public Sources(Diagnostics diagnostics) {
    this(diagnostics, Path.of(System.getProperty("user.home", "/")));
  }

  Sources(Diagnostics diagnostics, Path home) {
    this.diagnostics = diagnostics;
    this.home = home;
  }

  /**
   * Reads a lab file and what it includes. Diagnostics show the file as the caller names it.
   *
   * @return empty, and reported, when there is no mapping in the file
   */
  public Optional<Yaml.Map> load(Path file) {
    return read(file, true);
  }

  /** As {@link #load}, but a file without any value is a mapping without entries. */
  public Optional<Yaml.Map> loadDefaults(Path file) {
    return read(file, false);
  }

  private Optional<Yaml.Map> read(Path file, boolean valueNeeded) {
    Optional<SourceFile> source =
        new TextReader(diagnostics).read(file, file.toString(), Optional.empty());
    if (source.isEmpty()) {
      return Optional.empty();
    }
    int errors = diagnostics.errorCount();
    Optional<Yaml> root = Composer.compose(source.get(), diagnostics);
    if (root.isEmpty() && diagnostics.errorCount() > errors) {
      return Optional.empty();
    }
    Span whole = new Span(source.get(), 1, 1, 1, 1);
    Yaml value = root.orElseGet(() -> new Yaml.Scalar("", Yaml.Style.PLAIN, whole));
    boolean nothing = value instanceof Yaml.Scalar scalar && scalar.isNull();
    if (nothing && !valueNeeded) {
      return Optional.of(Yaml.Map.empty(value.span()));
    }
    if (nothing) {
      diagnostics.error(
          Code.MISSING_VALUE,
          value.span(),
          "the file is empty",
          "a lab has at least nodes: `nodes: [r1, r2]` and `links: [r1-r2]`");
      return Optional.empty();
    }
    return mapping(value).map(map -> new Includes(diagnostics, file, home).resolve(map));
  }

  /** The mapping a text holds; empty, and reported, when it holds something else. */
  public Optional<Yaml.Map> parse(SourceFile file) {
    int errors = diagnostics.errorCount();
    Optional<Yaml> root = Composer.compose(file, diagnostics);
    if (root.isEmpty() && diagnostics.errorCount() == errors) {
      return Optional.of(Yaml.Map.empty(new Span(file, 1, 1, 1, 1)));
    }
    return root.flatMap(this::mapping);
  }

  private Optional<Yaml.Map> mapping(Yaml root) {
    if (root instanceof Yaml.Map map) {
      return Optional.of(map);
    }
    diagnostics.error(
        Code.WRONG_TYPE,
        root.span(),
        "the file must be a mapping, but it is " + root.kind(),
        "begin with a key such as `nodes:`");
    return Optional.empty();
  }

  /**
   * A setting such as {@code bgp.as=65000} of the command line as a tree. The value may be YAML in
   * brackets, braces or quotes; anything else is taken as it stands.
   *
   * @return empty, and reported, when there is no key or the value is broken
   */
  public Optional<Yaml.Map> override(String setting) {
    SourceFile file = new SourceFile(COMMAND_LINE, setting);
    int equals = setting.indexOf('=');
    if (equals < 1) {
      diagnostics.error(
          Code.INVALID_KEY,
          new Span(file, 1, 1, 1, setting.length() + 1),
          "`" + setting + "` is not a setting",
          "write `name=value`, such as `bgp.as=65000`");
      return Optional.empty();
    }
    Positions positions = new Positions(file);
    Key key = new Key(setting.substring(0, equals), positions.span(0, equals));
    return settingValue(setting, equals + 1, file, positions)
        .map(value -> Yaml.Map.nested(DottedKeys.parts(key), value));
  }

  private Optional<Yaml> settingValue(
      String setting, int from, SourceFile file, Positions positions) {
    boolean yaml = from < setting.length() && "[{\"'".indexOf(setting.charAt(from)) >= 0;
    if (!yaml) {
      Span span = positions.span(from, setting.length());
      return Optional.of(new Yaml.Scalar(setting.substring(from), Yaml.Style.PLAIN, span));
    }
    return Composer.composeFrom(from, file, diagnostics);
  }

  /**
   * An environment variable such as {@code NETLAB_BGP_AS} as a tree of defaults: one underscore
   * separates keys, two are an underscore of the key.
   *
   * @return empty, and reported, when the value is broken
   */
  public Optional<Yaml.Map> environment(String variable, String value) {
    SourceFile file = new SourceFile("environment", variable + "=" + value);
    String name = variable.substring(variable.indexOf('_') + 1).toLowerCase(Locale.ROOT);
    Span span = new Positions(file).span(0, variable.length());
    List<Key> path =
        Stream.of(name.split("(?<!_)_(?!_)"))
            .map(part -> new Key(part.replace("__", "_"), span))
            .toList();
    Optional<Yaml> tree = Composer.composeFrom(variable.length() + 1, file, diagnostics);
    return tree.map(v -> Yaml.Map.nested(path, v));
  }
}
