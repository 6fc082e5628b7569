package netlab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import netlab.diag.Diagnostics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFilesTest {
  @TempDir private Path top;

  private final Diagnostics diag = new Diagnostics();
  private OwnFiles files = new OwnFiles(new LabFolder(Path.of("/")));

  @BeforeEach
  void folder() throws IOException {
    files = new OwnFiles(LabFolder.at(top));
  }

  @Test
  void whatWasWrittenIsReplacedAndRemoved() throws IOException {
    assertThat(files.write(of("a/b.txt", "one"), diag)).isTrue();
    assertThat(files.write(of("a/b.txt", "two"), diag)).isTrue();
    assertThat(top.resolve("a/b.txt")).hasContent("two");
    files.remove();
    assertThat(top.resolve("a")).doesNotExist();
  }

  @Test
  void aFileOfTheUserStaysAndNothingElseIsWritten() throws IOException {
    Files.writeString(top.resolve("mine"), "mine");
    SequencedMap<SafePath, String> wanted = of("new", "x");
    wanted.putAll(of("mine", "yours"));
    assertThat(files.write(wanted, diag)).isFalse();
    assertThat(diag.sorted())
        .singleElement()
        .satisfies(d -> assertThat(d.message()).startsWith("`mine` is there already"));
    assertThat(top.resolve("mine")).hasContent("mine");
    assertThat(top.resolve("new")).doesNotExist();
  }

  @Test
  void aFileThatWasChangedSinceIsTheUsers() throws IOException {
    assertThat(files.write(of("a.txt", "one"), diag)).isTrue();
    Files.writeString(top.resolve("a.txt"), "edited");
    assertThat(files.write(of("a.txt", "two"), diag)).isFalse();
    files.remove();
    assertThat(top.resolve("a.txt")).hasContent("edited");
  }

  private static SequencedMap<SafePath, String> of(String path, String text) {
    SequencedMap<SafePath, String> files = new LinkedHashMap<>();
    files.put(SafePath.parse(path).orElseThrow(), text);
    return files;
  }
}
