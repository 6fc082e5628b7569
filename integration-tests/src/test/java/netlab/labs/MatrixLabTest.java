package netlab.labs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import netlab.exec.Backoff;
import netlab.exec.Deadline;
import netlab.exec.Poll;
import netlab.exec.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A matrix of real labs. */
final class MatrixLabTest {
  private static final String WORKS =
      """
      name: mxworks
      module: [bgp]
      bgp.as_list: { 65000: { members: [a] }, 65001: { members: [b] } }
      nodes: [a, b]
      links: [a-b]
      validate:
        session:
          description: A has a session with B
          nodes: [a]
          wait: 20
          plugin: bgp_neighbor(node.bgp.neighbors,'b')
      """;

  @TempDir private Path folder;

  @BeforeAll
  static void host() {
    Netlab.needsNamespacesAndFrr();
  }

  @Test
  void scenariosRunAndLeaveNothing() throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write("works.yml", WORKS);
      netlab.write("wrong.yml", WORKS.replace("mxworks", "mxwrong").replace("'b')", "'c')"));
      netlab.write("shared.yml", "const.x: 1\n");
      Result run = netlab.run("matrix", ".", "-d", "frr,eos", "-p", "netns", "--limit", "90");
      assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(1);
      assertThat(run.out()).contains("1 passed, 2 unsupported, 1 failed");
      JsonObject json =
          JsonParser.parseString(Files.readString(folder.resolve("matrix.json"))).getAsJsonObject();
      JsonArray cells = json.getAsJsonArray("cells");
      assertThat(cells).hasSize(4);
      assertThat(cell(cells, "works", "frr").get("status").getAsString()).isEqualTo("passed");
      assertThat(cell(cells, "works", "eos").get("status").getAsString()).isEqualTo("unsupported");
      JsonObject wrong = cell(cells, "wrong", "frr");
      assertThat(wrong.get("status").getAsString()).isEqualTo("failed");
      assertThat(wrong.toString()).contains("test session");
      assertThat(wrong.toString()).contains("\"adjacencies_up\":1");
      assertThat(folder.resolve("matrix.html")).content().contains("works");
      assertThat(netlab.run("status", "--all").out()).doesNotContain("mxworks", "mxwrong");
    }
  }

  private static JsonObject cell(JsonArray cells, String scenario, String device) {
    return cells.asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(cell -> cell.get("scenario").getAsString().equals(scenario))
        .filter(cell -> cell.get("device").getAsString().equals(device))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ctrlCTakesDownWhatIsUp() throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write("slow.yml", WORKS.replace("mxworks", "mxslow").replace("'b')", "'b','Idle')"));
      Process matrix = netlab.start("matrix", "slow.yml", "-d", "frr", "-p", "netns");
      try {
        awaitLab();
        matrix.destroy();
        assertThat(matrix.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(matrix.exitValue()).isEqualTo(1);
        assertThat(folder.resolve("killed.log")).content().contains("--resume");
        assertThat(netlab.run("status", "--all").out()).doesNotContain("mxslow");
      } finally {
        matrix.destroyForcibly();
        netlab.run("down", "-i", "mxslow");
      }
    }
  }

  /** Waits until the list of labs of this user, which is in the folder, has one. */
  private void awaitLab() throws InterruptedException {
    Path labs = folder.resolve("state/netlab/labs");
    Optional<Boolean> begun =
        Poll.until(
            Deadline.after(Duration.ofMinutes(1)),
            Backoff.LOCAL,
            () -> isFilled(labs) ? Optional.of(true) : Optional.empty());
    assertThat(begun).contains(true);
  }

  private static boolean isFilled(Path folder) {
    String[] names = folder.toFile().list((in, name) -> name.endsWith(".json"));
    return names != null && names.length > 0;
  }
}
