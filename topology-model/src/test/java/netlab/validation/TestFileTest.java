package netlab.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Diagnostic;
import netlab.diag.Diagnostics;
import netlab.schema.Library;
import netlab.schema.Value;
import netlab.view.PublicModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests in files of their own are checked like those of lab files. */
class TestFileTest {
  private static final Surroundings LAB =
      new Surroundings(
          Set.of("frr", "none"),
          () -> Set.of("frr", "none", "eos"),
          () -> Set.of("r1-r2", "r2-r1"),
          Value.Fields.NONE);

  @TempDir private Path folder;
  private final Diagnostics diagnostics = new Diagnostics();

  @Test
  void testsStandInTheFileItselfOrBelowTheirKey() throws IOException {
    String test = "t: { nodes: [r1], show: { frr: x, eos: y }, valid: z, wait: 3 }";
    String expected =
        "[{nodes=[r1], show={frr=x, eos=y}, valid=z, wait=3, name=t, devices=[eos, frr]}]";
    assertThat(read(test).map(TestFileTest::plain)).hasValue(expected);
    assertThat(read("validate:\n  " + test).map(TestFileTest::plain)).hasValue(expected);
    assertThat(diagnostics.sorted()).isEmpty();
  }

  @Test
  void mistakesAreToldAtTheirPlace() throws IOException {
    assertThat(
            read(
                """
                a: { nodes: [r3], plugin: ping('r2') }
                b: { nodes: [r1], fail.link: r2-r3, plugin: ping('r2') }
                c: { nodes: [r1], exec: { cisco: x } }
                d: { wiat: 3 }
                """))
        .isEmpty();
    assertThat(
            diagnostics.sorted().stream().map(Diagnostic::line).map(l -> l.replaceFirst(".*/", "")))
        .contains(
            "tests.yml:1:14: error[NL0207]: attribute `validate.a.nodes` of the file: there is no"
                + " node `r3`",
            "tests.yml:2:30: error[NL0207]: there is no link `r2-r3`",
            "tests.yml:3:27: error[NL0520]: there is no device `cisco`",
            "tests.yml:4:6: error[NL0201]: unknown attribute `validate.d.wiat` of the file");
  }

  @Test
  void aFileWithoutTestsIsAMistake() throws IOException {
    assertThat(read("validate: {}")).isEmpty();
    assertThat(diagnostics.sorted()).singleElement().asString().contains("no tests in this file");
  }

  private static String plain(List<Value> tests) {
    return tests.stream().flatMap(test -> PublicModel.of(test).stream()).toList().toString();
  }

  private Optional<List<Value>> read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("tests.yml"), text);
    Library library = Library.of(TestFileTest.class.getClassLoader());
    return TestFile.read(file, library, Set.of("r1", "r2"), LAB, diagnostics);
  }
}
