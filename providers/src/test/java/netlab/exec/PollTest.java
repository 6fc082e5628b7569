package netlab.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollTest {
  private final List<Duration> pauses = new ArrayList<>();

  @AfterEach
  void noInterruptIsLeftBehind() {
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void doublesThePauseUpToTheLongest() throws InterruptedException {
    AtomicInteger looks = new AtomicInteger();
    Optional<String> answer =
        Poll.until(
            Deadline.after(Duration.ofHours(1)),
            Backoff.STANDARD,
            () -> looks.incrementAndGet() == 7 ? Optional.of("up") : Optional.empty(),
            pauses::add);
    assertThat(answer).contains("up");
    assertThat(pauses.stream().map(Duration::toMillis))
        .containsExactly(100L, 200L, 400L, 800L, 1000L, 1000L);
  }

  @Test
  void looksOnceWhenTheDeadlineHasPassedAlready() throws InterruptedException {
    AtomicInteger looks = new AtomicInteger();
    Optional<String> answer =
        Poll.until(
            Deadline.after(Duration.ZERO),
            Backoff.STANDARD,
            () -> {
              looks.incrementAndGet();
              return Optional.empty();
            },
            pauses::add);
    assertThat(answer).isEmpty();
    assertThat(looks).hasValue(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void neverPausesBeyondTheDeadline() throws InterruptedException {
    Duration limit = Duration.ofMillis(30);
    Poll.until(Deadline.after(limit), Backoff.STANDARD, Optional::empty);
    Poll.until(
        Deadline.after(limit),
        Backoff.STANDARD,
        Optional::empty,
        pause -> {
          pauses.add(pause);
          Poll.until(Deadline.after(pause), Backoff.LOCAL, Optional::empty);
        });
    assertThat(pauses).allSatisfy(pause -> assertThat(pause).isLessThanOrEqualTo(limit));
  }

  @Test
  void stopsOnAnInterrupt() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() ->
            Poll.until(Deadline.after(Duration.ofHours(1)), Backoff.STANDARD, Optional::empty))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void aDeadlineFarAwayDoesNotWrap() {
    assertThat(Deadline.after(Duration.ofSeconds(Long.MAX_VALUE)).passed()).isFalse();
    assertThat(Deadline.after(Duration.ofDays(2)).atMost(Duration.ofSeconds(5)).remaining())
        .isLessThanOrEqualTo(Duration.ofSeconds(5));
    assertThat(Deadline.after(Duration.ZERO).atMost(Duration.ofSeconds(5)).passed()).isTrue();
  }
}
