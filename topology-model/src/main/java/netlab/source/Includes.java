package netlab.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.SourceFile;

/**
 * Puts included files into the mappings that name them under {@code _include}. A lab file may come
 * from anybody, so only files below the folder of the lab, or below the home folder when the name
 * begins with {@code ~/}, can be included.
 */
final class Includes {
  private static final String INCLUDE = "_include";
  private static final String TOP = "_top";

  /**
   * A file that is being resolved.
   *
   * @param name the path to show
   * @param root nothing outside of this folder may be included from here
   * @param chain the real paths of the files on the way here
   */
  private record Place(Path path, Path name, Path root, List<Path> chain) {}

  /** One match of an include: the file, the name to show, the folder that must hold it. */
  private record Match(Path path, Path name, Path root) {
    Match child(String segment) {
      return new Match(path.resolve(segment).normalize(), name.resolve(segment).normalize(), root);
    }
  }

  private final Diagnostics diagnostics;
  private final Path home;
  private final Place start;
  private int files;

  Includes(Diagnostics diagnostics, Path file, Path home) {
    this.diagnostics = diagnostics;
    this.home = home;
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = Optional.ofNullable(absolute.getParent()).orElse(absolute);
    this.start = new Place(absolute, file, folder, List.of(real(absolute)));
  }

  /** The mapping with all includes in place. Includes that fail are reported and left out. */
  Yaml.Map resolve(Yaml.Map root) {
    root.key("includes")
        .ifPresent(key ->
            diagnostics.error(
                Code.UNKNOWN_ATTRIBUTE,
                key.span(),
                "unknown attribute `includes` in the lab",
                "write `_include: [names]`"));
    return mapping(root, start);
  }

  private Yaml value(Yaml value, Place place) {
    return switch (value) {
      case Yaml.Scalar scalar -> scalar;
      case Yaml.Seq seq ->
          new Yaml.Seq(seq.items().stream().map(item -> value(item, place)).toList(), seq.span());
      case Yaml.Map map -> mapping(map, place);
    };
  }

  private Yaml.Map mapping(Yaml.Map map, Place place) {
    SequencedMap<Key, Yaml> entries = new LinkedHashMap<>();
    map.entries()
        .forEach((key, value) -> {
          if (!key.text().equals(INCLUDE)) {
            entries.put(key, value(value, place));
          }
        });
    Yaml.Map result = new Yaml.Map(entries, map.span());
    Optional<Yaml> include = map.get(INCLUDE);
    if (include.isEmpty()) {
      return result;
    }
    for (Yaml.Scalar name : names(include.get())) {
      for (Match match : matches(name, place)) {
        result = include(match, name, place, result);
      }
    }
    return result;
  }

  private List<Yaml.Scalar> names(Yaml value) {
    List<Yaml> items = value instanceof Yaml.Seq seq ? seq.items() : List.of(value);
    List<Yaml.Scalar> names = new ArrayList<>();
    for (Yaml item : items) {
      if (item instanceof Yaml.Scalar scalar && !scalar.text().isBlank()) {
        names.add(scalar);
      } else {
        diagnostics.error(
            Code.WRONG_TYPE,
            item.span(),
            "`_include` needs file names, but this is " + item.kind(),
            "write `_include: [name.yml]`");
      }
    }
    return names;
  }

  private Yaml.Map include(Match match, Yaml.Scalar by, Place place, Yaml.Map into) {
    Path real = real(match.path);
    if (!real.startsWith(real(match.root))) {
      refuse(by, "`" + match.name + "` is a link to a place outside of the lab's folder");
      return into;
    }
    if (place.chain.contains(real)) {
      refuse(by, "`" + match.name + "` includes itself");
      return into;
    }
    if (place.chain.size() >= Limits.INCLUDE_DEPTH || ++files > Limits.INCLUDES) {
      diagnostics.error(
          Code.TOO_COMPLEX,
          by.span(),
          "too many files include each other",
          "a lab may have " + Limits.INCLUDES + " includes, " + Limits.INCLUDE_DEPTH + " deep");
      return into;
    }
    Optional<SourceFile> source =
        new TextReader(diagnostics).read(match.path, match.name.toString(), Optional.of(by.span()));
    List<Path> chain = new ArrayList<>(place.chain);
    chain.add(real);
    Place here = new Place(match.path, match.name, match.root, chain);
    return source
        .flatMap(file -> Composer.compose(file, diagnostics))
        .map(root -> insert(value(root, here), stem(match.path), by, into))
        .orElse(into);
  }

