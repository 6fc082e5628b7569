package netlab.plan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static netlab.plan.TestLab.make;
import static netlab.plan.TestLab.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that dies at any moment leaves a lab that can be brought up, and taken down. */
class KillTest {
  private static final int DEEDS_UP = 10;
  private static final int DEEDS_DOWN = 8;
  private static final List<String> ALL = List.of("a", "b", "c", "d", "e", "f", "g", "h");

  @TempDir Path path;

  private static Plan plan() {
    return Plan.builder()
        .then(write("configs/r1/frr.conf", "router"))
        .then(make("a"))
        .together(List.of(make("b"), make("c"), make("d")))
        .then(make("e", "f", "g"))
        .then(new Step.PushConfig(new StepId("push"), "configure a", "a", "text"))
        .then(new Step.WaitFor(new StepId("wait"), "wait for g", "g", Duration.ZERO))
        .then(make("h"))
        .build();
  }

  static Stream<Arguments> momentsOfUp() {
    return moments(DEEDS_UP);
  }

  static Stream<Arguments> momentsOfDown() {
    return moments(DEEDS_DOWN);
  }

  private static Stream<Arguments> moments(int deeds) {
    return IntStream.rangeClosed(1, deeds)
        .boxed()
        .flatMap(k -> Stream.of(Arguments.of(k, false), Arguments.of(k, true)));
  }

  @ParameterizedTest(name = "killed at deed {0}, done first: {1}")
  @MethodSource("momentsOfUp")
  void upGoesOnAfterAKillAndDownLeavesNothing(int deed, boolean after) throws Exception {
    TestLab lab = new TestLab(path);
    kill(lab, deed, after, () -> lab.up(plan()));
    assertThat(lab.up(plan()).failures()).isEmpty();
    assertThat(lab.world.things).containsExactlyElementsOf(ALL);
    assertThat(lab.inEffect())
        .allMatch(entry -> entry.state() == Journal.State.DONE)
        .hasSize(plan().steps().size());
    assertThat(lab.down().failures()).isEmpty();
    assertNothingLeft(lab);
  }

  @ParameterizedTest(name = "killed at deed {0}, done first: {1}")
  @MethodSource("momentsOfUp")
  void downLeavesNothingOfAnUpThatWasKilled(int deed, boolean after) throws Exception {
    TestLab lab = new TestLab(path);
    kill(lab, deed, after, () -> lab.up(plan()));
    assertThat(lab.down().failures()).isEmpty();
    assertNothingLeft(lab);
  }

  @ParameterizedTest(name = "killed at deed {0}, done first: {1}")
  @MethodSource("momentsOfDown")
  void downGoesOnAfterAKill(int deed, boolean after) throws Exception {
    TestLab lab = new TestLab(path);
    lab.up(plan());
    kill(lab, deed, after, lab::down);
    assertThat(lab.down().failures()).isEmpty();
    assertNothingLeft(lab);
  }

  @ParameterizedTest(name = "killed at deed {0}, done first: {1}")
  @MethodSource("momentsOfDown")
  void upGoesOnAfterAKilledDown(int deed, boolean after) throws Exception {
    TestLab lab = new TestLab(path);
    lab.up(plan());
    kill(lab, deed, after, lab::down);
    assertThat(lab.up(plan()).failures()).isEmpty();
    assertThat(lab.world.things).containsExactlyElementsOf(ALL);
  }

  @ParameterizedTest(name = "killed twice, the second time at deed {0}, done first: {1}")
  @MethodSource("momentsOfUp")
  void aKillWhileGoingOnAfterAKillIsNoWorse(int deed, boolean after) throws Exception {
    TestLab lab = new TestLab(path);
    kill(lab, 6, true, () -> lab.up(plan()));
    lab.world.killAt(deed, after);
    Throwable second = catchThrowable(() -> lab.up(plan()));
    lab.world.live();
    // The second run has fewer deeds left to do, so a late kill does not reach it.
    assertThat(second == null || second instanceof World.Killed).isTrue();
    assertThat(lab.up(plan()).failures()).isEmpty();
    assertThat(lab.world.things).containsExactlyElementsOf(ALL);
    lab.down();
    assertNothingLeft(lab);
  }

  /** Deeds that come right after a record, and how many bytes of that record were written. */
  static Stream<Arguments> tornRecords() {
    return Stream.of(1, 2, 3, 4, 5, 8, 9, 10)
        .flatMap(k -> Stream.of(1, 60, 100_000).map(bytes -> Arguments.of(k, bytes)));
  }

  @ParameterizedTest(name = "killed before deed {0} with {1} bytes of the record written")
  @MethodSource("tornRecords")
  void aTornLastRecordIsDropped(int deed, int bytes) throws Exception {
    TestLab lab = new TestLab(path);
    kill(lab, deed, false, () -> lab.up(plan()));
    byte[] journal = Files.readAllBytes(lab.folder.journal());
    int line = new String(journal, ISO_8859_1).lastIndexOf('\n', journal.length - 2) + 1;
    int length = Math.min(line + bytes, journal.length - 1);
    Files.write(lab.folder.journal(), Arrays.copyOf(journal, length));
    assertThat(lab.up(plan()).failures()).isEmpty();
    assertThat(lab.world.things).containsExactlyElementsOf(ALL);
    lab.down();
    assertNothingLeft(lab);
  }

  private interface Life {
    Report live() throws IOException, InterruptedException;
  }

  private static void kill(TestLab lab, int deed, boolean after, Life life) {
    lab.world.killAt(deed, after);
    assertThat(catchThrowable(life::live)).isInstanceOf(World.Killed.class);
    lab.world.live();
  }

  private static void assertNothingLeft(TestLab lab) throws IOException {
    assertThat(lab.world.things).isEmpty();
    assertThat(lab.files()).isEmpty();
    assertThat(lab.inEffect()).isEmpty();
  }
}
