package netlab.provider.netns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import netlab.exec.LabHost;
import netlab.provider.NodeStatus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real routers and hosts in namespaces of this host. */
@Tag("lab")
class NetnsLabTest {
  @TempDir Path folder;

  @BeforeAll
  static void host() {
    LabHost.needsRoot();
    LabHost.needs(HostProbe.isPrivileged(), "the capabilities NET_ADMIN and SYS_ADMIN");
    LabHost.needsProgram("/usr/lib/frr/zebra");
    LabHost.needsProgram("/usr/bin/vtysh");
  }

  @Test
  void twoBgpRoutersComeUpAndGoAway() throws Exception {
    try (Running lab = new Running(Sketch.ring(2), folder)) {
      assertThat(lab.check()).isEmpty();
      assertThat(lab.up().failures()).isEmpty();
      assertThat(lab.provider().status(lab.info))
          .extracting(NodeStatus::state)
          .containsExactly(NodeStatus.State.RUNNING, NodeStatus.State.RUNNING);
      assertThat(lab.provider().refusals(lab.info)).isEmpty();
      assertThat(
              lab.eventually(
                  "r1", "show bgp summary json", "\"Established\"", Duration.ofSeconds(20)))
          .isTrue();
      assertThat(lab.down()).isEmpty();
    }
  }
}
