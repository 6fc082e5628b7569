package netlab.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netlab.diag.Diagnostic;
import netlab.diag.Diagnostics;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * One set of labs for all devices: what every device that has templates makes of each lab below
 * {@code labs/} lies in {@code configs/DEVICE/LAB/}: the files of its nodes, or {@code errors}
 * where its facts say that it cannot run the lab. {@code -Dupdate-goldens} writes them anew, with
 * {@code -Ddevices=eos,junos} those of some devices only.
 */
class DeviceConfigsTest {
  private static final Path LABS = Path.of("src/test/resources/labs");
  private static final Path CONFIGS = Path.of("src/test/resources/configs");
  private static final String LAB = ".lab.yml";
  private static final String ERRORS = "errors";

  private final Renderer renderer = new Renderer();

  @TestFactory
  Stream<DynamicNode> everyDeviceMakesTheSameOfTheSameLab() throws IOException {
    List<Path> labs = labs();
    assertThat(labs).hasSizeGreaterThan(40);
    return RouterDevices.each(labs, DeviceConfigsTest::name, this::check);
  }

  @Test
  void nothingIsKeptOfADeviceOrLabThatIsGone() throws IOException {
    assumeTrue(System.getProperty("devices") == null, "only some devices are wanted");
    List<String> labs = labs().stream().map(DeviceConfigsTest::name).toList();
    for (Path device : folders(CONFIGS)) {
      assertThat(RouterDevices.names()).contains(device.getFileName().toString());
      assertThat(folders(device).stream().map(f -> f.getFileName().toString()).toList())
          .isSubsetOf(labs);
    }
  }

  private static List<Path> folders(Path of) throws IOException {
    try (Stream<Path> all = Files.list(of)) {
      return all.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static List<Path> labs() throws IOException {
    try (Stream<Path> files = Files.list(LABS)) {
      return files.filter(f -> f.toString().endsWith(LAB)).sorted().toList();
    }
  }

  private static String name(Path lab) {
    String file = lab.getFileName().toString();
    return file.substring(0, file.length() - LAB.length());
  }

  private void check(String device, Path lab) throws IOException {
    new GoldenFolder(CONFIGS.resolve(device).resolve(name(lab))).holds(files(device, lab));
  }

  private Map<String, String> files(String device, Path lab) throws IOException {
    var diagnostics = new Diagnostics();
    Map<String, String> files = new TreeMap<>();
    for (Subject subject : LabSubjects.of(lab, device, diagnostics)) {
      if (subject.device().name().equals(device)) {
        for (ConfigFile file : renderer.render(subject, diagnostics)) {
          files.put(subject.name() + "." + file.name(), file.content());
        }
      }
    }
    List<Diagnostic> errors = RouterDevices.lacks(diagnostics);
    return errors.isEmpty() ? files : Map.of(ERRORS, text(errors));
  }

  private static String text(List<Diagnostic> errors) {
    return errors.stream()
        .map(d -> d.code().id() + " " + d.message() + "\n")
        .distinct()
        .collect(Collectors.joining());
  }
}
