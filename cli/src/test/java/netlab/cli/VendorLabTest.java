package netlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import netlab.device.DeviceCatalog;
import netlab.diag.Span;
import netlab.push.FakeDevice;
import netlab.push.FakeDevice.Fault;
import netlab.schema.Library;
import netlab.schema.Value;
import netlab.source.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Commands as a user gives them, on labs of all devices that are typed at over SSH: with what
 * status they end, what they say, and that they end.
 */
final class VendorLabTest {
  private static final Path FAKES = Path.of("../providers/src/test/resources/fakes");

  private static final DeviceCatalog CATALOG =
      new DeviceCatalog(
          Library.of(VendorLabTest.class.getClassLoader()), Yaml.Map.empty(Span.NONE));

  /** Far more than any of it needs, and far less than a device may take to start. */
  private static final int DEADLINE = 60;

  /** Pagers and banners are a matter of the session alone: PushTest tries them. */
  private static final List<Fault> OF_STARTS =
      List.of(
          Fault.NONE,
          Fault.BAD_LINE,
          Fault.BAD_COMMIT,
          Fault.DROPS,
          Fault.WRONG_PASSWORD,
          Fault.SLOW_PROMPT,
          Fault.SILENT,
          Fault.CHANGED_KEY);

  private static final List<Fault> OF_CHANGES =
      List.of(Fault.BAD_LINE, Fault.DROPS, Fault.WRONG_PASSWORD, Fault.SILENT);

  @TempDir private Path folder;

  static Stream<Arguments> starts() {
    return cases(OF_STARTS);
  }

  static Stream<Arguments> changes() {
    return cases(OF_CHANGES);
  }

  private static Stream<Arguments> cases(List<Fault> faults) {
    List<Arguments> all = new ArrayList<>();
    typedAt().forEach(device -> faults.forEach(fault -> all.add(Arguments.of(device, fault))));
    return all.stream();
  }

