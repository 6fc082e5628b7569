package netlab.labs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import netlab.exec.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labs whose VRFs, VLANs, labels and tunnels the kernel of this host need not have. */
@Tag("lab")
final class FullKernelLabTest {
  private static final Duration LIMIT = Duration.ofMinutes(6);

  @TempDir private Path folder;

  @BeforeAll
  static void host() {
    Netlab.needsFullKernel();
  }

  @Test
  void vrfsVlansLabelsAndVxlanCarryTheTrafficOfHosts() throws Exception {
    String[] labs =
        Stream.of("vrf-vlan", "ldp-vpn", "evpn")
            .map(lab -> Path.of("full-kernel", lab + ".yml").toAbsolutePath().toString())
            .toArray(String[]::new);
    String[] command =
        Stream.concat(Stream.of("matrix", "-p", "netns"), Stream.of(labs)).toArray(String[]::new);
    try (Netlab netlab = new Netlab(folder)) {
      Result matrix = netlab.runInFullKernel(LIMIT, command);
      assertThat(matrix.ok()).as(matrix.out() + matrix.err()).isTrue();
      assertThat(statuses())
          .as(matrix.out())
          .containsExactlyInAnyOrderEntriesOf(
              Map.of("vrf-vlan", "passed", "ldp-vpn", "passed", "evpn", "passed"));
    }
  }

  private Map<String, String> statuses() throws IOException {
    JsonObject document =
        JsonParser.parseString(Files.readString(folder.resolve("matrix.json"))).getAsJsonObject();
    Map<String, String> found = new TreeMap<>();
    for (JsonElement cell : document.getAsJsonArray("cells")) {
      JsonObject fields = cell.getAsJsonObject();
      found.put(fields.get("scenario").getAsString(), fields.get("status").getAsString());
    }
    return found;
  }
}
