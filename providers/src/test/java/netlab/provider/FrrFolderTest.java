package netlab.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrrFolderTest {
  @TempDir Path folder;

  @Test
  void withoutAChoiceItIsThatOfTheMachine() {
    assertThat(FrrFolder.of(Map.of(FrrFolder.VARIABLE, "")))
        .isEqualTo(FrrFolder.of(Map.of()))
        .returns(false, FrrFolder::chosen);
    assertThat(FrrFolder.of(Map.of()).vtysh()).isEmpty();
  }

  @Test
  void aChosenFolderBringsItsOwnVtysh() throws Exception {
    FrrFolder chosen = FrrFolder.of(Map.of(FrrFolder.VARIABLE, folder.resolve("sbin").toString()));
    assertThat(chosen).isEqualTo(new FrrFolder(folder.resolve("sbin"), true));
    assertThat(chosen.vtysh()).isEmpty();
    Path built = program("bin");
    assertThat(chosen.vtysh()).hasValue(built);
    Path beside = program("sbin");
    assertThat(chosen.vtysh()).hasValue(beside);
  }

  private Path program(String place) throws Exception {
    Path file = Files.createDirectories(folder.resolve(place)).resolve("vtysh");
    assertThat(Files.createFile(file).toFile().setExecutable(true)).isTrue();
    return file;
  }
}
