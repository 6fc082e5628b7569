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
import netlab.expect.Expectation;
import netlab.expect.Reach;
import netlab.intent.DefaultFiles;
import netlab.intent.Labs;
import netlab.intent.Overrides;
import netlab.lab.Lab;
import netlab.view.Json;
import netlab.view.PublicModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code golden/MODULE/x.lab.yml} compiles to the model in {@code x.lab.json}, or has the
 * diagnostics in {@code x.errors}; warnings of a right lab are in {@code x.errors}, too. Where
 * there is {@code x.expect}, it lists what must be true of the running lab. {@code
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
    Optional<Lab> lab =
        new Compilation(Labs.LIBRARY, diagnostics)
            .compile(file, Overrides.NONE, DefaultFiles.NONE, Optional.of("clab"))
            .map(Compilation.Compiled::lab);
    Optional<String> now = lab.map(l -> Json.text(PublicModel.of(l)));
    String said =
        diagnostics.sorted().stream().map(d -> Labs.line(d) + "\n").collect(Collectors.joining());
    assertThat(now.isPresent())
        .as("a model exactly when there is no error:%n%s", said)
        .isEqualTo(!diagnostics.hasErrors());
    if (lab.isPresent() && now.isPresent()) {
      assertThat(now.get()).isEqualTo(Labs.golden(model, now.get()));
      expects(lab.get(), ROOT.resolve(name + ".expect"));
    } else {
      assertThat(model).as("the lab was right before:%n%s", said).doesNotExist();
    }
    if (Files.exists(errors) || !said.isEmpty()) {
      assertThat(said).isEqualTo(Labs.golden(errors, said)).isNotEmpty();
    }
  }

  private static void expects(Lab lab, Path file) throws IOException {
    if (Files.exists(file)) {
      String now =
          Stream.concat(
                  Modules.expectations(lab).stream().map(GoldenLabsTest::line),
                  Modules.reaches(lab).stream().map(GoldenLabsTest::line))
              .map(line -> line + "\n")
              .collect(Collectors.joining());
      assertThat(now).isEqualTo(Labs.golden(file, now)).isNotEmpty();
    }
  }

  private static String line(Reach r) {
    return r.protocol() + " brings " + r.family() + " routes from " + r.from() + " to " + r.to();
  }

  private static String line(Expectation e) {
    return e.node() + " " + e.reader() + " " + e.key() + " has " + e.expected() + ": " + e.label();
  }
}
