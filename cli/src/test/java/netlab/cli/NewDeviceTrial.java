package netlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import netlab.push.FakeDevice;
import netlab.push.FakeDevice.Fault;

/**
 * What a user does with the device {@code box}; {@link NewDeviceTest} has a program that knows it.
 */
final class NewDeviceTrial {
  private NewDeviceTrial() {}

  /** Runs the commands one after the other, and then a lab in which a line is refused. */
  static void run(Path folder, List<String> commands) throws IOException, GeneralSecurityException {
    try (FakeDevice r1 = box("127.0.0.1", Fault.NONE, "10.1.0.2 65002 Established");
        FakeDevice r2 = box("127.0.0.2", Fault.NONE, "10.1.0.1 65001 Established")) {
      VendorLab lab = lab(folder);
      String said = "";
      for (String command : commands) {
        VendorLab.Run run = lab.run(words(command, r1, r2));
        assertThat(run.exit()).as(command + "\n" + run.said()).isEqualTo(ExitCode.OK);
        said += run.said();
      }
      assertThat(commands).hasSizeGreaterThanOrEqualTo(4);
      assertThat(said).contains("Box OS", "up and proven: 1 of 1", "down, nothing is left");
      assertThat(r1.running)
          .containsExactly(
              "hostname r1",
              "interface lo0",
              " ip address 10.0.0.1 255.255.255.255",
              "interface port1",
              " ip address 10.1.0.1 255.255.255.252",
              "router bgp 65001",
              " router-id 10.0.0.1",
              " neighbor 10.1.0.2 remote-as 65002",
              " network 10.0.0.1/32");
    }
    try (FakeDevice r1 = box("127.0.0.1", Fault.BAD_LINE, "").refusing("remote-as");
        FakeDevice r2 = box("127.0.0.2", Fault.NONE, "")) {
      VendorLab.Run up = lab(folder).run(words("netlab up lab.yml --renumber", r1, r2));
      assertThat(up.exit()).isEqualTo(ExitCode.FAILED);
      assertThat(up.said())
          .contains("`neighbor 10.1.0.2 remote-as 65002` (% Unknown word)")
          .contains("devices/box/bgp.ftl:5:", "${n.as?c}");
    }
  }

  private static VendorLab lab(Path folder) throws IOException {
    return VendorLab.of(folder, Files.readString(folder.resolve("lab.yml")), "r1", "r2");
  }

  private static FakeDevice box(String address, Fault fault, String session)
      throws IOException, GeneralSecurityException {
    return new FakeDevice("box", fault, address)
        .showing("show bgp summary", "Neighbor AS State\n" + session + "\n");
  }

  /** The words of a command, with where the fakes are for those that read the lab file. */
  private static String[] words(String command, FakeDevice r1, FakeDevice r2) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    assertThat(words.removeFirst()).isEqualTo("netlab");
    if (words.contains("lab.yml")) {
      set(words, "addressing.mgmt.ipv4=198.51.100.0/24");
      set(words, "defaults.devices.box.ready.limit=60");
      at(words, "r1", r1);
      at(words, "r2", r2);
    }
    return words.toArray(String[]::new);
  }

  private static void at(List<String> words, String node, FakeDevice fake) {
    set(words, "nodes." + node + ".mgmt.ipv4=" + fake.address());
    set(words, "nodes." + node + ".ansible_port=" + fake.port());
    set(words, "nodes." + node + ".ansible_ssh_pass=" + FakeDevice.PASSWORD);
  }

  private static void set(List<String> words, String setting) {
    words.addAll(List.of("-s", setting));
  }
}