  private void refuse(Yaml.Scalar by, String message) {
    diagnostics.error(
        Code.INCLUDE_REFUSED,
        by.span(),
        message,
        "a lab includes files of its own folder, of folders below it, and of `~/`");
  }

  /** The content becomes a child named like the file; its {@code _top} joins the mapping itself. */
  private Yaml.Map insert(Yaml content, String stem, Yaml.Scalar by, Yaml.Map into) {
    Yaml.Map result = into;
    Yaml child = content;
    if (content instanceof Yaml.Map map && map.get(TOP).isPresent()) {
      child = map.without(TOP);
      if (map.get(TOP).get() instanceof Yaml.Map top) {
        result = result.completedBy(top);
      }
    }
    List<Key> path = DottedKeys.parts(new Key(stem, by.span()));
    Optional<Yaml> obstacle = obstacle(result, path, child instanceof Yaml.Map);
    if (obstacle.isPresent()) {
      diagnostics.report(
          Severity.ERROR,
          Code.KEY_CONFLICT,
          by.span(),
          "the file becomes the key `" + stem + "`, which has a value already",
          Optional.of("rename the file, or remove the other value"),
          List.of(new Note("the other value", obstacle.get().span())));
      return result;
    }
    return result.completedBy(Yaml.Map.nested(path, child));
  }

  /** The value that stands where a child must go and cannot be joined with it. */
  private static Optional<Yaml> obstacle(Yaml.Map into, List<Key> path, boolean childIsMapping) {
    Yaml.Map map = into;
    for (Key key : path) {
      Optional<Yaml> present = map.get(key.text()).filter(v -> !isNull(v));
      if (present.isEmpty()) {
        return Optional.empty();
      }
      if (!(present.get() instanceof Yaml.Map next)) {
        return present;
      }
      map = next;
    }
    return childIsMapping ? Optional.empty() : Optional.of(map);
  }

  private static boolean isNull(Yaml value) {
    return value instanceof Yaml.Scalar scalar && scalar.isNull();
  }

  /** The files a name or a pattern stands for, sorted; none, and reported, when it is wrong. */
  private List<Match> matches(Yaml.Scalar by, Place place) {
    boolean fromHome = by.text().startsWith("~/");
    String pattern = fromHome ? by.text().substring(2) : by.text();
    Path base = fromHome ? home : place.path.resolveSibling("");
    Path name = fromHome ? Path.of("~") : place.name.resolveSibling("");
    Path root = fromHome ? home : place.root;
    List<Match> found = List.of(new Match(base.normalize(), name, root));
    for (String segment : pattern.split("/", -1)) {
      found = found.stream().flatMap(match -> descend(match, segment)).toList();
      boolean outside = found.stream().anyMatch(match -> !match.path.startsWith(match.root));
      if (outside || pattern.startsWith("/")) {
        refuse(by, "`" + by.text() + "` is outside of the lab's folder");
        return List.of();
      }
    }
    List<Match> files =
        found.stream()
            .filter(match -> Files.isRegularFile(match.path))
            .sorted(Comparator.comparing(match -> match.path.toString()))
            .toList();
    if (files.isEmpty()) {
      diagnostics.error(
          Code.INCLUDE_NOT_FOUND,
          by.span(),
          "no file matches `" + by.text() + "`",
          "names are relative to the folder of `" + place.name + "`");
    }
    return files;
  }

  private static Stream<Match> descend(Match match, String segment) {
    if (segment.isEmpty() || segment.equals(".")) {
      return Stream.of(match);
    }
    if (!Glob.isPattern(segment)) {
      try {
        return Stream.of(match.child(segment));
      } catch (InvalidPathException e) {
        return Stream.of();
      }
    }
    Glob glob = Glob.of(segment);
    boolean hidden = segment.startsWith(".");
    return names(match.path)
        .filter(name -> glob.matches(name) && name.startsWith(".") == hidden)
        .map(match::child);
  }

  private static Stream<String> names(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.map(child -> String.valueOf(child.getFileName())).toList().stream();
    } catch (IOException | UncheckedIOException notReadable) {
      return Stream.of();
    }
  }

  /** The file's name without its last suffix. */
  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException notThere) {
      return path.toAbsolutePath().normalize();
    }
  }
}
