package netlab.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netlab.diag.Diagnostic;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.diag.Span;
import netlab.schema.Library;
import netlab.source.Sources;
import netlab.source.Yaml;

/** Lab files of tests. Devices are those of the module next door, read from its folder. */
public final class Labs {
  /** The data files of the program. */
  public static final Library LIBRARY = new Library(Labs::open);

  private static final Path DEVICES = Path.of("../device-templates/src/main/resources");

  private Labs() {}

  private static Optional<InputStream> open(String path) {
    try {
      if (path.equals("devices/index.txt")) {
        try (Stream<Path> folders = Files.list(DEVICES.resolve("devices"))) {
          String names =
              folders
                  .map(f -> f.getFileName().toString())
                  .sorted()
                  .collect(Collectors.joining("\n"));
          return Optional.of(new ByteArrayInputStream(names.getBytes(StandardCharsets.UTF_8)));
        }
      }
      Path file = DEVICES.resolve(path);
      return Files.exists(file)
          ? Optional.of(Files.newInputStream(file))
          : Optional.ofNullable(Labs.class.getClassLoader().getResourceAsStream(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a text as {@code lab.yml}. */
  public static Optional<Intent> read(String text, Diagnostics diagnostics) {
    return read(text, Settings.of("input"), diagnostics);
  }

  static Optional<Intent> read(String text, Settings settings, Diagnostics diagnostics) {
    Optional<Yaml.Map> root = new Sources(diagnostics).parse(new SourceFile("lab.yml", text));
    return root.flatMap(
        r -> new IntentReader(LIBRARY, name -> Optional.empty(), diagnostics).read(r, settings));
  }

  /** Reads a text that has no mistakes. */
  static Intent good(String text) {
    Diagnostics diagnostics = new Diagnostics();
    return read(text, diagnostics)
        .orElseThrow(() -> new AssertionError(diagnostics.sorted().toString()));
  }

  /** The names of the labs in a folder: {@code x} for {@code x.lab.yml}. */
  public static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".lab.yml"))
          .map(name -> name.substring(0, name.length() - ".lab.yml".length()))
          .sorted()
          .toList();
    }
  }

  /** A diagnostic as golden files have it: place, length, code, message, help, notes. */
  public static String line(Diagnostic d) {
    int length = d.at().line() == d.at().endLine() ? d.at().endColumn() - d.at().column() : 0;
    return inLab(d.at())
        + (length > 0 ? "+" + length : "")
        + " "
        + d.line().substring(d.at().location().length() + 2)
        + d.hint().map(h -> " | help: " + h).orElse("")
        + d.notes().stream()
            .map(n -> " | note " + inLab(n.at()) + ": " + n.text())
            .collect(Collectors.joining());
  }

  /** A place without the name of the lab file. */
  private static String inLab(Span at) {
    String name = at.file().name();
    return name.endsWith("lab.yml") ? at.location().substring(name.length() + 1) : at.location();
  }

  /** What a golden file holds, after an update if that is wanted. */
  public static String golden(Path file, String now) throws IOException {
    if (System.getProperty("update-goldens") != null) {
      assertThat(System.getenv("CI")).as("goldens are not updated in CI").isNotEqualTo("true");
      Files.writeString(file, now);
    }
    return Files.readString(file);
  }
}