  /** All devices with a fake that is typed at. */
  private static List<String> typedAt() {
    try (Stream<Path> files = Files.list(FAKES)) {
      return files
          .map(file -> file.getFileName().toString().replace(".yml", ""))
          .filter(name -> !isProgram(name))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file in the device.yml of a device that has its addresses. */
  private static String file(String device) {
    Value.Fields files =
        CATALOG.find(device, "clab").orElseThrow().facts().fieldsAt("config.files");
    return files.fields().keySet().stream()
        .filter(name -> files.textsAt(name + ".parts").contains("initial"))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isProgram(String device) {
    try {
      return FakeDevice.script(device).containsKey("program");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * One router.
   *
   * @param attributes of its device
   */
  private VendorLab lab(String device, String attributes, FakeDevice fake) throws IOException {
    return VendorLab.of(
        folder,
        """
        name: box
        provider: clab
        defaults.device: %s
        defaults.devices.%s: { %s }
        addressing.mgmt.ipv4: 198.51.100.0/24
        nodes:
          r1:
        %s
        links:
        - r1:
            ipv4: 10.1.0.1/30
          prefix.ipv4: 10.1.0.0/30
        """
            .formatted(device, device, attributes, VendorLab.at(fake).stripTrailing()),
        "r1");
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("starts")
  void upConfiguresADeviceOrSaysWhyNot(String device, Fault fault)
      throws IOException, GeneralSecurityException {
    boolean waits = fault == Fault.WRONG_PASSWORD || fault == Fault.SILENT;
    String typed =
        "config.files.%s.use: cli, ready.limit: %d".formatted(file(device), waits ? 3 : DEADLINE);
    try (FakeDevice fake = new FakeDevice(device, fault).refusing(refused(fault))) {
      VendorLab lab = lab(device, typed, fake);
      if (fault == Fault.CHANGED_KEY) {
        Files.createDirectories(folder.resolve(".netlab"));
        fake.keyOfAnother(folder.resolve(".netlab/known_hosts"));
      }
      VendorLab.Run up = lab.run("up", "lab.yml");
      judge(fault, fake, up);
      assertThat(up.seconds()).isLessThan(DEADLINE);
      assertThat(up.said()).doesNotContain(FakeDevice.PASSWORD);
      VendorLab.Run down = lab.run("down");
      assertThat(down.exit()).as(down.said()).isEqualTo(ExitCode.OK);
    }
  }

  private static String refused(Fault fault) {
    return fault == Fault.BAD_LINE ? "10\\.1\\.0\\.1" : "^no line is like this$";
  }

  private static boolean hasCandidate(FakeDevice fake) {
    return fake.text("immediate").isEmpty();
  }

  private static void judge(Fault fault, FakeDevice fake, VendorLab.Run up) {
    switch (fault) {
      case NONE, SLOW_PROMPT, PAGER, BANNER -> {
        assertThat(up.exit()).as(up.said()).isEqualTo(ExitCode.OK);
        assertThat(fake.running).anyMatch(line -> line.contains("10.1.0.1"));
      }
      case BAD_LINE ->
          assertThat(failed(up))
              .contains("error[NL0736]: node `r1` refused line ", "10.1.0.1")
              // What the device said,
              .contains(told(fake))
              // and the line of the template with the attribute it was made of.
              .containsPattern("--> devices/\\w+/[\\w.]+\\.ftl:\\d+:\\d+")
              .containsPattern("(?m)^ *\\d+ \\| .*\\$\\{.*(ipv4|family|address|\\ba\\b)");
      case BAD_COMMIT -> {
        if (hasCandidate(fake)) {
          String said = fake.text("commit_refusal").strip().lines().findFirst().orElseThrow();
          assertThat(failed(up)).contains("refused ", " as a whole (", said.strip());
        } else {
          assertThat(up.exit()).as(up.said()).isEqualTo(ExitCode.OK);
        }
      }
      case DROPS ->
          assertThat(failed(up))
              .contains("closed the connection")
              .contains(
                  hasCandidate(fake)
                      ? "its configuration is as it was before"
                      : "it has a part of its configuration");
      case WRONG_PASSWORD ->
          assertThat(failed(up)).contains("refuses the user `" + fake.user(), "`ansible_ssh_pass`");
      case SILENT -> assertThat(failed(up)).contains("gave no answer in time to show its prompt");
      case CHANGED_KEY -> assertThat(failed(up)).contains("the host key of", "known_hosts:1");
    }
  }

  private static String failed(VendorLab.Run run) {
    assertThat(run.exit()).as(run.said()).isEqualTo(ExitCode.FAILED);
    return run.said();
  }

  private static String told(FakeDevice fake) {
    String told = fake.text("told");
    return told.isEmpty()
        ? fake.text("refusal").strip().lines().toList().getLast().strip()
        : told.replaceFirst(".*\\{line\\}", "");
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("changes")
  void aChangeOfARunningDeviceIsMadeOrToldWhyNot(String device, Fault fault)
      throws IOException, GeneralSecurityException {
    try (FakeDevice fake = new FakeDevice(device, fault)) {
      // Whatever its usual way: nothing is typed at its start.
      String started = "config.files." + file(device) + ".use: boot";
      VendorLab lab = lab(device, started, fake);
      assertThat(lab.run("up", "lab.yml").exit()).isEqualTo(ExitCode.OK);
      String lines = fake.text(fault == Fault.BAD_LINE ? "bad" : "good");
      Files.writeString(folder.resolve("change.j2"), lines);
      VendorLab.Run run = lab.run("config", "change", "-t", fault == Fault.SILENT ? "2" : "30");
      assertThat(run.seconds()).isLessThan(DEADLINE);
      assertThat(run.said()).doesNotContain(FakeDevice.PASSWORD);
      switch (fault) {
        case BAD_LINE ->
            assertThat(failed(run))
                .contains("error[NL0736]: node `r1` refused line " + fake.text("bad_line"))
                .contains(told(fake), "0 of 1 nodes")
                .contains(
                    hasCandidate(fake)
                        ? "its configuration is as it was before"
                        : "it took the other lines");
        case DROPS -> assertThat(failed(run)).contains("closed the connection");
        case WRONG_PASSWORD -> assertThat(failed(run)).contains("refuses the user `" + fake.user());
        case SILENT -> assertThat(failed(run)).contains("no answer in time");
        default -> assertThat(run.exit()).as(run.said()).isEqualTo(ExitCode.OK);
      }
    }
  }

  /** A table of BGP neighbors as NX-OS shows it, with those of one address family. */
  private static String neighbors(String local, String peer, String remote, String state) {
    return """
    {"TABLE_vrf": {"ROW_vrf": [{"vrf-name-out": "default", "vrf-router-id": "10.0.0.1",
      "vrf-local-as": "%s", "TABLE_af": {"ROW_af": [{"af-id": "1", "TABLE_saf": {"ROW_saf": {
        "safi": "1", "af-name": "IPv4 Unicast", "TABLE_neighbor": {"ROW_neighbor":
          {"neighborid": "%s", "neighborversion": "4", "neighboras": "%s", "time": "00:01:00",
            "state": "%s", "prefixreceived": "1"}}}}}]}}]}}
    """
        .formatted(local, peer, remote, state);
  }

  private static String routes(String other) {
    return """
    IP Route Table for VRF "default"
    '*' denotes best ucast next-hop

    %s, ubest/mbest: 1/0
        *via 10.1.0.2, [20/0], 00:01:00, bgp-65001, external, tag 65002
    """
        .formatted(other);
  }

  private VendorLab pair(FakeDevice r1, FakeDevice r2) throws IOException {
    return VendorLab.of(
        folder,
        """
        name: box
        provider: clab
        defaults.device: nxos
        defaults.devices.nxos: { config.files.startup.use: cli, ready.limit: 60 }
        addressing.mgmt.ipv4: 198.51.100.0/24
        module: [bgp]
        nodes:
          r1:
        %s
            bgp.as: 65001
          r2:
        %s
            bgp.as: 65002
        links:
        - r1: { ipv4: 10.1.0.1/30 }
          r2: { ipv4: 10.1.0.2/30 }
          prefix.ipv4: 10.1.0.0/30
        """
            .formatted(VendorLab.at(r1).stripTrailing(), VendorLab.at(r2).stripTrailing()),
        "r1",
        "r2");
  }

  private static FakeDevice nxos(String local, String peer, String remote, String state, String far)
      throws IOException, GeneralSecurityException {
    return new FakeDevice("nxos", Fault.NONE, peer.endsWith("2") ? "127.0.0.1" : "127.0.0.2")
        .refusing("^no line is like this$")
        .showing("show bgp all summary vrf all | json", neighbors(local, peer, remote, state))
        .showing("show ip route", routes(far));
  }

  @Test
  void aLabIsProvenByWhatItsDevicesShowOverSsh() throws Exception {
    try (FakeDevice r1 = nxos("65001", "10.1.0.2", "65002", "Established", "10.0.0.2/32");
        FakeDevice r2 = nxos("65002", "10.1.0.1", "65001", "Established", "10.0.0.1/32")) {
      VendorLab lab = pair(r1, r2);
      VendorLab.Run up = lab.run("up", "lab.yml", "--timeout", "30");
      assertThat(up.exit()).as(up.said()).isEqualTo(ExitCode.OK);
      assertThat(up.out()).contains("up and proven: 1 of 1");
      assertThat(r1.running).anyMatch(line -> line.contains("router bgp 65001"));
      assertThat(lab.run("verify").exit()).isEqualTo(ExitCode.OK);
      assertThat(lab.run("exec", "r1", "show ip route").out()).contains("10.0.0.2/32");
    }
  }

  @Test
  void aSessionThatADeviceShowsAsDownIsToldWithItsState() throws Exception {
    try (FakeDevice r1 = nxos("65001", "10.1.0.2", "65002", "Idle", "10.0.0.2/32");
        FakeDevice r2 = nxos("65002", "10.1.0.1", "65001", "Active", "10.0.0.1/32")) {
      VendorLab.Run up = pair(r1, r2).run("up", "lab.yml", "--timeout", "3");
      assertThat(failed(up)).contains("Idle", "0 of 1");
    }
  }
}
