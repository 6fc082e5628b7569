package netlab.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import netlab.exec.Deadline;
import netlab.exec.Fanout;
import netlab.exec.Fanout.Outcome;
import netlab.exec.Poll;
import netlab.expect.Expectation;
import netlab.expect.Outlook;
import netlab.expect.Reach;
import netlab.lab.NodeId;

/** Waits until the nodes of a lab report what its model expects, or until time is over. */
public final class Verifier {
  /**
   * How hard the nodes may be asked: after each round there is a pause of four times what was spent
   * on nodes of which something is still open, so that asking in vain takes a fifth of the time at
   * most and does not slow down what it waits for. While the lab is being started the pause is
   * always the same.
   *
   * @param shortest the shortest pause
   * @param starting the pause while the lab is being started
   * @param longest the longest pause between two rounds
   * @param retry the longest pause before a node that did not answer is asked again
   * @param grace what a node may take to answer, also when time is over
   * @param settled for how long it must be so that nothing can come up any more
   */
  record Pace(
      Duration shortest,
      Duration starting,
      Duration longest,
      Duration retry,
      Duration grace,
      Duration settled) {
    static final Pace STANDARD =
        new Pace(
            Duration.ofMillis(100),
            Duration.ofMillis(300),
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(15));

    Duration after(Duration work, Duration limit) {
      Duration pause = work.multipliedBy(4);
      pause = pause.compareTo(shortest) < 0 ? shortest : pause;
      return pause.compareTo(limit) > 0 ? limit : pause;
    }
  }

  private record Answer(NodeId node, Map<String, Reading> readings, Duration took) {}

  /** How often in the time that it takes to be settled it is looked whether it is. */
  private static final int LOOKS = 3;

  private static final Deadline NEVER = Deadline.after(Duration.ofDays(365));
  private static final Reading NO_ANSWER = new Reading.Unreachable("no answer in time");

  private final Access access;
  private final Diagnosis diagnosis;
  private final Pace pace;

  public Verifier(Access access, Diagnosis diagnosis) {
    this(access, diagnosis, Pace.STANDARD);
  }

  Verifier(Access access, Diagnosis diagnosis, Pace pace) {
    this.access = access;
    this.diagnosis = diagnosis;
    this.pace = pace;
  }

  /**
   * Asks the nodes again and again, only those with an expectation that does not hold yet. Returns
   * as soon as all hold, or none of the others can come to hold any more; then, and at the
   * deadline, it asks once more, also for what explains the failures.
   */
  public Verdict verify(List<Expectation> expectations, Deadline deadline, Listener listener)
      throws InterruptedException {
    return verify(expectations, List.of(), Term.of(deadline), listener);
  }

  /**
   * The same for a lab that may still be coming up: then nodes are asked from when they and their
   * open neighbors are awake.
   *
   * @param reaches routes that follow, which are looked for when all expectations hold
   */
  public Verdict verify(
      List<Expectation> expectations, List<Reach> reaches, Term term, Listener listener)
      throws InterruptedException {
    Run run = new Run(expectations, term, listener);
    Poll.until(NEVER, () -> pace.starting, () -> done(term.end().isPresent() || run.round()));
    Deadline deadline = term.end().orElse(NEVER);
    Poll.until(
        deadline,
        run::pause,
        () -> done(run.board.open().isEmpty() || run.round() || run.settled()));
    if (!run.board.open().isEmpty()) {
      run.explain();
    }
    boolean up = run.isUp();
    Routes routes =
        up && !reaches.isEmpty()
            ? new RouteProof(access, reaches).await(term.end().orElse(NEVER))
            : Routes.NONE;
    return new Verdict(run.board.checks(), routes, run.elapsed(), run.settled && !up);
  }

  private static Optional<Boolean> done(boolean done) {
    return done ? Optional.of(true) : Optional.empty();
  }

  private final class Run {
    private final long began = System.nanoTime();
    private final Map<NodeId, Deadline> resting = new HashMap<>();
    private final Board board;
    private final Term term;
    private final Listener listener;
    private Duration pause = pace.shortest;
    private SequencedMap<Expectation, Outlook> outlooks = new LinkedHashMap<>();
    private volatile Deadline patience = Deadline.after(Duration.ZERO);
    private Deadline nextLook = Deadline.after(pace.settled.dividedBy(LOOKS));
    private Deadline settling = NEVER;
    private boolean settled;

    private Run(List<Expectation> expectations, Term term, Listener listener) {
      this.board = new Board(expectations.stream().distinct().toList());
      this.term = term;
      this.listener = listener;
    }

    private Duration elapsed() {
      return Duration.ofNanos(System.nanoTime() - began);
    }

    private Duration pause() {
      return pause;
    }

    private boolean starting() {
      return term.end().isEmpty();
    }

    private boolean last() {
      return term.end().map(Deadline::passed).orElse(false);
    }

    /** Asks once; true when nothing is open any more. */
    private boolean round() throws InterruptedException {
      boolean last = last();
      boolean starting = starting();
      List<Question> questions =
          board.open().stream()
              .filter(q -> last || !isResting(q.node()))
              .filter(q -> !starting || access.awake(q.node()))
              .toList();
      List<Answer> answers = ask(questions, last ? this::read : this::look);
      board.tell(listener);
      pause = pace.after(vain(answers), pace.longest);
      return board.open().isEmpty();
    }

