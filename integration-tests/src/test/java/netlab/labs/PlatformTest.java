package netlab.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import netlab.exec.HostShell;
import netlab.exec.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Labs that test what runs labs, not the routers in them: links of all kinds, addresses, names,
 * configuration of one's own. What must be so is in their section {@code validate}. Those in the
 * folder {@code any} run with every provider, the others with that of their folder.
 */
@Tag("lab")
final class PlatformTest {
  private static final Path LABS = Path.of("src/test/resources/platform");
  private static final List<String> PROVIDERS = List.of("netns", "clab");

  @TempDir private Path folder;

  static List<Arguments> labs() throws IOException {
    List<Arguments> labs = new ArrayList<>();
    for (String provider : PROVIDERS) {
      for (String place : List.of("any", provider)) {
        files(LABS.resolve(place)).stream()
            .filter(file -> !file.contains("/") && file.endsWith(".yml"))
            .forEach(file -> labs.add(Arguments.of(place, file, provider)));
      }
    }
    return labs;
  }

  /** The paths of all files in a folder, below it. */
  private static List<String> files(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(place)) {
      return all.filter(Files::isRegularFile)
          .map(file -> place.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}/{1} {2}")
  @MethodSource("labs")
  void everyTestOfTheLabPassesAndNothingStays(String place, String lab, String provider)
      throws Exception {
    needs(provider);
    copy(LABS, "topology-defaults.yml");
    for (String file : files(LABS.resolve(place))) {
      copy(LABS.resolve(place), file);
    }
    try (Netlab netlab = new Netlab(folder);
        HostShell shell = new HostShell()) {
      long process = ProcessHandle.current().pid();
      String name = "p%dx%x".formatted(process, lab.hashCode() & 0xfff);
      List<String> up = new ArrayList<>(List.of("up", lab, "-p", provider, "--validate"));
      up.addAll(List.of("--timeout", "90", "-s", "name=" + name));
      if (place.equals("any")) {
        up.addAll(List.of("-s", "addressing.mgmt.ipv4=172.29.%d.0/24".formatted(process % 250)));
      }
      Result began = netlab.run(up.toArray(String[]::new));
      assertThat(began.exit()).as(began.out() + began.err()).isZero();
      assertThat(began.out()).containsPattern("(?m)^tests: \\d+ passed$");
      Files.readString(folder.resolve(lab))
          .lines()
          .filter(line -> line.startsWith("message: "))
          .forEach(line -> assertThat(began.out()).contains(line.substring("message: ".length())));

      Result down = netlab.run("down");
      assertThat(down.exit()).as(down.out() + down.err()).isZero();
      assertThat(netlab.traces()).isEmpty();
      assertThat(new Traces(shell, folder, name, netlab.id()).all()).isEmpty();
    }
  }

  private static void needs(String provider) throws InterruptedException {
    if (provider.equals("clab")) {
      ContainerLab.needsContainers();
    } else {
      Netlab.needsNamespacesAndFrr();
    }
  }

  private void copy(Path from, String file) throws IOException {
    Path to = folder.resolve(file);
    Files.createDirectories(Objects.requireNonNull(to.getParent()));
    Files.copy(from.resolve(file), to);
  }
}
