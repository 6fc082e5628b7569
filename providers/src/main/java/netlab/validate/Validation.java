package netlab.validate;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.custom.CustomTemplates;
import netlab.exec.Backoff;
import netlab.exec.Deadline;
import netlab.exec.Fanout;
import netlab.exec.Fanout.Outcome;
import netlab.exec.Poll;
import netlab.lab.NodeId;
import netlab.state.LabState;
import netlab.state.NodeState;
import netlab.verify.LabAccess;

/** Runs tests one after the other, each on all its nodes at the same time. */
public final class Validation {
  private static final Backoff PAUSE = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(1));

  /** How long one try on a node may take: a ping without an answer takes a while. */
  private static final Duration TRY = Duration.ofSeconds(60);

  private final LabState lab;
  private final Attempts attempts;
  private final Failures failures;
  private final TestListener listener;
  private final boolean waits;

  /** When the last test that waited has ended, or the lab was started. */
  private long reference;

  private Validation(
      LabState lab,
      Attempts attempts,
      Failures failures,
      TestListener listener,
      Duration up,
      boolean waits) {
    this.lab = lab;
    this.attempts = attempts;
    this.failures = failures;
    this.listener = listener;
    this.waits = waits;
    this.reference = System.nanoTime() - up.toNanos();
  }

  /**
   * A validation of a running lab.
   *
   * @param model the public model, which tests see
   * @param templates where templates are that tests apply
   * @param up for how long the lab has been up
   * @param waits false to try everything once and not to pause
   */
  public static Validation of(
      LabState lab,
      JsonObject model,
      LabAccess access,
      CustomTemplates templates,
      Failures failures,
      TestListener listener,
      Duration up,
      boolean waits) {
    return new Validation(
        lab, new Attempts(lab, model, access, templates), failures, listener, up, waits);
  }

  /**
   * Runs the tests; ends early behind a failed one that says so. What tests broke is whole again
   * when it returns.
   */
  public List<TestResult> run(List<LabTest> tests) throws InterruptedException {
    try {
      return runAll(tests);
    } finally {
      failures.repairAll();
    }
  }

  private List<TestResult> runAll(List<LabTest> tests) throws InterruptedException {
    List<TestResult> results = new ArrayList<>();
    for (LabTest test : tests) {
      listener.begun(test);
      TestResult result = run(test, results);
      results.add(result);
      listener.ended(result);
      if (test.limit().isPresent()) {
        reference = System.nanoTime();
      }
      if (result.stops()) {
        break;
      }
    }
    return List.copyOf(results);
  }

  private TestResult run(LabTest test, List<TestResult> before) throws InterruptedException {
    long began = System.nanoTime();
    Optional<String> wrong = failures.repair(test.repairs());
    if (wrong.isEmpty() && test.failure().isPresent()) {
      began = System.nanoTime();
      wrong = failures.apply(test.name(), test.failure().get());
    }
    if (wrong.isPresent() || test.onlyActs()) {
      return TestResult.of(test, List.of(acted(test, wrong)), since(began));
    }
    if (!(test.action() instanceof Action.Pause)) {
      return TestResult.of(test, new Run(test, began).result(), since(began));
    }
    Optional<NodeResult> found = judged(test, before);
    if (found.isEmpty()) {
      pause(test);
    }
    return TestResult.of(test, found.stream().toList(), since(began));
  }

  /**
   * What a pause finds without waiting: with {@code stop_on_error} that a test before it failed,
   * with {@code level: warning} that its author wants a warning here.
   */
  private static Optional<NodeResult> judged(LabTest test, List<TestResult> before) {
    List<String> failed =
        before.stream()
            .filter(r -> r.status() == TestResult.Status.FAILED)
            .map(r -> r.test().name())
            .toList();
    if (test.stopOnError() && !failed.isEmpty()) {
      return Optional.of(ofLab(false, "failed before: " + String.join(", ", failed)));
    }
    return test.onlyWarns()
        ? Optional.of(ofLab(false, test.fail().orElse("the lab file warns here")))
        : Optional.empty();
  }

  /** What is said of a change: it is not about one node. */
  private NodeResult acted(LabTest test, Optional<String> wrong) {
    String broken = failures.shown(test.name());
    return ofLab(
        wrong.isEmpty(), wrong.orElse(broken.isEmpty() ? "repaired" : "broken: " + broken));
  }

  private static NodeResult ofLab(boolean good, String message) {
    return new NodeResult(
        new NodeId("lab"),
        good ? NodeResult.Status.PASSED : NodeResult.Status.FAILED,
        message,
        Optional.empty(),
        Duration.ZERO);
  }

  private void pause(LabTest test) throws InterruptedException {
    Duration left =
        waits ? test.limit().orElse(Duration.ZERO).minus(since(reference)) : Duration.ZERO;
    Deadline end = Deadline.after(left.isNegative() ? Duration.ZERO : left);
    Poll.until(
        end,
        PAUSE,
        () -> {
          listener.waiting(test, List.of(), end.remaining());
          return Optional.empty();
        });
  }

  private static Duration since(long moment) {
    return Duration.ofNanos(System.nanoTime() - moment);
  }

  /** A test that is run on its nodes until all pass or time is over. */
  private final class Run {
    private final LabTest test;
    private final long began;
    private final Deadline end;
    private final SequencedMap<NodeId, NodeResult> results = new LinkedHashMap<>();

    Run(LabTest test, long began) {
      this.test = test;
      this.began = began;
      this.end = Deadline.after(waits ? test.limit().orElse(Duration.ZERO) : Duration.ZERO);
    }

    List<NodeResult> result() throws InterruptedException {
      Poll.until(end, PAUSE, () -> round() ? Optional.of(true) : Optional.empty());
      return List.copyOf(results.values());
    }

    /** Tries the nodes that do not pass yet; true when there is none any more. */
    private boolean round() throws InterruptedException {
      List<NodeState> open =
          test.nodes().stream()
              .filter(id ->
                  Optional.ofNullable(results.get(id))
                      .map(r -> r.status() == NodeResult.Status.FAILED)
                      .orElse(true))
              .flatMap(id -> lab.node(id).stream())
              .toList();
      Deadline limit = Deadline.after(TRY);
      List<Outcome<NodeResult>> tried =
          Fanout.map(open, limit, node -> attempts.once(test, node, limit));
      for (int i = 0; i < open.size(); i++) {
        results.put(open.get(i).id(), result(open.get(i), tried.get(i)).after(since(began)));
      }
      List<NodeResult> failed =
          results.values().stream().filter(r -> r.status() == NodeResult.Status.FAILED).toList();
      if (!failed.isEmpty()) {
        listener.waiting(test, failed, end.remaining());
      }
      return failed.isEmpty();
    }

    private NodeResult result(NodeState node, Outcome<NodeResult> outcome) {
      return switch (outcome) {
        case Outcome.Done(NodeResult result) -> result;
        case Outcome.TimedOut() ->
            new NodeResult(
                node.id(),
                NodeResult.Status.FAILED,
                "no answer within " + TRY.toSeconds() + " s",
                Optional.empty(),
                TRY);
        case Outcome.Failed(Exception cause) ->
            throw new IllegalStateException("test " + test.name() + " on " + node.id(), cause);
      };
    }
  }
}
