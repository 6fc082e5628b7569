package netlab.provider.netns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import netlab.exec.Command;
import netlab.exec.FakeShell;
import netlab.plan.LabId;
import org.junit.jupiter.api.Test;

class HolderShellTest {
  private final FakeShell host = new FakeShell();
  private final Reach reach =
      new Reach(
          new HostFacts(true, true, new TreeMap<>(), Optional.empty()),
          new Names(new LabId("zzzzz")));
  private final HolderShell shell = new HolderShell(host, reach);

  @Test
  void commandsForTheHostPassUnchanged() throws Exception {
    shell.run(reach.onHost(List.of("setsid", "--fork", "true")));
    assertThat(host.asked()).containsExactly("setsid --fork true");
  }

  @Test
  void theEndOfAHolderThatIsGoneIsToldAtOnce() throws Exception {
    assertThat(shell.run(Command.of("kill", "-KILL", Reach.HOLDER)).err())
        .isEqualTo(HolderShell.ABSENT);
    assertThat(host.asked()).isEmpty();
  }
}
