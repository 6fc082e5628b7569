package netlab.source;

import static netlab.source.Texts.compose;
import static netlab.source.Texts.map;
import static netlab.source.Texts.spans;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import netlab.diag.Diagnostics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ComposerTest {

  @Test
  void scalarsKeepTextAndStyle() {
    assertThat(compose("a: 010\nb: '010'\nc: yes\nd: 2026-11-22\ne: ~\nf:\ng: \"x\\ty\"\n"))
        .isEqualTo("{a: 010, b: '010', c: yes, d: 2026-11-22, e: ~, f: , g: 'x\ty'}");
  }

  @Test
  void tagsAreIgnored() {
    assertThat(compose("a: !!str 1\nb: !x {c: 2}\n")).isEqualTo("{a: 1, b: {c: 2}}");
  }

  @Test
  void everyPartOfADottedKeyHasItsOwnPlace() {
    assertThat(spans(map("  bgp.as: 65000\n  'ospf.area.id': 0\n")))
        .containsExactly(
            "{}@1:3-2:20",
            "bgp:@1:3-1:6",
            "{}@1:3-1:16",
            "as:@1:7-1:9",
            "65000@1:11-1:16",
            "ospf:@2:4-2:8",
            "{}@2:4-2:20",
            "area:@2:9-2:13",
            "{}@2:9-2:20",
            "id:@2:14-2:16",
            "0@2:19-2:20");
  }

  @Test
  void blockCollectionsEndWithTheirLastValue() {
    assertThat(spans(map("a:\n  - x\n  - y: |\n      text\n\n# comment\nb: {c: 1}\n")))
        .containsExactly(
            "{}@1:1-7:10",
            "a:@1:1-1:2",
            "[]@2:3-4:11",
            "x@2:5-2:6",
            "{}@3:5-4:11",
            "y:@3:5-3:6",
            "text\n@3:8-4:11",
            "b:@7:1-7:2",
            "{}@7:4-7:10",
            "c:@7:5-7:6",
            "1@7:8-7:9");
  }

  @Test
  void columnsCountUtf16UnitsAndLinesCountEveryLineBreak() {
    assertThat(
            spans(
                map("'\ud83d\ude00\ud83d\ude00': é\r\nb: \"\ud83d\ude00\" # \ud83d\ude00\rc: 1\n")))
        .containsExactly(
            "{}@1:1-3:5",
            "\ud83d\ude00\ud83d\ude00:@1:1-1:7",
            "é@1:9-1:10",
            "b:@2:1-2:2",
            "\ud83d\ude00@2:4-2:8",
            "c:@3:1-3:2",
            "1@3:4-3:5");
  }

  @Test
  void anchorsAndTagsAreNoPartOfAValue() {
    assertThat(spans(map("a: &x   1\nb: !t &y\n  c: 2\nd: &z\n")))
        .containsExactly(
            "{}@1:1-4:6",
            "a:@1:1-1:2",
            "1@1:9-1:10",
            "b:@2:1-2:2",
            "{}@3:3-3:7",
            "c:@3:3-3:4",
            "2@3:6-3:7",
            "d:@4:1-4:2",
            "@4:6-4:6");
  }

  @Test
  void anAliasHasItsOwnPlace() {
    assertThat(spans(map("a: &x {b: 1}\nc: *x\n")))
        .endsWith("c:@2:1-2:2", "{}@2:4-2:6", "b:@1:8-1:9", "1@1:11-1:12");
  }

  @Test
  void mergeKeysInsertWhatIsNotThere() {
    assertThat(compose("x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\nz: {<<: [*x, *y], a: 5}\n"))
        .isEqualTo("{x: {a: 1, b: 2}, y: {b: 3, c: 4}, z: {b: 2, c: 4, a: 5}}");
  }

  @Test
  void mergedDottedKeysAreWeakerThanExplicitOnes() {
    assertThat(
            compose(
                "x: &x {bgp: {as: 1}, ospf.area: 0}\ny: {<<: *x, bgp.as: 2, ospf: {cost: 3}}\n"))
        .isEqualTo(
            "{x: {bgp: {as: 1}, ospf: {area: 0}}, y: {bgp: {as: 2}, ospf: {area: 0, cost: 3}}}");
  }

  @Test
  void mergeSourcesMustBeMappings() {
    assertThat(compose("a: &a 1\nb: {<<: *a}\nc:\n  <<: [x]\n"))
        .isEqualTo(
            """
            lab.yml:2:9: error[NL0106]: `<<` merges mappings, but this is a number
            lab.yml:4:8: error[NL0106]: `<<` merges mappings, but this is a text\
            """);
  }

  @Test
  void duplicateKeysAreReportedWithBothPlaces() {
    assertThat(compose("nodes:\n  r1:\n  r1:\nlinks: []\n'nodes': 1\n"))
        .isEqualTo(
            """
            lab.yml:3:3: error[NL0103]: duplicate key `r1` (lab.yml:2:3 it is here for the first time)
            lab.yml:5:1: error[NL0103]: duplicate key `nodes` (lab.yml:1:1 it is here for the first time)\
            """);
    assertThat(compose("x: &x {a: 1}\ny:\n  <<: *x\n  <<: *x\n"))
        .isEqualTo(
            "lab.yml:4:3: error[NL0103]: duplicate key `<<` (lab.yml:3:3 it is here for the first time)");
  }

  @Test
  void aFileFullOfErrorsIsNotReadToItsEnd() {
    Diagnostics diagnostics = new Diagnostics();
    Composer.compose(Texts.file("a: 1\n".repeat(100_000)), diagnostics);
    assertThat(diagnostics.errorCount()).isBetween(1_000, 1_010);
  }

  @Test
  void aValueCannotContainItself() {
    assertThat(compose("a: &x [1, {b: *x}]\n"))
        .isEqualTo(
            "lab.yml:1:15: error[NL0106]: `*x` stands inside of the value it names"
                + " (lab.yml:1:4 the anchor is here)");
    assertThat(compose("a: &x\n  <<: *x\n")).contains("NL0106");
  }

  @Test
  void anAliasNeedsAnAnchorAboveIt() {
    assertThat(compose("a: *x\nb: &x 1\n"))
        .isEqualTo("lab.yml:1:4: error[NL0106]: no anchor `&x` stands above this alias");
  }

  @Test
  void aliasBombsAreRefused() {
    String bomb =
        "a0: &a0 [x, x]\n"
            + IntStream.rangeClosed(1, 40)
                .mapToObj(i -> "a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1))
                .collect(Collectors.joining());
    assertThat(compose(bomb)).contains("NL0107").contains("10000 aliases");
    String wide = "a: &a [" + "x, ".repeat(5000) + "]\nb: [" + "*a, ".repeat(300) + "]\n";
    assertThat(compose(wide)).contains("NL0107").contains("1000000 values");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "- ", "? ", "{? ", "{<<: ", "{<<: ["})
  void deepNestingIsRefused(String open) {
    assertThat(compose(open.repeat(100_000))).contains("NL0107");
  }

  @Test
  void deepNestingThroughDotsOrAliasesIsRefused() {
    assertThat(compose("a" + ".a".repeat(99) + ": 1\n")).contains("NL0107");
    assertThat(compose("a" + ".a".repeat(98) + ": 1\n")).startsWith("{a: {a: ");
    String chain =
        "a0: &a0 [x]\n"
            + IntStream.rangeClosed(1, 200)
                .mapToObj(i -> "a%d: &a%d [*a%d]\n".formatted(i, i, i - 1))
                .collect(Collectors.joining());
    assertThat(compose(chain)).contains("NL0107");
  }

  @Test
  void collectionsAndNothingCannotBeKeys() {
    assertThat(compose("[a, b]: 1\n")).contains("1:1: error[NL0105]: a list cannot be a key");
    assertThat(compose("a: {{ x }}\n")).contains("1:5: error[NL0105]: a mapping cannot be a key");
    assertThat(compose("{'': 1}\n")).contains("1:2: error[NL0105]: a key is missing here");
  }

  @Test
  void textsWithoutValuesHaveNoTree() {
    assertThat(compose("")).isEqualTo("-");
    assertThat(compose("# only a comment\n")).isEqualTo("-");
    assertThat(compose("---\n")).isEmpty();
  }

  @Test
  void aSecondDocumentIsRefused() {
    assertThat(compose("a: 1\n---\nb: 2\n")).contains("lab.yml:2:1: error[NL0102]: a second");
  }
}
