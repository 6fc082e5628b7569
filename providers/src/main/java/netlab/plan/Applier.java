package netlab.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.exec.Deadline;
import netlab.exec.Fanout;
import netlab.exec.Shell;

/**
 * Makes a plan so, and unmakes it. Each step is in the journal before it begins; whenever this
 * process ends, by whatever cause, the next one goes on from the journal:
 *
 * <ul>
 *   <li>{@link #apply} passes over steps that are done and planned unchanged. A step that began but
 *       was not done, or is planned otherwise now, is undone and done anew, after everything that
 *       came later.
 *   <li>{@link #undo} undoes all steps in effect, last one first, and needs no plan.
 * </ul>
 */
public final class Applier {
  private static final Duration UNLIMITED = Duration.ofDays(1);

  private final LabFolder folder;
  private final Journal journal;
  private final Progress progress;
  private final Worker worker;

  /** An applier for the lab whose lock is held; the journal is that of the same lab. */
  public Applier(LabLock lock, Journal journal, Shell shell, Effects effects, Progress progress) {
    Object oneAtATime = new Object();
    this.folder = lock.folder();
    this.journal = journal;
    this.progress =
        event -> {
          synchronized (oneAtATime) {
            progress.on(event);
          }
        };
    this.worker = new Worker(folder, shell, effects, this.progress);
  }

  /**
   * Does what of the plan is not done yet, and stops after the first stage in which something
   * failed. On an interrupt the commands that run are ended and the journal tells the truth.
   */
  public Report apply(Plan plan) throws InterruptedException {
    Tally tally = new Tally();
    if (!begin("apply", tally)) {
      return tally.report();
    }
    Set<StepId> kept = kept(plan);
    undo(journal.entries().stream().filter(e -> !kept.contains(e.id())).toList(), tally);
    if (tally.undone > 0 && tally.failures.isEmpty()) {
      forgetHostKeys(tally);
    }
    for (int stage = 0; stage < plan.stages().size() && tally.failures.isEmpty(); stage++) {
      List<Step> todo = new ArrayList<>();
      for (Step step : plan.stages().get(stage)) {
        if (kept.contains(step.id())) {
          tally.skipped++;
          progress.on(new Progress.Event.Skipped(step));
        } else {
          todo.add(step);
        }
      }
      perform(todo, stage, tally);
    }
    return tally.report();
  }

  /**
   * Undoes all steps in effect, last one first; goes on after a failure and reports all of them.
   * What could not be undone stays in the journal for the next try.
   */
  public Report undo() throws InterruptedException {
    Tally tally = new Tally();
    if (begin("undo", tally)) {
      undo(journal.entries(), tally);
      if (tally.failures.isEmpty()) {
        forgetHostKeys(tally);
      }
    }
    return tally.report();
  }

  private boolean begin(String command, Tally tally) {
    try {
      journal.begin(command);
      return true;
    } catch (IOException e) {
      tally.fail(
          new StepFailure(new StepId("journal"), "write the journal", false, Worker.reason(e)));
      return false;
    }
  }

  /** The keys belong to nodes that are gone; the next ones at these addresses have others. */
  private void forgetHostKeys(Tally tally) {
    try {
      Files.deleteIfExists(folder.knownHosts());
      Files.deleteIfExists(folder.broken());
      Files.deleteIfExists(folder.given());
    } catch (IOException e) {
      tally.fail(
          new StepFailure(
              new StepId("known_hosts"), "remove the host keys", true, Worker.reason(e)));
    }
  }

  /**
   * The steps in effect that can stay: done, planned unchanged, and neither begun after one that
   * cannot stay nor planned after one that is missing. Steps of one stage do not depend on each
   * other, so the rest of the stage in which the first such step is may stay. When that step cannot
   * be undone by itself, the last one before it that can be goes with all that came since.
   */
  private Set<StepId> kept(Plan plan) {
    Map<StepId, String> planned = new HashMap<>();
    plan.steps().forEach(step -> planned.put(step.id(), StepJson.fingerprint(step)));
    List<Journal.Entry> entries = List.copyOf(journal.entries());
    Set<StepId> kept = new HashSet<>();
    for (Journal.Entry entry : entries) {
      if (entry.state() == Journal.State.DONE
          && entry.fingerprint().equals(planned.get(entry.id()))) {
        kept.add(entry.id());
      }
    }
    int first = dropDependents(entries, kept, plan);
    boolean stuck =
        entries.stream()
            .filter(entry -> entry.undo().isEmpty() && !kept.contains(entry.id()))
            .anyMatch(entry -> entry.group().equals(entries.get(first).group()));
    int cause = first;
    while (stuck && cause > 0) {
      cause--;
      stuck = !entries.get(cause).hasInverse();
    }
    if (cause < first) {
      kept.remove(entries.get(cause).id());
      dropDependents(entries, kept, plan);
    }
    return kept;
  }

