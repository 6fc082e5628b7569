package netlab.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import netlab.exec.Result;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A line that FRR or the kernel does not know, at the end of one module's template after the other:
 * each is told with the node, the rendered line and the line of the template.
 */
@Tag("lab")
final class PlantedLinesTest {
  private static final Path RESOURCES = Path.of("../device-templates/src/main/resources");

  @TempDir private Path folder;

  @Test
  void aLineThatFrrRefusesIsToldForTheTemplateOfEveryModule() throws Exception {
    Netlab.needsNamespacesAndFrr();
    List<String> parts = List.of("initial", "routing", "ospf", "isis", "ripv2", "bgp", "bfd");
    for (String part : parts) {
      plant("frr", part, "planted words of " + part);
    }
    Result up =
        up(
            """
            module: [ospf, isis, ripv2, bgp, bfd, routing]
            bgp.as: 65000
            nodes: { r1: { routing.static: [ { ipv4: 10.77.0.0/16, nexthop.discard: true } ] } }
            links: [ { r1: , type: stub } ]
            """);
    assertThat(up.exit()).isEqualTo(1);
    for (String part : parts) {
      assertThat(up.err())
          .containsPattern("`r1` refused line \\d+ of frr.conf: `planted words of " + part + "`")
          .contains(" --> devices/frr/%s.ftl:%d:1".formatted(part, length("frr", part)));
    }
  }

  @Test
  void aLineThatIpRefusesStopsTheLabAndIsToldWithItsPlace() throws Exception {
    Netlab.needsNamespacesAndFrr();
    plant("linux", "initial.link", "link set dev planted up");
    Result up = up("nodes: [r1]\nlinks: [ { r1: , type: stub } ]\n");
    assertThat(up.exit()).isEqualTo(1);
    assertThat(up.err())
        .contains("of ip.batch: `link set dev planted up` (Cannot find device \"planted\")")
        .contains(" --> devices/linux/initial.link.ftl:" + length("linux", "initial.link") + ":1")
        .contains("`netlab up` goes on from here when it is mended");
  }

  @Test
  void aSettingThatTheKernelRefusesStopsTheLabAndIsToldWithItsPlace() throws Exception {
    Netlab.needsNamespacesAndFrr();
    plant("frr", "initial.sysctl", "net.ipv4.conf.all.planted=1");
    Result up = up("nodes: [r1]\nlinks: [ { r1: , type: stub } ]\n");
    assertThat(up.exit()).isEqualTo(1);
    assertThat(up.err())
        .contains("of sysctl.conf: `net.ipv4.conf.all.planted=1` (No such file or directory)")
        .contains(" --> devices/frr/initial.sysctl.ftl:" + length("frr", "initial.sysctl") + ":1");
  }

  @Test
  void aLineThatIpRefusesInAContainerIsToldWithItsPlace() throws Exception {
    ContainerLab.needsContainers();
    plant("linux", "initial.link", "link set dev planted up");
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write(
          "lab.yml",
          """
          name: plantedc
          provider: clab
          addressing.mgmt.ipv4: 172.29.77.0/24
          defaults.device: frr
          defaults.devices.frr.clab.image: %s
          nodes: [r1, r2]
          links: [r1-r2]
          """
              .formatted(ContainerLab.IMAGE));
      Result up = netlab.runWith(folder.resolve("planted"), "up", "lab.yml", "--timeout", "5");
      assertThat(up.exit()).isEqualTo(1);
      assertThat(up.err())
          .contains("node `r1` refused line 1 of ip.batch: `link set dev planted up`")
          .contains("node `r2` refused line 1 of ip.batch")
          .contains(" --> devices/linux/initial.link.ftl:" + length("linux", "initial.link"));
    }
  }

  @Test
  void linesOfModulesThatNeedMoreOfTheKernelAreToldToo() throws Exception {
    Netlab.needsFullKernel();
    List<String> daemons = List.of("vrf", "mpls", "evpn", "sr", "gateway");
    for (String part : daemons) {
      plant("frr", part, "planted words of " + part);
    }
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write(
          "lab.yml",
          """
          name: planted
          provider: netns
          defaults.device: frr
          bgp.as: 65000
          ospf.timers: { hello: 1, dead: 4 }
          sr.protocol: ospfv2
          vrfs.tenant:
          vlans.red.mode: bridge
          nodes:
            pe: { module: [ospf, bgp, mpls, vrf, gateway], mpls: { ldp: true, vpn.ipv4: true } }
            sr: { module: [ospf, sr] }
            vtep: { module: [ospf, bgp, vlan, vxlan, evpn] }
          links:
          - pe-sr
          - sr-vtep
          - { pe: { vrf: tenant }, type: lan, gateway: { protocol: vrrp } }
          - { vtep: { vlan.access: red }, type: lan }
          """);
      Result up =
          netlab.runInFullKernel(
              Duration.ofMinutes(4), folder.resolve("planted"), "up", "lab.yml", "--timeout", "5");
      assertThat(up.ok()).isFalse();
      for (String part : daemons) {
        assertThat(up.err())
            .containsPattern("refused line \\d+ of frr.conf: `planted words of " + part + "`")
            .contains(" --> devices/frr/%s.ftl:%d:1".formatted(part, length("frr", part)));
      }
    }
  }

  private Result up(String lab) throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      netlab.write("lab.yml", "name: planted\nprovider: netns\ndefaults.device: frr\n" + lab);
      return netlab.runWith(folder.resolve("planted"), "up", "lab.yml", "--timeout", "5");
    }
  }

  /** The template as it is, with one more line, where the program finds it first. */
  private void plant(String device, String part, String line) throws IOException {
    Path copy = folder.resolve("planted").resolve(name(device, part));
    Files.createDirectories(copy.getParent());
    String text = Files.readString(RESOURCES.resolve(name(device, part)));
    Files.writeString(copy, text + line + "\n");
  }

  private int length(String device, String part) throws IOException {
    return Files.readAllLines(folder.resolve("planted").resolve(name(device, part))).size();
  }

  private static String name(String device, String part) {
    return "devices/" + device + "/" + part + ".ftl";
  }
}
