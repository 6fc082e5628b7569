package netlab.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import netlab.exec.Fanout.Outcome;
import org.junit.jupiter.api.Test;

class FanoutTest {
  private static final Deadline SOON = Deadline.after(Duration.ofMinutes(1));

  @Test
  void returnsOutcomesInTheOrderOfTheItems() throws InterruptedException {
    CountDownLatch lastRan = new CountDownLatch(1);
    List<Outcome<String>> outcomes =
        Fanout.map(
            List.of(1, 2, 3),
            3,
            SOON,
            n -> {
              if (n == 3) {
                lastRan.countDown();
              }
              lastRan.await();
              return "r" + n;
            });
    assertThat(outcomes)
        .containsExactly(
            new Outcome.Done<>("r1"), new Outcome.Done<>("r2"), new Outcome.Done<>("r3"));
  }

  @Test
  void oneFailureDoesNotStopTheOthers() throws InterruptedException {
    IllegalStateException broken = new IllegalStateException("broken");
    List<Outcome<Integer>> outcomes =
        Fanout.map(
            List.of(1, 2, 3),
            1,
            SOON,
            n -> {
              if (n == 2) {
                throw broken;
              }
              return n;
            });
    assertThat(outcomes)
        .containsExactly(
            new Outcome.Done<>(1), new Outcome.Failed<>(broken), new Outcome.Done<>(3));
  }

  @Test
  void worksOnAsManyAsTheLimitAtATimeAndNoMore() throws InterruptedException {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CyclicBarrier threeTogether = new CyclicBarrier(3);
    List<Outcome<Integer>> outcomes =
        Fanout.map(
            IntStream.range(0, 30).boxed().toList(),
            3,
            SOON,
            n -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              try {
                threeTogether.await();
              } catch (BrokenBarrierException e) {
                throw new IllegalStateException(e);
              }
              now.decrementAndGet();
              return n;
            });
    assertThat(most).hasValue(3);
    assertThat(outcomes).hasSize(30).allMatch(Outcome.Done.class::isInstance);
  }

  @Test
  void itemsBeyondTheDeadlineAreTimedOutAndInterrupted() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    List<Outcome<Integer>> outcomes =
        Fanout.map(
            List.of(1, 2),
            1,
            Deadline.after(Duration.ofMillis(20)),
            n -> {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
              }
              return n;
            });
    assertThat(outcomes).containsExactly(new Outcome.TimedOut<>(), new Outcome.TimedOut<>());
    assertThat(interrupted.getCount()).isZero();
  }

  @Test
  void anInterruptOfTheCallerEndsAllTasksFirst() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(2);
    AtomicInteger ended = new AtomicInteger();
    Thread caller = Thread.currentThread();
    Thread ctrlC =
        Thread.ofPlatform()
            .start(() -> {
              try {
                started.await();
              } catch (InterruptedException e) {
                return;
              }
              caller.interrupt();
            });
    assertThatThrownBy(() ->
            Fanout.map(
                List.of(1, 2),
                2,
                SOON,
                n -> {
                  started.countDown();
                  try {
                    new CountDownLatch(1).await();
                  } finally {
                    ended.incrementAndGet();
                  }
                  return n;
                }))
        .isInstanceOf(InterruptedException.class);
    assertThat(ended).hasValue(2);
    ctrlC.join();
  }

  @Test
  void anErrorIsNotAnOutcome() {
    assertThatThrownBy(() ->
            Fanout.map(
                List.of(1),
                SOON,
                n -> {
                  throw new StackOverflowError();
                }))
        .isInstanceOf(StackOverflowError.class);
  }

  @Test
  void hasADefaultLimitThatGrowsWithTheMachine() {
    assertThat(Fanout.defaultLimit())
        .isEqualTo(Math.min(32, 8 * Runtime.getRuntime().availableProcessors()));
  }
}
