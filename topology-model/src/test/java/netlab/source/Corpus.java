package netlab.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Lab files of the conformance collection beside the project ({@code ../shared}, seen from the
 * project's folder). Tests that need it are skipped with a message where it is absent.
 */
public final class Corpus {
  private static final Path SHARED = root().resolveSibling("shared");

  private Corpus() {}

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("topology-model")) && folder.getParent() != null) {
      folder = folder.getParent();
    }
    return folder;
  }

  /** All lab files below the named folders, sorted; skips the test when they are absent. */
  public static List<Path> files(String... folders) {
    Assumptions.assumeTrue(
        Files.isDirectory(SHARED), "skipped: no collection of lab files at ../shared");
    return Stream.of(folders).flatMap(folder -> below(SHARED.resolve(folder))).sorted().toList();
  }

  private static Stream<Path> below(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".yml")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file of the collection. */
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
