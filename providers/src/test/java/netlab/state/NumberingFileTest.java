package netlab.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import netlab.diag.Diagnostic;
import netlab.diag.Diagnostics;
import netlab.lab.Numbering;
import netlab.net.Prefix;
import netlab.plan.LabFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NumberingFileTest {
  @TempDir private Path path;
  private final Diagnostics diag = new Diagnostics();
  private LabFolder folder = new LabFolder(Path.of("/"));

  @BeforeEach
  void open() throws IOException {
    folder = LabFolder.at(path);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    SequencedMap<String, Integer> nodes = new LinkedHashMap<>();
    nodes.put("r2", 2);
    nodes.put("r1", 7);
    SequencedMap<String, Integer> hosts = new LinkedHashMap<>();
    hosts.put("r1", 3);
    Numbering numbering =
        new Numbering(
            nodes,
            List.of(
                new Numbering.Share(
                    "link r1 r2 .name=\"x\"",
                    List.of("r1", "r2"),
                    List.of(Prefix.parse("10.1.0.0/30"), Prefix.parse("2001:db8::/64")),
                    hosts)));
    folder.writeState(folder.numbering(), NumberingFile.text(numbering));
    assertThat(NumberingFile.read(folder, diag)).isEqualTo(numbering);
    assertThat(diag.sorted()).isEmpty();
  }

  @Test
  void aLabThatNeverRanHasNone() {
    assertThat(NumberingFile.read(folder, diag)).isEqualTo(Numbering.NONE);
    assertThat(diag.sorted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"format\": 1}",
        "{\"format\": 99, \"nodes\": {}, \"shares\": []}",
        "{\"format\": 1, \"nodes\": {\"r1\": \"x\"}, \"shares\": []}",
        "{\"format\": 1, \"nodes\": {}, \"shares\": [{\"user\": \"a\", \"ends\": [],"
            + " \"subnets\": [\"10.1.0.1/30\"], \"hosts\": {}}]}",
      })
  void aDamagedFileIsWarnedOfAndCountsAsNone(String text) throws IOException {
    folder.writeState(folder.numbering(), text);
    assertThat(NumberingFile.read(folder, diag)).isEqualTo(Numbering.NONE);
    assertThat(diag.hasErrors()).isFalse();
    assertThat(diag.sorted())
        .extracting(Diagnostic::message)
        .singleElement()
        .asString()
        .startsWith("the addresses of the last run are not kept: ");
  }
}
