package netlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.plan.Applier;
import netlab.plan.Effects;
import netlab.plan.Journal;
import netlab.plan.LabFolder;
import netlab.plan.LabLock;
import netlab.plan.LabRegistry;
import netlab.plan.OwnFiles;
import netlab.plan.Report;
import netlab.provider.Leftover;
import netlab.provider.Provider;
import netlab.provider.RunInfo;
import netlab.report.Times;
import netlab.state.LabState;
import netlab.state.StateFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code netlab down}. */
@Command(
    description = {
      "Takes a lab down, in whatever state it is; does nothing when it is down already.",
      "Undoes what the journal says was done, then asks the provider whether anything is left."
    },
    footer = {
      "  netlab down",
      "  netlab down -i seed       a lab in another folder",
      "  netlab down --cleanup     and its configurations and state: only your own files stay",
    })
final class Down implements Callable<Integer> {
  private final Session session;
  @Mixin private LabChoice lab = new LabChoice();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = "--cleanup",
      description = "Remove what create and up wrote as well: configs, clab.yml, .netlab.")
  private boolean cleanup;

  @Option(
      names = "--force",
      description = "Forget the lab even when something of it could not be removed.")
  private boolean force;

  private final Diagnostics diag = new Diagnostics();
  private final long began = System.nanoTime();

  Down(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Out out = session.out(output);
    Optional<LabFolder> folder = lab.folder(session, diag);
    return folder.isEmpty()
        ? Problems.fail(out, diag, ExitCode.FAILED)
        : Interruption.during("down", out, diag, () -> down(folder.get(), out));
  }

  private int down(LabFolder folder, Out out) throws IOException, InterruptedException {
    Optional<LabState> state = StateFile.read(folder, new Diagnostics());
    Optional<RunInfo> run = run(folder, state);
    boolean up = run.isPresent() || folder.journal().toFile().length() > 0;
    if (!up && !(cleanup && folder.lab().toFile().exists())) {
      return nothing(folder, out);
    }
    Optional<LabLock> lock = LabLock.acquire(folder, "down", diag);
    if (lock.isEmpty()) {
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    try (LabLock held = lock.get()) {
      int undone = up ? down(held, run, out) : 0;
      if (diag.hasErrors() && !force) {
        return Problems.fail(out, diag, ExitCode.FAILED);
      }
      clean(folder, state);
      if (diag.hasErrors()) {
        out.line("forgotten; what is left of it is above");
        return Problems.fail(out, diag, ExitCode.FAILED);
      }
      out.line(
          (up ? "down, nothing is left, " : "cleaned up, ")
              + Times.text(Duration.ofNanos(System.nanoTime() - began)));
      return done(out, undone);
    }
  }

  private void clean(LabFolder folder, Optional<LabState> state) throws IOException {
    forget(folder);
    if (force && diag.hasErrors()) {
      Files.deleteIfExists(folder.journal());
    }
    if (cleanup) {
      Cleanup files = new Cleanup(folder);
      if (state.isPresent()) {
        files.configurations(state.get());
      }
      new OwnFiles(folder).remove();
      files.state();
    }
  }

  /** Where the lab runs: from its state, or what is left of that in the user's list of labs. */
  private Optional<RunInfo> run(LabFolder folder, Optional<LabState> state) throws IOException {
    Optional<RunInfo> known = state.flatMap(LabState::run);
    if (known.isPresent()) {
      return known;
    }
    return LabChoice.registry(session).list().stream()
        .filter(entry -> entry.folder().equals(folder.root()))
        .findFirst()
        .map(entry -> RunInfo.lost(entry.provider(), entry.id(), folder.root()));
  }

  private int nothing(LabFolder folder, Out out) {
    out.line("nothing is up in " + folder.root());
    return done(out, 0);
  }

  private int down(LabLock lock, Optional<RunInfo> run, Out out)
      throws IOException, InterruptedException {
    Optional<Provider> provider = run.flatMap(r -> Providers.of(r.provider(), session.shell()));
    Optional<Journal> journal = Journal.open(lock, diag);
    int undone = 0;
    if (journal.isPresent()) {
      try (Journal history = journal.get()) {
        undone = undo(lock, history, run, provider, out);
      }
    }
    if (run.isPresent() && provider.isPresent()) {
      sweep(provider.get(), run.get());
    }
    return undone;
  }

  private int undo(
      LabLock lock, Journal journal, Optional<RunInfo> run, Optional<Provider> provider, Out out)
      throws InterruptedException {
    if (journal.entries().isEmpty()) {
      return 0;
    }
    try (Out.Live live = out.live()) {
      boolean known = run.isPresent() && provider.isPresent();
      Applier applier =
          new Applier(
              lock,
              journal,
              known ? provider.get().shell(run.get()) : session.shell(),
              known ? provider.get().effects(run.get()) : Effects.NONE,
              new DownView(out, live));
      Report report = applier.undo();
      report.failures().forEach(failure -> failure.report(diag));
      return report.undone();
    }
  }

  /** What the journal does not know of, by whatever accident. */
  private void sweep(Provider provider, RunInfo run) throws InterruptedException {
    if (provider.leftovers(run).isEmpty()) {
      return;
    }
    for (Leftover left : provider.down(run)) {
      diag.error(
          Code.LEFT_BEHIND,
          Span.NONE,
          "left of the lab: " + left,
          "`netlab down` again; a process in it may have been about to end");
    }
  }

  private void forget(LabFolder folder) throws IOException {
    LabRegistry registry = LabChoice.registry(session);
    List<LabRegistry.Entry> here =
        registry.list().stream().filter(e -> e.folder().equals(folder.root())).toList();
    for (LabRegistry.Entry entry : here) {
      registry.remove(entry.id());
    }
  }

  private int done(Out out, int undone) {
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    tree.put("ok", true);
    tree.put("undone", undone);
    Problems.put(tree, diag);
    out.tree(tree);
    out.diagnostics(diag.sorted());
    return ExitCode.OK;
  }
}
