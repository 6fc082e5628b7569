package netlab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "/",
        "a/b",
        "..\\x",
        "a\0b",
        "a\nb",
        "a\u202eb",
        "a\u2028b",
        "\ud800",
        "\u007f"
      })
  void refusesNamesThatLeadElsewhereOrHideSomething(String name) {
    assertThat(SafePath.problem(name)).isPresent();
    assertThatThrownBy(() -> SafePath.of("configs", name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("unsafe file name: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/etc/passwd", "../x", "a/../../x", "a//b", "a/", "~/../x/..", "a/./b", ""})
  void refusesPathsThatLeadElsewhere(String path) {
    assertThat(SafePath.parse(path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"r1", "..r1", "r1.", "-rf", "~", "$HOME", "a b", "mañana", "北京", ".x"})
  void takesAnyOrdinaryName(String name) {
    assertThat(SafePath.parse("configs/" + name)).contains(SafePath.of("configs", name));
  }

  @Test
  void refusesNamesAndPathsTooLongForAFileSystem() {
    assertThat(SafePath.problem("é".repeat(127))).isEmpty();
    assertThat(SafePath.problem("é".repeat(128))).isPresent();
    assertThat(SafePath.parse("a/".repeat(40) + "a")).isEmpty();
  }
}
