package netlab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabFolderTest {
  private static final SafePath FILE = SafePath.of("configs", "r1", "bgp.cfg");

  @TempDir Path temp;
  private Path root;
  private Path outside;
  private LabFolder folder;

  @BeforeEach
  void makeFolders() throws IOException {
    root = Files.createDirectory(temp.resolve("lab"));
    outside = Files.createDirectory(temp.resolve("outside"));
    folder = LabFolder.at(root);
  }

  @Test
  void writesWholeFilesWithTheirModeAndNothingBesideThem() throws IOException {
    folder.write(FILE, "old", "rw-r--r--");
    folder.write(FILE, "new é", "rw-r-----");
    Path file = root.resolve("configs/r1/bgp.cfg");
    assertThat(Files.readString(file)).isEqualTo("new é");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
    assertThat(folder.read(FILE)).contains("new é");
  }

  @Test
  void refusesASymbolicLinkOutOfTheFolder() throws IOException {
    Files.createSymbolicLink(root.resolve("configs"), outside);
    assertThatThrownBy(() -> folder.write(FILE, "x", "rw-r--r--"))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("symbolic link out of the lab's folder");
    assertThatThrownBy(() -> folder.remove(FILE)).isInstanceOf(FileSystemException.class);
    try (Stream<Path> files = Files.list(outside)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void refusesALinkToNowhereAndOneToASecretFile() throws IOException {
    Files.createSymbolicLink(root.resolve("gone"), temp.resolve("absent"));
    Path secret = Files.writeString(outside.resolve("secret"), "s");
    Files.createSymbolicLink(root.resolve("leak"), secret);
    assertThatThrownBy(() -> folder.write(SafePath.of("gone"), "x", "rw-r--r--"))
        .isInstanceOf(FileSystemException.class);
    assertThatThrownBy(() -> folder.read(SafePath.of("leak")))
        .isInstanceOf(FileSystemException.class);
  }

  @Test
  void followsALinkThatStaysInside() throws IOException {
    Files.createDirectory(root.resolve("real"));
    Files.createSymbolicLink(root.resolve("configs"), root.resolve("real"));
    folder.write(FILE, "x", "rw-r--r--");
    assertThat(root.resolve("real/r1/bgp.cfg")).hasContent("x");
  }

  @Test
  void aFolderReachedThroughALinkIsTheSameFolder() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), root);
    assertThat(LabFolder.at(link)).isEqualTo(folder);
    assertThat(LabId.of(LabFolder.at(link), "x")).isEqualTo(LabId.of(folder, "x"));
  }

  @Test
  void removesOnlyFoldersThatAreEmpty() throws IOException {
    folder.write(FILE, "x", "rw-r--r--");
    folder.write(SafePath.of("configs", "r2"), "y", "rw-r--r--");
    folder.remove(FILE);
    assertThat(root.resolve("configs/r1")).doesNotExist();
    assertThat(root.resolve("configs/r2")).exists();
    folder.remove(FILE);
    folder.remove(SafePath.of("configs"));
    assertThat(root.resolve("configs/r2")).exists();
  }

  @Test
  void stateIsClosedToOthersAndKeptOutOfGit() throws IOException {
    folder.writeState(folder.lab(), "{}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.lab())))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.lab().getParent())))
        .isEqualTo("rwx------");
    assertThat(root.resolve(".netlab/.gitignore")).hasContent("*");
  }

  @Test
  void stateIsNotWrittenThroughALink() throws IOException {
    Files.createSymbolicLink(root.resolve(".netlab"), outside);
    assertThatThrownBy(() -> folder.writeState(folder.lab(), "{}"))
        .isInstanceOf(FileSystemException.class);
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.writeString(temp.resolve("lab.yml"), "");
    assertThatThrownBy(() -> LabFolder.at(file)).isInstanceOf(IOException.class);
  }
}
