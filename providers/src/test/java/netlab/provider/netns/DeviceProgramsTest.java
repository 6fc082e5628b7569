package netlab.provider.netns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import netlab.device.Device;
import netlab.device.DeviceCatalog;
import netlab.diag.Span;
import netlab.lab.NodeId;
import netlab.provider.Refusal;
import netlab.render.ConfigFile;
import netlab.schema.Library;
import netlab.source.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeviceProgramsTest {
  private static final NodeId NODE = new NodeId("r");
  private static final DeviceCatalog DEVICES =
      new DeviceCatalog(
          Library.of(DeviceProgramsTest.class.getClassLoader()), Yaml.Map.empty(Span.NONE));

  /** What the programs of Debian 12 print about a configuration whose second line is wrong. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "bird ~ bird: /run/netlab/nl-x-r/bird.conf:2:8 syntax error, unexpected CF_SYM_UNDEFINED"
            + "~ bird.conf ~ syntax error, unexpected CF_SYM_UNDEFINED",
        "gobgp ~ level=fatal msg=\"Can't read config file\" Error=\"While parsing config: (2, 15):"
            + " cannot have multiple equals\" Topic=Config ~ gobgpd.toml ~ cannot have multiple equals",
        "openbgpd ~ /run/netlab/nl-x-r/bgpd.conf:2: syntax error, either yes or no expected"
            + "~ bgpd.conf ~ syntax error, either yes or no expected",
        "exabgp ~ 22:11:26 | 1 | configuration | line 2: bogus-id 10.0.0.5 ;\\n"
            + "22:11:26 | 1 | configuration | \\n22:11:26 | 1 | configuration | invalid keyword"
            + "~ exabgp.conf ~ invalid keyword",
      })
  void aRefusedLineIsFoundInWhatAProgramPrints(
      String device, String printed, String file, String message) {
    String text = printed.replace("\\n", "\n");
    DevicePrograms.Check check = programs(device).check().orElseThrow();
    assertThat(check.refusals(NODE, "first\n  second\nthird\n", text))
        .containsExactly(new Refusal(NODE, file, 2, "second", message));
  }

  @Test
  void linesThatReachTheHostAreUnsafeAndTheDevicesOwnAreNot() {
    DevicePrograms openbgpd = programs("openbgpd");
    assertThat(unsafe(openbgpd, "/etc/openbgpd/bgpd.conf", "AS 1\nsocket $control\n")).isEmpty();
    assertThat(unsafe(openbgpd, "/etc/openbgpd/bgpd.conf", "AS 1\nsocket \"/etc/passwd\"\n"))
        .containsExactly("socket \"/etc/passwd\"");
    assertThat(unsafe(programs("exabgp"), "/etc/exabgp/exabgp.conf", "process x {\nrun sh;\n}\n"))
        .containsExactly("process x {", "run sh;");
    String commands = "global rib add 10.0.0.0/24 -a ipv4\nmrt inject global /etc/passwd\n";
    assertThat(unsafe(programs("gobgp"), "/etc/gobgp/networks", commands))
        .containsExactly("mrt inject global /etc/passwd");
  }

  private static List<String> unsafe(DevicePrograms programs, String target, String text) {
    ConfigFile file = new ConfigFile("file", target, text, "0644", ConfigFile.Use.BOOT);
    return programs.unsafe(file).stream().map(NodeFiles.Unsafe::line).toList();
  }

  private static DevicePrograms programs(String name) {
    Device device = DEVICES.find(name, "netns").orElseThrow();
    return DevicePrograms.of(device).orElseThrow();
  }
}
