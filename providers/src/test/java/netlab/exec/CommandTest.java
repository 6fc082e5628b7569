package netlab.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandTest {
  @Test
  void isShownAsOneWouldTypeIt() {
    assertThat(Command.of("vtysh", "-c", "show ip route").shown())
        .isEqualTo("vtysh -c 'show ip route'");
    assertThat(Command.of("echo", "it's", "").shown()).isEqualTo("echo 'it'\\''s' ''");
  }

  @Test
  void neverShowsSecretsEnvironmentOrInput() {
    Command command =
        Command.of("login", "-p", "hunter2")
            .hiding(2)
            .with(Map.of("TOKEN", "hunter3"))
            .input("hunter4");
    assertThat(command.shown()).isEqualTo("login -p ***");
    assertThat(command.toString()).doesNotContain("hunter");
  }

  @Test
  void keepsWhatWasSetBefore() {
    Command command = Command.of("a").with(Map.of("A", "1")).with(Map.of("B", "2")).hiding(0);
    assertThat(command.environment()).containsEntry("A", "1").containsEntry("B", "2");
    assertThat(command.within(java.time.Duration.ofSeconds(3)).redact()).containsExactly(0);
  }

  @Test
  void needsAProgram() {
    assertThatThrownBy(() -> Command.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
