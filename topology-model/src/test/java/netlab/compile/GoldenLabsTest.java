package netlab.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netlab.diag.Diagnostics;
import netlab.intent.DefaultFiles;
import netlab.intent.Labs;
import netlab.intent.Overrides;
import netlab.view.Json;
import netlab.view.PublicModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code golden/MODULE/x.lab.yml} compiles to the model in {@code x.lab.json}, or has the
 * diagnostics in {@code x.errors}; warnings of a right lab are in {@code x.errors}, too. {@code
 * -Dupdate-goldens} writes them anew.
 */
final class GoldenLabsTest {
  private static final Path ROOT = Path.of("src/test/resources/golden");

  static List<String> labs() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      List<String> all = new ArrayList<>();
      for (Path folder : folders.sorted().toList()) {
        Labs.names(folder).forEach(name -> all.add(ROOT.relativize(folder) + "/" + name));
      }
      return all;
    }
  }

  @ParameterizedTest
  @MethodSource("labs")
  void compilesAsWritten(String name) throws IOException {
    Path file = ROOT.resolve(name + ".lab.yml");
    Path model = ROOT.resolve(name + ".lab.json");
    Path errors = ROOT.resolve(name + ".errors");
    var diagnostics = new Diagnostics();
    Optional<String> now =
        new Compilation(Labs.LIBRARY, diagnostics)
            .compile(file, Overrides.NONE, DefaultFiles.NONE, Optional.of("clab"))
            .map(compiled -> Json.text(PublicModel.of(compiled.lab())));
    String said =
        diagnostics.sorted().stream().map(d -> Labs.line(d) + "\n").collect(Collectors.joining());
    assertThat(now.isPresent())
        .as("a model exactly when there is no error:%n%s", said)
        .isEqualTo(!diagnostics.hasErrors());
    if (now.isPresent()) {
      assertThat(now.get()).isEqualTo(Labs.golden(model, now.get()));
    } else {
      assertThat(model).as("the lab was right before:%n%s", said).doesNotExist();
    }
    if (Files.exists(errors) || !said.isEmpty()) {
      assertThat(said).isEqualTo(Labs.golden(errors, said)).isNotEmpty();
    }
  }
}
