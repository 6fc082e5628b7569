package netlab.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import netlab.diag.Diagnostics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabRegistryTest {
  @TempDir Path path;
  private final Diagnostics diag = new Diagnostics();

  @Test
  void knowsTheLabsInTheOrderInWhichTheyCameUp() throws IOException {
    LabRegistry registry = new LabRegistry(path.resolve("netlab/labs"));
    assertThat(registry.list()).isEmpty();
    LabRegistry.Entry late = entry("b", "2026-11-02T10:00:00Z");
    LabRegistry.Entry early = entry("a", "2026-11-01T10:00:00Z");
    assertThat(registry.add(late, diag)).isTrue();
    assertThat(registry.add(early, diag)).isTrue();
    assertThat(registry.list()).containsExactly(early, late);
    assertThat(registry.find(early.id())).contains(early);
    registry.remove(early.id());
    registry.remove(early.id());
    assertThat(registry.list()).containsExactly(late);
  }

  @Test
  void theSameLabMayComeUpAgainButNotAnotherWithItsId() throws IOException {
    LabRegistry registry = new LabRegistry(path);
    LabRegistry.Entry first = entry("a", "2026-11-01T10:00:00Z");
    registry.add(first, diag);
    LabRegistry.Entry again =
        new LabRegistry.Entry(first.id(), "a", first.folder(), "clab", Instant.EPOCH);
    assertThat(registry.add(again, diag)).isTrue();
    assertThat(registry.list()).containsExactly(again);

    LabRegistry.Entry other =
        new LabRegistry.Entry(first.id(), "b", Path.of("/labs/elsewhere"), "netns", Instant.EPOCH);
    assertThat(registry.add(other, diag)).isFalse();
    assertThat(diag.sorted().getFirst().message())
        .isEqualTo("the lab `a` in /labs/a has the same short id `" + first.id() + "`");
    assertThat(registry.list()).containsExactly(again);
  }

  @Test
  void aFileThatIsNotWholeIsLeftOut() throws IOException {
    LabRegistry registry = new LabRegistry(path);
    registry.add(entry("a", "2026-11-01T10:00:00Z"), diag);
    Files.writeString(path.resolve("torn.json"), "{\"id\":");
    Files.writeString(path.resolve("other.json"), "{\"id\":\"UPPER\"}");
    assertThat(registry.list()).hasSize(1);
  }

  @Test
  void liesWhereXdgSaysItDoes() {
    Path home = Path.of("/home/u");
    assertThat(LabRegistry.of(Map.of("XDG_STATE_HOME", "/state"), home).folder())
        .isEqualTo(Path.of("/state/netlab/labs"));
    assertThat(LabRegistry.of(Map.of("XDG_STATE_HOME", "relative"), home).folder())
        .isEqualTo(Path.of("/home/u/.local/state/netlab/labs"));
    assertThat(LabRegistry.of(Map.of(), home).folder())
        .isEqualTo(Path.of("/home/u/.local/state/netlab/labs"));
  }

  @Test
  void anIdIsShortStableAndDifferentForFolderAndName() {
    LabId id = LabId.of(Path.of("/labs/a"), "a");
    assertThat(id.text()).matches("[a-z][a-z2-7]{4}");
    assertThat(LabId.of(Path.of("/labs/a"), "a")).isEqualTo(id);
    assertThat(LabId.of(Path.of("/labs/a"), "b")).isNotEqualTo(id);
    assertThat(LabId.of(Path.of("/labs/b"), "a")).isNotEqualTo(id);
    assertThatThrownBy(() -> new LabId("../x")).isInstanceOf(IllegalArgumentException.class);
  }

  private static LabRegistry.Entry entry(String name, String since) {
    Path folder = Path.of("/labs/" + name);
    return new LabRegistry.Entry(
        LabId.of(folder, name), name, folder, "netns", Instant.parse(since));
  }
}
