package netlab.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ThisProgramTest {
  @Test
  void optionsOfTheRuntimeAreKeptAndArgumentsAreNot() {
    assertThat(
            ThisProgram.argv(
                List.of("java", "-Xshare:auto", "-cp", "a.jar", "x.Main", "up", "x.Main"),
                "x.Main"))
        .element(0)
        .asString()
        .endsWith("/bin/java");
    assertThat(
            ThisProgram.argv(
                List.of("java", "-Xshare:auto", "-cp", "a.jar", "x.Main", "up"), "x.Main"))
        .endsWith("-Xshare:auto", "-cp", "a.jar", "x.Main");
  }

  @Test
  void whatWasStartedOtherwiseIsStartedFromTheSameClassPath() {
    assertThat(ThisProgram.argv("no.such.Main"))
        .endsWith("-cp", System.getProperty("java.class.path"), "no.such.Main");
  }
}
