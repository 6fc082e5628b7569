package netlab.schema;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import netlab.source.Yaml;

/**
 * Packs the data files of a Maven module and lists the protocols. Run by the build: {@code java
 * netlab.schema.Pack FOLDER}.
 */
public final class Pack {
  private static final List<String> ROOTS = List.of("netlab", "devices");

  private Pack() {}

  /** Writes {@code x.bin} next to each {@code x.yml}. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Library library = new Library(path -> open(folder.resolve(path)));
    for (String root : ROOTS) {
      if (Files.isDirectory(folder.resolve(root))) {
        pack(folder, folder.resolve(root), library);
      }
    }
    Path modules = folder.resolve("netlab/protocol");
    if (Files.isDirectory(modules)) {
      Files.write(modules.resolve("index.txt"), modules(modules));
    }
  }

  /** The modules with a data file, so that nobody must list them. */
  private static List<String> modules(Path folder) throws IOException {
    try (Stream<Path> packages = Files.list(folder)) {
      return packages
          .map(p -> String.valueOf(p.getFileName()))
          .filter(m -> Files.exists(folder.resolve(m).resolve(m + ".yml")))
          .sorted()
          .toList();
    }
  }

  private static Optional<InputStream> open(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pack(Path folder, Path root, Library library) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files = all.filter(f -> f.toString().endsWith(".yml")).sorted().toList();
    }
    for (Path file : files) {
      Path packed = file.resolveSibling(Library.packed(String.valueOf(file.getFileName())));
      Files.deleteIfExists(packed); // else the library would read what it packs
      String path = folder.relativize(file).toString().replace('\\', '/');
      Yaml.Map tree = library.find(path).orElseThrow();
      try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(packed))) {
        PackedTree.write(tree, out);
      }
    }
  }
}
