package netlab.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.source.Sources;
import netlab.source.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The release of the language is 26.10 in these tests. */
final class LanguageVersionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5",
        "26.10",
        "26",
        ">=1.8,<27",
        "==26.*",
        "!=25.*",
        "~=26.1",
        "~=26.10.0",
        "===26.10",
        ">26.10rc1",
        ">=26.10.dev3"
      })
  void theseReleasesAreSpoken(String version) {
    assertThat(refusal(version)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"27.1", "26.10.1", "~=25.4", "!=26.*", "==25.*", "<26.10rc1", "26.10.post1"})
  void theseAreNot(String version) {
    assertThat(refusal(version)).contains("this program speaks 26.10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo", "=26.10", ">=26.*", "~=26", ">=1.0 <3"})
  void theseAreNoVersions(String version) {
    assertThat(refusal(version)).contains("must be a number or a list");
  }

  @Test
  void theNewestFileForTheReleaseCounts(@TempDir Path folder) throws IOException {
    for (String name : new String[] {"lab", "lab.1.8", "lab.26.9", "lab.26.10", "lab.27.1"}) {
      Files.createFile(folder.resolve(name + ".yml"));
    }
    Path lab = folder.resolve("lab.yml");
    assertThat(LanguageVersion.file(lab)).hasFileName("lab.26.10.yml");
    Files.delete(folder.resolve("lab.26.10.yml"));
    assertThat(LanguageVersion.file(lab)).hasFileName("lab.26.9.yml");
    Path other = folder.resolve("other.yml");
    assertThat(LanguageVersion.file(other)).isEqualTo(other);
  }

  private static String refusal(String version) {
    Diagnostics diagnostics = new Diagnostics();
    Yaml.Map lab =
        new Sources(diagnostics)
            .parse(new SourceFile("lab.yml", "version: \"" + version + "\"\n"))
            .orElseThrow();
    LanguageVersion.check(lab, lab, diagnostics);
    return diagnostics.sorted().isEmpty() ? "" : diagnostics.sorted().getFirst().message();
  }
}
