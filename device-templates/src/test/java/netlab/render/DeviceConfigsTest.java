package netlab.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netlab.diag.Diagnostic;
import netlab.diag.Diagnostics;
import netlab.diag.Severity;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
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
    return RouterDevices.names().stream()
        .map(device ->
            DynamicContainer.dynamicContainer(
                device,
                labs.stream()
                    .map(lab -> DynamicTest.dynamicTest(name(lab), () -> check(device, lab)))));
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
    Map<String, String> now = files(device, lab);
    Path folder = CONFIGS.resolve(device).resolve(name(lab));
    if (System.getProperty("update-goldens") != null) {
      assertThat(System.getenv("CI")).as("goldens are not written on CI").isNull();
      write(folder, now);
    }
    assertThat(read(folder)).isEqualTo(now).isNotEmpty();
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
    List<Diagnostic> errors =
        diagnostics.sorted().stream().filter(d -> d.severity() == Severity.ERROR).toList();
    assertThat(errors)
        .as("%s: errors that are no lack of the device", device)
        .allMatch(RouterDevices::isLack);
    return errors.isEmpty() ? files : Map.of(ERRORS, text(errors));
  }

  private static String text(List<Diagnostic> errors) {
    return errors.stream()
        .map(d -> d.code().id() + " " + d.message() + "\n")
        .distinct()
        .collect(Collectors.joining());
  }

  private static void write(Path folder, Map<String, String> files) throws IOException {
    Files.createDirectories(folder);
    for (String old : read(folder).keySet()) {
      Files.delete(folder.resolve(old));
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> paths = Files.list(folder)) {
        for (Path path : paths.sorted().toList()) {
          files.put(path.getFileName().toString(), Files.readString(path));
        }
      }
    }
    return files;
  }
}
