package netlab.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.Result;
import netlab.exec.Shell;
import netlab.matrix.Reason.Kind;

/**
 * Runs cells: {@code up}, {@code validate} and {@code down}, each a process of this program in a
 * folder made for that run. Whatever becomes of such a process, it cannot harm the next.
 *
 * @param program how this program is started
 * @param settings attributes that each lab gets from outside, {@code name=value}
 * @param defaults files of defaults beside those of the scenario's own folder
 * @param limit for up and validate together
 * @param keep whether folders stay
 */
public record CellRunner(
    Shell shell,
    List<String> program,
    List<String> settings,
    List<Path> defaults,
    Duration limit,
    boolean keep) {
  /** Taking down is not limited by the user: it must come to its end. */
  private static final Duration DOWN_LIMIT = Duration.ofMinutes(3);

  private static final int DOWN_TRIES = 3;

  private static final String OWN_DEFAULTS = "topology-defaults.yml";

  public CellRunner {
    program = List.copyOf(program);
    settings = List.copyOf(settings);
    defaults = List.copyOf(defaults);
  }

  /** One run in the making. */
  private record Work(
      Path folder, Deadline end, SequencedMap<Phase, Long> took, List<Reason> reasons) {}

  /**
   * Runs a cell once. An interrupt ends it, and what is up is taken down first.
   *
   * @param folder exists and is empty; removed unless something is left up
   * @param place which of the labs that may run side by side this is, from 0
   * @param phases told of each phase before it begins
   */
  public Run run(Cell cell, Path folder, int place, BiConsumer<Cell, Phase> phases)
      throws InterruptedException {
    Instant begun = Instant.now();
    Work work = new Work(folder, Deadline.after(limit), new LinkedHashMap<>(), new ArrayList<>());
    Answer up = Answer.NONE;
    Answer validate = Answer.NONE;
    try {
      phases.accept(cell, Phase.UP);
      up = up(cell, place, work);
      if (up.started()) {
        phases.accept(cell, Phase.VALIDATE);
        validate = command(Phase.VALIDATE, List.of("validate", "-o", "json"), work);
      }
    } finally {
      // What was begun is taken down also when this thread was told to stop.
      boolean interrupted = Thread.interrupted();
      if (Files.exists(folder.resolve(".netlab"))) {
        phases.accept(cell, Phase.DOWN);
        down(work);
      } else {
        remove(work);
      }
      restore(interrupted);
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    work.reasons.addAll(up.reasons());
    work.reasons.addAll(validate.reasons());
    return new Run(
        status(work.reasons, validate),
        begun,
        work.took,
        up.adjacencies(),
        up.held(),
        validate.tests(),
        work.reasons);
  }

  private static Status status(List<Reason> reasons, Answer validate) {
    if (!reasons.isEmpty()) {
      boolean unsupported = reasons.stream().allMatch(r -> r.kind().unsupported());
      return unsupported ? Status.UNSUPPORTED : Status.FAILED;
    }
    boolean warned = validate.tests().stream().anyMatch(t -> t.status().equals("warning"));
    return warned ? Status.WARNING : Status.PASSED;
  }

  private Answer up(Cell cell, int place, Work work) throws InterruptedException {
    List<String> args = new ArrayList<>(List.of("up", cell.scenario().file().toString()));
    if (!cell.device().isEmpty()) {
      args.addAll(List.of("-d", cell.device()));
    }
    args.addAll(List.of("-p", cell.provider(), "-o", "json"));
    Path own = cell.scenario().file().resolveSibling(OWN_DEFAULTS);
    if (Files.isRegularFile(own)) {
      args.addAll(List.of("--defaults", own.toString()));
      defaults.forEach(file -> args.addAll(List.of("--defaults", file.toString())));
    }
    if (place > 0) {
      // Labs side by side cannot share a management network of the host.
      args.addAll(List.of("-s", "addressing.mgmt.ipv4=192.168." + (121 + place) + ".0/24"));
    }
    settings.forEach(setting -> args.addAll(List.of("-s", setting)));
    return command(Phase.UP, args, work);
  }

  private Answer command(Phase phase, List<String> args, Work work) throws InterruptedException {
    Result result = start(phase, args, work.end.remaining(), work);
    if (result.timedOut()) {
      String text = "`netlab " + phase.word() + "` did not end in time";
      work.reasons.add(new Reason(Kind.LIMIT, text + " (limit " + limit.toSeconds() + " s)"));
      return Answer.NONE;
    }
    Answer answer = Answer.of(phase, result);
    if (answer.interrupted()) {
      // Ctrl-C reaches the processes of a terminal all at once.
      throw new InterruptedException();
    }
    return answer;
  }

  private Result start(Phase phase, List<String> args, Duration within, Work work)
      throws InterruptedException {
    List<String> argv = new ArrayList<>(program);
    argv.addAll(args);
    long begin = System.nanoTime();
    try {
      return shell.run(
          Command.of(argv)
              .in(work.folder)
              .with(Map.of("NO_COLOR", "1", "GITHUB_ACTIONS", ""))
              .within(within));
    } finally {
      work.took.put(phase, Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }
  }

  /** Tries again when it was told to stop: then more than ever nothing must stay behind. */
  private void down(Work work) {
    boolean interrupted = false;
    String problem = "interrupted";
    for (int i = 0; i < DOWN_TRIES; i++) {
      try {
        Result result = start(Phase.DOWN, downArguments(), DOWN_LIMIT, work);
        if (result.ok()) {
          remove(work);
          restore(interrupted);
          return;
        }
        Answer answer = result.timedOut() ? Answer.NONE : Answer.of(Phase.DOWN, result);
        problem = answer.reasons().stream().findFirst().map(Reason::text).orElse(result.problem());
        if (!answer.interrupted()) {
          break;
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    String text = "not taken down: " + problem + "; `netlab down` in " + work.folder;
    work.reasons.add(new Reason(Kind.DOWN, text));
    restore(interrupted);
  }

  private List<String> downArguments() {
    return keep ? List.of("down", "-o", "json") : List.of("down", "-o", "json", "--cleanup");
  }

  private static void restore(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void remove(Work work) {
    if (keep) {
      return;
    }
    try {
      Folders.remove(work.folder);
    } catch (IOException e) {
      work.reasons.add(new Reason(Kind.DOWN, "cannot remove " + work.folder));
    }
  }
}
