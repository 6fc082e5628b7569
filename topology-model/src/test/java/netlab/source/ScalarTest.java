package netlab.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import netlab.diag.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScalarTest {

  private static Yaml.Scalar plain(String text) {
    return new Yaml.Scalar(text, Yaml.Style.PLAIN, Span.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "42, 42",
    "-7, -7",
    "+7, 7",
    "1_000, 1000",
    "010, 8",
    "0o10, 8",
    "0x1F, 31",
    "-0x10, -16",
    "0b101, 5",
    "12:30, 750",
    "190:20:30, 685230",
    "-1:30, -90",
    "9223372036854775807, 9223372036854775807"
  })
  void wholeNumbersFollowYaml11(String text, long value) {
    assertThat(plain(text).asInt()).hasValue(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "08",
        "0x",
        "0x_",
        "0_",
        "1e3",
        "1.0",
        "12:60",
        "0:30",
        "a",
        "1-2",
        "+",
        "1 000",
        "9223372036854775808",
        "99999999999999999:00:00:00",
        "١"
      })
  void otherTextsAreNoWholeNumbers(String text) {
    assertThat(plain(text).asInt()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, 1.5",
    "-.5, -0.5",
    "1., 1.0",
    "65000.1, 65000.1",
    "1.0e+3, 1000",
    "1_0.5, 10.5",
    "1:30.5, 90.5",
    "42, 42",
    "-.inf, -Infinity",
    ".NaN, NaN"
  })
  void numbersWithFractionFollowYaml11(String text, double value) {
    assertThat(plain(text).asFloat().orElseThrow()).isEqualTo(Double.valueOf(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "1e3", "1.0e3", "10.0.0.1", "x", "-", "inf"})
  void otherTextsAreNoNumbers(String text) {
    assertThat(plain(text).asFloat()).isEmpty();
  }

  @Test
  void truthHasThreeWordsInThreeSpellings() {
    for (String text : "true True TRUE yes Yes YES on On ON".split(" ")) {
      assertThat(plain(text).asBool()).as(text).contains(true);
    }
    for (String text : "false False FALSE no No NO off Off OFF".split(" ")) {
      assertThat(plain(text).asBool()).as(text).contains(false);
    }
    for (String text : "y n tRUE 1 0 '' enabled".split(" ")) {
      assertThat(plain(text).asBool()).as(text).isEmpty();
    }
  }

  @Test
  void quotedTextsHaveNoOtherMeaning() {
    for (String text : "true 1 1.5 ~ null".split(" ")) {
      Yaml.Scalar quoted = new Yaml.Scalar(text, Yaml.Style.SINGLE_QUOTED, Span.NONE);
      assertThat(quoted.isNull()).isFalse();
      assertThat(quoted.asBool()).isEqualTo(Optional.empty());
      assertThat(quoted.asInt()).isEmpty();
      assertThat(quoted.asFloat()).isEmpty();
      assertThat(quoted.kind()).isEqualTo("a text");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', nothing",
    "~, nothing",
    "yes, a true/false value",
    "1.5, a number",
    "r1, a text"
  })
  void kindsAreNamedForSentences(String text, String kind) {
    assertThat(plain(text).kind()).isEqualTo(kind);
  }
}
