package netlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import netlab.exec.Command;
import netlab.exec.Line;
import netlab.exec.Result;
import netlab.exec.Running;
import netlab.exec.Shell;
import org.junit.jupiter.api.Test;

class ImageVersionsTest {
  private final List<String> asked = new ArrayList<>();

  private final Shell docker =
      new Shell() {
        @Override
        public Running start(Command command, Consumer<Line> onLine) {
          asked.add(command.shown());
          Result answer =
              command.argv().getLast().equals("lab/ceos:4.33")
                  ? Result.exited(0, "sha256:1234\n", "")
                  : Result.exited(1, "", "no such image");
          return new Running() {
            @Override
            public Result await() {
              return answer;
            }

            @Override
            public void stop() {}
          };
        }

        @Override
        public Result interactive(Command command) {
          throw new UnsupportedOperationException();
        }
      };

  @Test
  void theImageThatWasSetIsToldWithItsId() throws InterruptedException {
    List<String> settings = List.of("defaults.devices.eos.clab.image=lab/ceos:4.33");
    assertThat(ImageVersions.of(List.of("eos", "nxos"), settings, docker))
        .containsOnlyKeys("image of eos")
        .containsEntry("image of eos", "lab/ceos:4.33 sha256:1234");
    assertThat(asked).hasSize(2);
  }

  @Test
  void anImageThatIsNotHereIsNotTold() throws InterruptedException {
    assertThat(ImageVersions.of(List.of("eos", "nobody"), List.of(), docker)).isEmpty();
  }
}