  /**
   * Leaves only what depends on nothing that is not kept.
   *
   * @return index of the first entry that is not kept; their number when all are
   */
  private static int dropDependents(List<Journal.Entry> entries, Set<StepId> kept, Plan plan) {
    boolean complete = true;
    for (List<Step> stage : plan.stages()) {
      List<StepId> ids = stage.stream().map(Step::id).toList();
      if (!complete) {
        ids.forEach(kept::remove);
      }
      complete &= kept.containsAll(ids);
    }
    int first = 0;
    while (first < entries.size() && kept.contains(entries.get(first).id())) {
      first++;
    }
    for (Journal.Entry entry : entries.subList(first, entries.size())) {
      if (!entry.group().equals(entries.get(first).group())) {
        kept.remove(entry.id());
      }
    }
    return first;
  }

  private void perform(List<Step> steps, int stage, Tally tally) throws InterruptedException {
    for (Optional<StepFailure> failure : each(steps, step -> perform(step, stage))) {
      failure.ifPresentOrElse(tally::fail, () -> tally.done++);
    }
  }

  private Optional<StepFailure> perform(Step step, int stage) throws InterruptedException {
    try {
      journal.started(step, stage);
      progress.on(new Progress.Event.Started(step));
      long begin = System.nanoTime();
      Optional<Worker.Problem> problem = worker.perform(step);
      if (problem.isPresent()) {
        journal.failed(step.id(), problem.get().text());
        return failure(
            new StepFailure(
                step.id(), step.title(), false, problem.get().text(), problem.get().commands()));
      }
      journal.done(step.id());
      progress.on(new Progress.Event.Done(step, Duration.ofNanos(System.nanoTime() - begin)));
      return Optional.empty();
    } catch (IOException e) {
      return failure(step.id(), step.title(), false, journalProblem(e));
    }
  }

  /** Undoes these entries, group by group from the end; those of one group at the same time. */
  private void undo(List<Journal.Entry> entries, Tally tally) throws InterruptedException {
    SequencedMap<Journal.Group, List<Journal.Entry>> groups = new LinkedHashMap<>();
    for (Journal.Entry entry : entries) {
      groups.computeIfAbsent(entry.group(), g -> new ArrayList<>()).add(entry);
    }
    for (List<Journal.Entry> group : groups.reversed().values()) {
      for (Optional<StepFailure> failure : each(group.reversed(), this::undo)) {
        failure.ifPresentOrElse(tally::fail, () -> tally.undone++);
      }
    }
  }

  private Optional<StepFailure> undo(Journal.Entry entry) throws InterruptedException {
    try {
      if (!entry.undo().isEmpty()) {
        journal.undoing(entry.id());
      }
      Optional<String> problem = worker.undo(entry.undo());
      if (problem.isPresent()) {
        journal.undoFailed(entry.id(), problem.get());
        return failure(entry.id(), entry.title(), true, problem.get());
      }
      journal.undone(entry.id());
      progress.on(new Progress.Event.Undone(entry.id(), entry.title()));
      return Optional.empty();
    } catch (IOException e) {
      return failure(entry.id(), entry.title(), true, journalProblem(e));
    }
  }

  private static String journalProblem(IOException e) {
    return "cannot write the journal: " + Worker.reason(e);
  }

  private Optional<StepFailure> failure(
      StepId step, String title, boolean undoing, String message) {
    return failure(new StepFailure(step, title, undoing, message));
  }

  private Optional<StepFailure> failure(StepFailure failure) {
    progress.on(new Progress.Event.Failed(failure));
    return Optional.of(failure);
  }

  private static <T> List<Optional<StepFailure>> each(
      List<T> items, Fanout.Task<T, Optional<StepFailure>> task) throws InterruptedException {
    if (items.size() == 1) {
      return List.of(task.apply(items.getFirst()));
    }
    List<Optional<StepFailure>> results = new ArrayList<>();
    for (Fanout.Outcome<Optional<StepFailure>> outcome :
        Fanout.map(items, Deadline.after(UNLIMITED), task)) {
      switch (outcome) {
        case Fanout.Outcome.Done<Optional<StepFailure>>(Optional<StepFailure> result) ->
            results.add(result);
        case Fanout.Outcome.Failed<Optional<StepFailure>>(Exception cause) ->
            throw new IllegalStateException(cause);
        case Fanout.Outcome.TimedOut<Optional<StepFailure>>() ->
            throw new IllegalStateException("a step took more than a day");
      }
    }
    return results;
  }

  private static final class Tally {
    private int done;
    private int skipped;
    private int undone;
    private final List<StepFailure> failures = new ArrayList<>();

    void fail(StepFailure failure) {
      failures.add(failure);
    }

    Report report() {
      return new Report(done, skipped, undone, failures);
    }
  }
}
