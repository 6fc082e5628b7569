package netlab.diag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CodeTest {

  @ParameterizedTest
  @EnumSource(Code.class)
  void everyCodeHasAPageOfThreeParts(Code code) {
    String page = Explanation.of(code).orElse("");
    assertThat(page).as("docs/errors/" + code.id() + ".md").startsWith("# " + code.id() + ": ");
    String[] parts = page.split("\n## ");
    assertThat(parts).hasSize(3);
    assertThat(parts[0].lines().skip(2)).as("what it means").isNotEmpty();
    assertThat(parts[1]).startsWith("Example\n").containsPattern("(?s)```\n.+\n```");
    assertThat(parts[2]).startsWith("What to do\n").hasSizeGreaterThan("What to do\n\n".length());
  }

  @Test
  void everyPageHasACode() throws IOException {
    try (Stream<Path> pages = Files.list(Path.of("../docs/errors"))) {
      assertThat(pages.map(page -> String.valueOf(page.getFileName())))
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(Code.values()).map(code -> code.id() + ".md").toList());
    }
  }

  @Test
  void identifiersAreUniqueAndInOrder() {
    assertThat(Arrays.stream(Code.values()).map(Code::id)).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void pagesAreFoundByIdentifier() {
    assertThat(Explanation.of("nl0201"))
        .isEqualTo(Explanation.of(Code.UNKNOWN_ATTRIBUTE))
        .isPresent();
    assertThat(Explanation.of("NL9999")).isEmpty();
    assertThat(Explanation.of("../errors/NL0201")).isEmpty();
  }
}
