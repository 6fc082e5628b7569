package netlab.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlSourceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{a: 1, b: '1', c: \"1\", d: no, e: 'no', f: 0x1f, g: 010, h: 12:30, i: 65000.1}",
        "{a: , b: ~, c: null, d: '', e: [], f: {}}",
        "{a.b.c: 1, x/y.z: 2, .k: 3, 65000: {members: [r1]}}",
        "{a: 'x: y', b: '# no comment', c: '- item', d: '*', e: '&x', f: '%', g: '{', h: '@'}",
        "a: |\n  line one\n    indented\n\n  last\nb: |-\n  no newline\nc: |+\n  two\n\n",
        "a: >\n  one\n  line\nb: \"tab\\t quote \\\" é \\u0001\"",
        "a: &x {b: 1}\nc: *x",
      })
  void readsAsTheSameTree(String text) {
    assertReadsTheSame(text);
  }

  @Test
  void longTextsStayInOneLine() {
    String text = "a: " + "word ".repeat(200) + "end";
    assertThat(YamlSource.of(Texts.map(text)).lines()).hasSize(1);
    assertReadsTheSame(text);
  }

  @Test
  void allGoldenLabsReadTheSame() throws IOException {
    int seen = 0;
    try (Stream<Path> all = Files.walk(Path.of("src/test/resources/golden"))) {
      List<Path> labs = all.filter(f -> f.toString().endsWith(".lab.yml")).toList();
      for (Path lab : labs) {
        Diagnostics diagnostics = new Diagnostics();
        var source = new SourceFile(lab.toString(), Files.readString(lab));
        Optional<Yaml> tree = Composer.compose(source, diagnostics);
        if (tree.isPresent() && !diagnostics.hasErrors()) {
          assertReadsTheSame(source.text());
          seen++;
        }
      }
    }
    assertThat(seen).isGreaterThan(100);
  }

  private static void assertReadsTheSame(String text) {
    Yaml.Map tree = Texts.map(text);
    String written = YamlSource.of(tree);
    assertThat(meaning(Texts.map(written))).as(written).isEqualTo(meaning(tree));
  }

  /** Nothing may be spelled in several ways; which quotes a text has does not matter. */
  private static String meaning(Yaml yaml) {
    return Texts.show(yaml).replaceAll("(?<=[ ,\\[{:])(~|null)?(?=[,}\\]])", "null");
  }
}
