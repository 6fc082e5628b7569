package netlab.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import netlab.exec.Backoff;
import netlab.exec.Deadline;
import netlab.exec.Poll;
import netlab.exec.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An {@code up} that is killed, at each record of its journal, is continued or taken away. */
@Tag("lab")
final class KilledUpTest {
  private static final String[] UP = {"up", "seed.yml", "-d", "frr", "-p", "netns"};
  private static final Backoff AT_ONCE = new Backoff(Duration.ofMillis(1), Duration.ofMillis(1));

  @TempDir private Path folder;

  @BeforeAll
  static void host() {
    Netlab.needsNamespacesAndFrr();
  }

  @Test
  void downTakesAwayWhateverWasMade() throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      long records = recordsOfAWholeRun(netlab);
      for (long record = 1; record <= records; record += 2) {
        kill(netlab, record);
        Result down = netlab.run("down");
        assertThat(down.ok()).as("killed at " + record + ": " + down.out() + down.err()).isTrue();
        assertThat(netlab.traces()).as("killed at " + record).isEmpty();
      }
    }
  }

  @Test
  void upGoesOn() throws Exception {
    try (Netlab netlab = new Netlab(folder)) {
      long records = recordsOfAWholeRun(netlab);
      for (long record = 2; record <= records; record += 4) {
        kill(netlab, record);
        Result up = netlab.run(UP);
        assertThat(up.ok()).as("killed at " + record + ": " + up.out() + up.err()).isTrue();
        assertThat(up.out()).contains("up and proven");
        assertThat(netlab.run("down").ok()).isTrue();
        assertThat(netlab.traces()).as("killed at " + record).isEmpty();
      }
    }
  }

  private static long recordsOfAWholeRun(Netlab netlab) throws Exception {
    netlab.write("seed.yml", Netlab.example("seed.yml"));
    Result up = netlab.run(UP);
    assertThat(up.ok()).as(up.out() + up.err()).isTrue();
    long records = netlab.journal();
    assertThat(records).isGreaterThan(8);
    assertThat(netlab.run("down").ok()).isTrue();
    return records;
  }

  /** Kills an {@code up} as soon as its journal has so many records; the old ones are forgotten. */
  private static void kill(Netlab netlab, long records) throws Exception {
    Process up = netlab.start(UP);
    long before = netlab.journal();
    Poll.until(
        Deadline.after(Duration.ofMinutes(1)),
        AT_ONCE,
        () -> {
          long now = netlab.journal();
          boolean begun = now < before || before == 0;
          return !up.isAlive() || (begun && now >= records) ? Optional.of(now) : Optional.empty();
        });
    up.destroyForcibly();
    assertThat(up.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }
}
