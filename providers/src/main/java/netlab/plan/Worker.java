package netlab.plan;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.exec.Backoff;
import netlab.exec.Deadline;
import netlab.exec.Fanout;
import netlab.exec.NamespaceProcesses;
import netlab.exec.Poll;
import netlab.exec.Result;
import netlab.exec.Shell;
import netlab.plan.StepFailure.FailedCommand;

/** Does steps and their inverses. Says what went wrong; empty means that nothing did. */
final class Worker {
  /** What went wrong: one or more lines, and the commands that failed. */
  record Problem(String text, List<FailedCommand> commands) {
    Problem {
      commands = List.copyOf(commands);
    }

    private static Optional<Problem> of(Optional<String> text) {
      return text.map(t -> new Problem(t, List.of()));
    }

    private static Optional<Problem> of(List<Problem> all) {
      return all.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Problem(
                  String.join("\n", all.stream().map(Problem::text).toList()),
                  all.stream().flatMap(p -> p.commands().stream()).toList()));
    }
  }

  private static final Duration UNLIMITED = Duration.ofDays(1);

  private final LabFolder folder;
  private final Shell shell;
  private final Effects effects;
  private final Progress progress;

  Worker(LabFolder folder, Shell shell, Effects effects, Progress progress) {
    this.folder = folder;
    this.shell = shell;
    this.effects = effects;
    this.progress = progress;
  }

  Optional<Problem> perform(Step step) throws InterruptedException {
    return switch (step) {
      case Step.WriteFiles write -> Problem.of(writeFiles(write));
      case Step.RunCommands run -> run.together() ? runTogether(run) : runInOrder(run);
      case Step.PushConfig push -> Problem.of(effects.push(push));
      case Step.WaitFor wait -> Problem.of(await(wait));
    };
  }

  private Optional<String> writeFiles(Step.WriteFiles step) throws InterruptedException {
    for (Map.Entry<SafePath, FileContent> file : step.files().entrySet()) {
      try {
        folder.write(file.getKey(), file.getValue().text(), file.getValue().mode());
      } catch (ClosedByInterruptException e) {
        Thread.interrupted();
        throw new InterruptedException();
      } catch (IOException e) {
        return Optional.of("cannot write " + file.getKey() + ": " + reason(e));
      }
    }
    return Optional.empty();
  }

  private Optional<Problem> runInOrder(Step.RunCommands step) throws InterruptedException {
    for (Action action : step.actions()) {
      Optional<Problem> problem = run(action, step);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private Optional<Problem> runTogether(Step.RunCommands step) throws InterruptedException {
    List<Problem> problems = new ArrayList<>();
    for (Fanout.Outcome<Optional<Problem>> outcome :
        Fanout.map(step.actions(), Deadline.after(UNLIMITED), action -> run(action, step))) {
      switch (outcome) {
        case Fanout.Outcome.Done<Optional<Problem>>(Optional<Problem> problem) ->
            problem.ifPresent(problems::add);
        case Fanout.Outcome.Failed<Optional<Problem>>(Exception cause) ->
            throw new IllegalStateException(cause);
        case Fanout.Outcome.TimedOut<Optional<Problem>>() ->
            problems.add(new Problem("no end after a day", List.of()));
      }
    }
    return Problem.of(problems);
  }

  private Optional<Problem> run(Action action, Step step) throws InterruptedException {
    Result result =
        shell
            .start(action.command(), line -> progress.on(new Progress.Event.Output(step, line)))
            .await();
    return problem(action, result);
  }

  private static Optional<Problem> problem(Action action, Result result) {
    return action.satisfiedBy(result)
        ? Optional.empty()
        : Optional.of(
            new Problem(
                "`" + action.command().shown() + "`: " + result.problem(),
                List.of(new FailedCommand(action.command(), result))));
  }

  private Optional<String> await(Step.WaitFor step) throws InterruptedException {
    Deadline deadline = Deadline.after(step.limit());
    List<String> reasons = new ArrayList<>();
    Optional<Boolean> holds =
        Poll.until(
            deadline,
            Backoff.STANDARD,
            () -> {
              Optional<String> reason = effects.pending(step, deadline);
              reasons.clear();
              reason.ifPresent(reasons::add);
              return reason.isEmpty() ? Optional.of(true) : Optional.empty();
            });
    return holds.isPresent()
        ? Optional.empty()
        : Optional.of("not so after " + step.limit().toSeconds() + " s: " + reasons.getLast());
  }

  /** Does all parts of an inverse, also after one of them failed. */
  Optional<String> undo(List<Undo> parts) throws InterruptedException {
    List<String> problems = new ArrayList<>();
    for (Undo part : parts) {
      switch (part) {
        case Undo.Run run -> {
          for (Action action : run.actions()) {
            problem(action, shell.run(action.command()))
                .map(Problem::text)
                .ifPresent(problems::add);
          }
        }
        case Undo.RemoveFiles remove -> problems.addAll(removeFiles(remove));
        case Undo.EndProcesses end ->
            NamespaceProcesses.end(end.namespaces()).ifPresent(problems::add);
      }
    }
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", problems));
  }

  private List<String> removeFiles(Undo.RemoveFiles remove) {
    List<String> problems = new ArrayList<>();
    remove
        .files()
        .forEach((path, hash) -> {
          try {
            removeFile(path, hash);
          } catch (IOException e) {
            problems.add("cannot remove " + path + ": " + reason(e));
          }
        });
    return problems;
  }

  private void removeFile(SafePath path, String hash) throws IOException {
    folder.removeLeftover(path);
    Optional<String> now = folder.read(path);
    if (now.isPresent() && !Sha256.hex(now.get()).equals(hash)) {
      progress.on(new Progress.Event.Kept(path));
    } else {
      folder.remove(path);
    }
  }

  /** Java's own message of a file failure is the path alone, with the kind in the type. */
  static String reason(IOException e) {
    return switch (e) {
      case java.nio.file.AccessDeniedException denied -> "permission denied";
      case java.nio.file.NoSuchFileException absent -> "no such file or folder";
      case java.nio.file.FileAlreadyExistsException there -> "a file is in the way";
      case java.nio.file.FileSystemException f when f.getReason() != null -> f.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