    /** The time that went to nodes of which something is still open. */
    private Duration vain(List<Answer> answers) {
      Duration sum =
          answers.stream()
              .filter(answer -> board.openPeers(answer.node).findAny().isPresent())
              .map(Answer::took)
              .reduce(Duration.ZERO, Duration::plus);
      return sum.dividedBy(Fanout.defaultLimit());
    }

    /** While nodes are being started and for a moment more: what is not so yet is soon. */
    private boolean patient() {
      if (starting()) {
        patience = Deadline.after(pace.longest.multipliedBy(2));
      }
      return !patience.passed();
    }

    private boolean isResting(NodeId node) {
      return Optional.ofNullable(resting.get(node)).map(until -> !until.passed()).orElse(false);
    }

    private List<Answer> ask(List<Question> questions, Fanout.Task<Question, Answer> way)
        throws InterruptedException {
      Duration left = term.end().orElse(NEVER).remaining();
      Deadline end = Deadline.after(left.plus(pace.grace));
      List<Outcome<Answer>> outcomes = Fanout.map(questions, end, way);
      List<Answer> answers = new ArrayList<>();
      for (int i = 0; i < outcomes.size(); i++) {
        Answer answer = answer(questions.get(i), outcomes.get(i));
        board.update(answer.node, answer.readings, elapsed());
        if (answer.readings.values().stream().anyMatch(Reading.Unreachable.class::isInstance)) {
          resting.put(answer.node, Deadline.after(pace.after(answer.took, pace.retry)));
        }
        answers.add(answer);
      }
      return answers;
    }

    /**
     * Reads a node when something open may hold by now; when more may be soon, only when all may.
     * As long as nodes are being started it uses the time to get ready for that.
     */
    private Answer look(Question question) throws InterruptedException {
      Duration before = elapsed();
      boolean starting = starting();
      Deadline end = Deadline.after(pace.grace);
      Optional<Map<String, Reading>> glance =
          access.glance(question.node(), question.readers(), end);
      boolean tooEarly =
          glance
              .map(seen -> board.staysOpen(question, seen, patient()))
              .orElseGet(() -> starting && !peersAreAwake(question.node()));
      if (!tooEarly) {
        return read(question);
      }
      if (starting) {
        access.prepare(question.node(), end);
      }
      return new Answer(question.node(), glance.orElse(Map.of()), elapsed().minus(before));
    }

    private boolean peersAreAwake(NodeId node) {
      return board.openPeers(node).allMatch(access::awake);
    }

    private Answer read(Question question) throws InterruptedException {
      Duration before = elapsed();
      Map<String, Reading> readings =
          access.read(question.node(), question.readers(), Deadline.after(pace.grace));
      return new Answer(question.node(), readings, elapsed().minus(before));
    }

    private Answer answer(Question question, Outcome<Answer> outcome) {
      return switch (outcome) {
        case Outcome.Done(Answer answer) -> answer;
        case Outcome.Failed(Exception cause) ->
            throw new IllegalStateException("reading " + question.node(), cause);
        case Outcome.TimedOut() -> {
          Map<String, Reading> none = new HashMap<>();
          question.readers().forEach(r -> none.put(r, NO_ANSWER));
          yield new Answer(question.node(), none, pace.grace);
        }
      };
    }

    private boolean isUp() {
      return board.open().isEmpty();
    }

    /** True when it has been so for a while that nothing that is open can come up any more. */
    private boolean settled() throws InterruptedException {
      if (!nextLook.passed()) {
        return false;
      }
      nextLook = Deadline.after(pace.settled.dividedBy(LOOKS));
      Explainer explainer = explainer();
      SequencedMap<Expectation, Outlook> now = new LinkedHashMap<>();
      board.adjacencies().stream()
          .filter(ends -> !ends.both().stream().allMatch(Check::ok))
          .forEach(ends -> now.put(ends.one().expectation(), explainer.outlook(ends)));
      if (now.containsValue(Outlook.MAY_COME) || !now.containsValue(Outlook.NEVER)) {
        now.clear();
      }
      if (now.isEmpty() || !now.equals(outlooks)) {
        outlooks = now;
        settling = Deadline.after(pace.settled);
      }
      settled = !now.isEmpty() && settling.passed();
      return settled;
    }

    private void explain() throws InterruptedException {
      board.revise(explainer()::explain);
      board.tell(listener);
    }

    /** Reads from both ends of what is open all that may tell why. */
    private Explainer explainer() throws InterruptedException {
      Map<NodeId, Map<String, Reading>> told = new HashMap<>();
      ask(questions(), this::read).forEach(answer -> told.put(answer.node, answer.readings));
      return new Explainer(access, diagnosis, told, access.dead());
    }

    private List<Question> questions() {
      SequencedMap<NodeId, SequencedSet<String>> needed = new LinkedHashMap<>();
      board.adjacencies().stream()
          .filter(ends -> !ends.both().stream().allMatch(Check::ok))
          .flatMap(ends -> ends.both().stream())
          .map(Check::expectation)
          .forEach(e -> {
            var readers = needed.computeIfAbsent(e.node(), n -> new LinkedHashSet<>());
            readers.add(e.reader());
            readers.addAll(access.related(e));
          });
      List<Question> questions = new ArrayList<>();
      needed.forEach((node, readers) -> questions.add(new Question(node, List.copyOf(readers))));
      return questions;
    }
  }
}
