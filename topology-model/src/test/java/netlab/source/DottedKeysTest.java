package netlab.source;

import static netlab.source.Texts.compose;
import static netlab.source.Texts.map;
import static netlab.source.Texts.show;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DottedKeysTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a.b.c: 1}                     | {a: {b: {c: 1}}}",
        "{a.b: 1, a: {c: 2}}            | {a: {b: 1, c: 2}}",
        "{a: {c: 2}, a.b: 1}            | {a: {c: 2, b: 1}}",
        "{a.b: {c: 1}, a: {b: {d: 2}}}  | {a: {b: {c: 1, d: 2}}}",
        "{a.b: {c: 1}, a.b.d: 2}        | {a: {b: {c: 1, d: 2}}}",
        "{a: , a.b: 1}                  | {a: {b: 1}}",
        "{a.b: 1, a: }                  | {a: {b: 1}}",
        "{a.b: , a.b.c: 1}              | {a: {b: {c: 1}}}",
        "[{a.b: 1}, {x: {c.d: 2}}]      | [{a: {b: 1}}, {x: {c: {d: 2}}}]",
        "{a/b.c: 1}                     | {a/b.c: 1}",
        "{.a: 1, b.: 2, c..d: 3, .: 4}  | {.a: 1, b.: 2, c..d: 3, .: 4}",
        "{10.0.0.1: 1}                  | {10: {0: {0: {1: 1}}}}",
      })
  void dotsNest(String text, String tree) {
    assertThat(compose(text)).isEqualTo(tree);
  }

  @Test
  void aPartWrittenTwiceIsADuplicate() {
    assertThat(compose("bgp.as: 1\nbgp:\n  rr: true\n  as: 2\n"))
        .isEqualTo(
            "lab.yml:4:3: error[NL0103]: duplicate key `bgp.as`"
                + " (lab.yml:1:5 it is here for the first time)");
    assertThat(compose("bgp:\n  as: 2\nbgp.as: 1\n"))
        .isEqualTo(
            "lab.yml:3:5: error[NL0103]: duplicate key `bgp.as`"
                + " (lab.yml:2:3 it is here for the first time)");
  }

  @Test
  void aMappingAndASingleValueConflict() {
    assertThat(compose("bgp: 5\nbgp.as: 1\n"))
        .isEqualTo(
            "lab.yml:2:1: error[NL0104]: `bgp` is a mapping in one place and a single value in"
                + " another (lab.yml:1:1 the other place)");
    assertThat(compose("a.b.c: 1\na.b: 5\n"))
        .isEqualTo(
            "lab.yml:2:3: error[NL0104]: `a.b` is a mapping in one place and a single value in"
                + " another (lab.yml:1:3 the other place)");
  }

  @Test
  void quotedKeysWithEscapesShareTheWholePlace() {
    Yaml.Map map = map("\"a.\\x62\": 1\n");
    assertThat(show(map)).isEqualTo("{a: {b: 1}}");
    assertThat(Texts.spans(map)).contains("a:@1:1-1:9", "b:@1:1-1:9");
  }

  @Test
  void fileNamesCanBeJoinedAgain() {
    assertThat(show(map("{a.txt: x, b/c.d: y, e: {f.g: z}, h: {}}").joined()))
        .isEqualTo("{a.txt: x, b/c.d: y, e.f.g: z, h: {}}");
  }

  @Test
  void keysMadeToCollideTakeNoLongerThanOthers() {
    List<String> keys = List.of("Aa", "BB");
    while (keys.size() < 20_000) {
      keys = keys.stream().flatMap(k -> Stream.of(k + "Aa", k + "BB")).toList();
    }
    Yaml.Map map = map(String.join(": 1\n", keys) + ": 1\n");
    assertThat(keys.stream().filter(key -> map.get(key).isPresent())).hasSize(keys.size());
  }

  @Test
  void manyDottedKeysOfOneParentTakeLinearTime() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      text.append(i % 2 == 0 ? "a.k" : "'a.k").append(i);
      text.append(i % 2 == 0 ? ": 1\n" : "': 1\n");
    }
    assertThat(((Yaml.Map) map(text.toString()).get("a").orElseThrow()).entries()).hasSize(100_000);
  }
}
