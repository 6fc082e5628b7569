package netlab.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import netlab.lab.NodeId;
import netlab.render.ConfigFile;
import org.junit.jupiter.api.Test;

final class SysctlOutputTest {
  @Test
  void eachSettingThatWasNotMadeIsFoundInItsFile() {
    ConfigFile file =
        new ConfigFile(
            "sysctl.conf",
            "/etc/sysctl.conf",
            "net.ipv4.a=1\nnet.ipv4.b=x\nnet.ipv4.c=1\n",
            "0644",
            ConfigFile.Use.SYSCTL);
    List<Refusal> found =
        SysctlOutput.refusals(
            new NodeId("r1"),
            List.of(file),
            """
            sysctl: setting key "net.ipv4.b": Invalid argument
            sysctl: cannot stat /proc/sys/net/ipv4/c: No such file or directory
            """);
    assertThat(found)
        .extracting(Refusal::line, Refusal::text, Refusal::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, "net.ipv4.b=x", "Invalid argument"),
            org.assertj.core.groups.Tuple.tuple(3, "net.ipv4.c=1", "No such file or directory"));
  }
}
