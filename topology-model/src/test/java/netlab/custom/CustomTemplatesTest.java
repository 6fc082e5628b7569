package netlab.custom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.device.Device;
import netlab.diag.SourceFile;
import netlab.diag.Span;
import netlab.schema.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomTemplatesTest {
  @TempDir private Path top;

  private Path lab = Path.of("");

  @BeforeEach
  void folder() throws IOException {
    lab = Files.createDirectory(top.resolve("lab"));
  }

  @Test
  void theMostSpecialFileCounts() throws IOException {
    write("x.j2", "all");
    write("x/frr.j2", "device");
    assertThat(find("x", "r1")).contains("device");
    write("x/r1.j2", "node");
    assertThat(find("x", "r1")).contains("node");
    assertThat(find("x", "r2")).contains("device");
    write("x/r1.frr-clab.j2", "all three");
    assertThat(find("x", "r1")).contains("all three");
  }

  @Test
  void theEndingMayBeWritten() throws IOException {
    write("x.j2", "all");
    assertThat(find("x.j2", "r1")).contains("all");
    write("x.ftl", "own");
    assertThat(find("x", "r1")).contains("own");
    assertThat(find("x.j2", "r1")).contains("all");
  }

  @Test
  void dotsMayBeFolders() throws IOException {
    write("a/b/frr.cfg", "text");
    assertThat(find("a.b", "r1")).contains("text");
  }

  @Test
  void whatTheLabFileHoldsComesFirst() throws IOException {
    write("x/frr.j2", "file");
    LabFolders folders = folders().with(Map.of("x/frr.j2", "inline"));
    assertThat(text(new CustomTemplates(folders), "x", "r1")).contains("inline");
  }

  @Test
  void nothingOutsideOfTheFolderIsRead() throws IOException {
    Path secret = Files.writeString(top.resolve("secret.j2"), "secret");
    assertThat(find("../secret", "r1")).isEmpty();
    assertThat(find(secret.toString(), "r1")).isEmpty();
    Files.createSymbolicLink(lab.resolve("link.j2"), secret);
    assertThat(find("link", "r1")).isEmpty();
    Files.createSymbolicLink(lab.resolve("folder"), top);
    assertThat(find("folder/secret", "r1")).isEmpty();
  }

  private Optional<String> find(String template, String node) {
    return text(new CustomTemplates(folders()), template, node);
  }

  private static Optional<String> text(CustomTemplates templates, String template, String node) {
    return templates
        .find(template, node, new Device("frr", Value.Fields.NONE), "clab")
        .map(SourceFile::text);
  }

  private LabFolders folders() {
    return LabFolders.of(
        List.of(new Span(new SourceFile(lab.resolve("lab.yml").toString(), ""), 1, 1, 1, 2)));
  }

  private void write(String path, String text) throws IOException {
    Path file = lab.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
