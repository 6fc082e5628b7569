package netlab.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files that a test expects, in a folder.
 *
 * @param sources names of files there that are not what is expected but what it comes from
 */
record GoldenFolder(Path folder, Set<String> sources) {

  GoldenFolder(Path folder) {
    this(folder, Set.of());
  }

  /** Holds that the folder has these files and no others; {@code -Dupdate-goldens} writes them. */
  void holds(Map<String, String> files) throws IOException {
    if (System.getProperty("update-goldens") != null) {
      assertThat(System.getenv("CI")).as("goldens are not written on CI").isNull();
      write(files);
    }
    assertThat(read()).isEqualTo(files).isNotEmpty();
  }

  private void write(Map<String, String> files) throws IOException {
    Files.createDirectories(folder);
    for (String old : read().keySet()) {
      Files.delete(folder.resolve(old));
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private Map<String, String> read() throws IOException {
    Map<String, String> files = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> paths = Files.list(folder)) {
        for (Path path : paths.toList()) {
          String name = path.getFileName().toString();
          if (!sources.contains(name)) {
            files.put(name, Files.readString(path));
          }
        }
      }
    }
    return files;
  }
}
