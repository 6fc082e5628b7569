package netlab.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import netlab.diag.Diagnostics;
import netlab.source.Sources;
import netlab.source.Yaml;

/**
 * The lab files in folders.
 *
 * @param all in the order of their names
 * @param others YAML files in the folders that are no labs, such as defaults that labs share
 */
public record Scenarios(List<Scenario> all, List<Path> others) {
  /** A lab has at least one of these; {@code fabric} is how a plugin is told to make nodes. */
  private static final List<String> MAKE_NODES = List.of("nodes", "links", "fabric");

  public Scenarios {
    all = List.copyOf(all);
    others = List.copyOf(others);
  }

  /**
   * Searches folders to the bottom, except hidden ones; a file that is named is a scenario whatever
   * is in it. A file that cannot be read is one as well: running it shows what is wrong.
   *
   * @param places files and folders that exist
   */
  public static Scenarios in(List<Path> places) throws IOException {
    Set<Path> files = new LinkedHashSet<>();
    List<Path> others = new ArrayList<>();
    List<Path> tops = new ArrayList<>();
    for (Path named : places) {
      Path place = named.toRealPath();
      if (Files.isDirectory(place)) {
        tops.add(place);
        for (Path file : below(place)) {
          if (isLab(file)) {
            files.add(file);
          } else {
            others.add(file);
          }
        }
      } else {
        tops.add(place.resolveSibling(""));
        files.add(place);
      }
    }
    Path top = tops.stream().reduce(Scenarios::common).orElse(Path.of("/"));
    return new Scenarios(
        files.stream().map(file -> new Scenario(name(top, file), file)).toList(), others);
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> isYaml(file.getFileName().toString()))
          .filter(file -> !hidden(folder.relativize(file)))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private static boolean isYaml(String name) {
    return name.endsWith(".yml") || name.endsWith(".yaml");
  }

  private static boolean hidden(Path path) {
    for (Path name : path) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLab(Path file) {
    Diagnostics diag = new Diagnostics();
    Optional<Yaml.Map> root = new Sources(diag).load(file);
    return root.map(map -> MAKE_NODES.stream().anyMatch(key -> map.get(key).isPresent()))
        .orElseGet(() -> isLike(file));
  }

  /** A text that is broken YAML is taken for a lab when it has the line of one. */
  private static boolean isLike(Path file) {
    try {
      return Files.readString(file).lines().anyMatch(line -> line.matches("(nodes|links)\\b.*"));
    } catch (IOException notText) {
      return false;
    }
  }

  private static Path common(Path a, Path b) {
    Path up = a;
    while (!b.startsWith(up)) {
      up = Optional.ofNullable(up.getParent()).orElse(Path.of("/"));
    }
    return up;
  }

  private static String name(Path top, Path file) {
    return top.relativize(file).toString().replaceFirst("\\.ya?ml$", "");
  }
}
