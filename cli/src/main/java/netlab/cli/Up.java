package netlab.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.exec.Deadline;
import netlab.lab.NodeId;
import netlab.plan.Journal;
import netlab.plan.LabFolder;
import netlab.plan.LabLock;
import netlab.plan.LabRegistry;
import netlab.plan.OwnFiles;
import netlab.plan.PlanView;
import netlab.plan.Report;
import netlab.plan.StepFailure;
import netlab.provider.Provider;
import netlab.provider.Refusal;
import netlab.provider.RunInfo;
import netlab.provider.RunRequest;
import netlab.render.ConfigFile;
import netlab.report.Detail;
import netlab.report.PlainTree;
import netlab.report.TestText;
import netlab.report.TestTree;
import netlab.report.Times;
import netlab.report.VerdictText;
import netlab.report.VerdictTree;
import netlab.state.GivenFile;
import netlab.state.LabState;
import netlab.state.NumberingFile;
import netlab.state.StateFile;
import netlab.validate.DeviceDemands;
import netlab.validate.LabTests;
import netlab.validate.TestResult;
import netlab.verify.Verdict;
import netlab.view.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code netlab up}. */
@Command(
    description = {
      "Compiles a lab file, starts its nodes and links, and proves that every adjacency is up.",
      "What an earlier, interrupted up has done is kept where it is still wanted."
    },
    footer = {
      "  netlab up lab.yml",
      "  netlab up lab.yml -d frr -p netns        FRR of this machine, no containers",
      "  netlab up lab.yml --validate             then the tests of the lab file, too",
      "  netlab up lab.yml --dry-run              what would be done",
      "  netlab up lab.yml -o json --timeout 300  in a script",
    })
final class Up implements Callable<Integer> {
  /** How long routers that run may take to find each other. */
  private static final Duration USUAL = Duration.ofMinutes(2);

  private final Session session;
  @Mixin private LabOptions options = new LabOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private Verification verification = new Verification();

  @Option(names = "--no-verify", description = "Do not wait for the adjacencies.")
  private boolean noVerify;

  @Option(names = "--dry-run", description = "Print the steps and take none.")
  private boolean dryRun;

  @Option(
      names = "--validate",
      description = "Then run the tests of the lab file, too: see netlab validate.")
  private boolean validate;

  @Option(names = "--install", description = "Install packages of this host that are missing.")
  private boolean install;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long the adjacencies may take: 120, and as long as machines take to boot.")
  private Optional<Integer> timeout = Optional.empty();

  private final Diagnostics diag = new Diagnostics();
  private final SequencedMap<String, Object> document = new LinkedHashMap<>();
  private Optional<Verdict> verdict = Optional.empty();
  private final long began = System.nanoTime();

  Up(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Out out = session.out(output);
    return Interruption.during("up " + options.file(), out, diag, () -> up(out));
  }

  private Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private int up(Out out) throws IOException, InterruptedException {
    Optional<Built> built =
        options.compile(session, Optional.of(Providers.usual(session)), Severity.ERROR, diag);
    Optional<Provider> provider = built.flatMap(b -> Providers.choose(b, session, diag));
    if (built.isEmpty() || provider.isEmpty()) {
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    if (built.get().isElsewhere()) {
      built.get().spread().orElseThrow().refuse(diag);
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    RunRequest request = built.get().request(LabFolder.at(session.folder()), diag);
    if (diag.hasErrors()) {
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    built.get().tellOfTools(diag);
    out.line(built.get().headline());
    built.get().remark().ifPresent(out::line);
    out.line(UpView.phase("compiled", elapsed()));
    document.put("compiled_ms", elapsed().toMillis());
    if (!new HostPreparation(session, install).ready(provider.get(), request, out, diag)) {
      return Problems.fail(out, diag, ExitCode.ENVIRONMENT);
    }
    if (dryRun) {
      return dryRun(provider.get(), request, out);
    }
    Optional<LabLock> lock = LabLock.acquire(request.folder(), "up", diag);
    if (lock.isEmpty()) {
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    try (LabLock held = lock.get()) {
      return up(held, built.get(), provider.get(), request, out);
    }
  }

  private int dryRun(Provider provider, RunRequest request, Out out) throws InterruptedException {
    var plan = provider.plan(request);
    PlanView.lines(plan).forEach(out::line);
    out.tree(PlainTree.of(PlanView.json(plan)));
    out.diagnostics(diag.sorted());
    return ExitCode.OK;
  }

  private int up(LabLock lock, Built built, Provider provider, RunRequest request, Out out)
      throws IOException, InterruptedException {
    Optional<Journal> journal = Journal.open(lock, diag);
    if (journal.isEmpty()) {
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    try (Journal history = journal.get()) {
      RunInfo run = provider.describe(request);
      LabState state = built.state(options.file().toString(), Optional.of(run));
      if (isOtherLabUp(lock.folder(), history, run)
          || !new OwnFiles(lock.folder()).write(built.ownFiles(diag), diag)
          || !register(state, run)) {
        return Problems.fail(out, diag, ExitCode.FAILED);
      }
      lock.folder()
          .writeState(lock.folder().lab(), StateFile.text(state, Json.text(built.shown())));
      lock.folder().writeState(lock.folder().numbering(), NumberingFile.text(built.numbering()));
      return started(lock, history, built, new RunningLab(state, run, provider), request, out)
          ? ended(new RunningLab(state, run, provider), built, out)
          : Problems.fail(out, diag, ExitCode.FAILED);
    }
  }

  /** Takes the steps that are left, and proves the lab as soon as there is something to see. */
  private boolean started(
      LabLock lock, Journal history, Built built, RunningLab lab, RunRequest request, Out out)
      throws IOException, InterruptedException {
    Provider provider = lab.provider();
    try (Out.Live live = out.live();
        Proof proof = new Proof(lab, out, live)) {
      Start start = new Start(provider, lab.run(), lock, history, out, live);
      Report report = start.apply(provider.plan(request), noVerify ? () -> {} : proof::begin);
      for (StepFailure failure : report.failures()) {
        List<Refusal> lines = provider.refusals(request, failure);
        if (lines.isEmpty()) {
          failure.report(diag);
        } else {
          Refusals.report(lines, Refusals.STOPPED, built, diag);
        }
      }
      if (!report.ok()) {
        Refusals.report(provider.refusals(lab.run()), Refusals.RUNNING, built, diag);
        return false;
      }
      given(request);
      int nodes = request.nodes().size();
      live.keep(UpView.phase("started %d of %d".formatted(nodes, nodes), elapsed()));
      describe(lab.state(), lab.run(), report);
      if (!noVerify) {
        verdict = Optional.of(proof.finish(Deadline.after(limit(provider, request))));
      }
      Refusals.report(provider.refusals(lab.run()), Refusals.RUNNING, built, diag);
      return true;
    }
  }

  /** Remembers what the nodes were given: later changes of the lab file are told apart from it. */
  private void given(RunRequest request) throws IOException {
    SequencedMap<NodeId, List<ConfigFile>> files = new LinkedHashMap<>();
    request.nodes().forEach((node, own) -> files.put(node, own.files()));
    LabFolder folder = request.folder();
    folder.writeState(folder.given(), GivenFile.text(new GivenFile.Given(options.words(), files)));
  }

  private Duration limit(Provider provider, RunRequest request) {
    return timeout.map(Duration::ofSeconds).orElseGet(() -> USUAL.plus(provider.boot(request)));
  }

  /** The journal is of one lab: that of the lab that runs, not of the one that is wanted. */
  private boolean isOtherLabUp(LabFolder folder, Journal journal, RunInfo wanted) {
    if (journal.entries().isEmpty()) {
      return false;
    }
    Optional<LabState> before = StateFile.read(folder, new Diagnostics());
    Optional<RunInfo> running = before.flatMap(LabState::run);
    boolean other =
        running.isPresent()
            && !(running.get().id().equals(wanted.id())
                && running.get().provider().equals(wanted.provider()));
    if (other) {
      diag.error(
          Code.OTHER_LAB_UP,
          Span.NONE,
          "lab `%s` is up in this folder, with provider %s"
              .formatted(before.get().name(), running.get().provider()),
          "`netlab down` takes it down; or bring the other lab up in a folder of its own");
    }
    return other;
  }

  private boolean register(LabState state, RunInfo run) throws IOException {
    return LabChoice.registry(session)
        .add(
            new LabRegistry.Entry(
                run.id(), state.name(), run.folder(), run.provider(), Instant.now()),
            diag);
  }

  private void describe(LabState state, RunInfo run, Report report) {
    document.put("started_ms", elapsed().toMillis());
    document.put("lab", state.name());
    document.put("id", run.id().text());
    document.put("provider", run.provider());
    document.put("folder", run.folder().toString());
    document.put("nodes", state.nodes().stream().map(n -> n.id().name()).toList());
    SequencedMap<String, Object> steps = new LinkedHashMap<>();
    steps.put("done", report.done());
    steps.put("skipped", report.skipped());
    steps.put("undone", report.undone());
    document.put("steps", steps);
  }

  private int ended(RunningLab lab, Built built, Out out) throws InterruptedException {
    LabState state = lab.state();
    List<String> message = built.message();
    verdict.ifPresent(v -> Verification.rest(state, v, out).forEach(out::line));
    List<TestResult> tests = validate ? tests(lab, built, out) : List.of();
    verification.write(state, verdict, tests, session, out, diag);
    boolean ok =
        verdict.map(Verdict::ok).orElse(true)
            && tests.stream().noneMatch(t -> t.status() == TestResult.Status.FAILED || t.stops())
            && !diag.hasErrors();
    out.diagnostics(diag.sorted());
    message.forEach(out::line);
    if (validate) {
      out.line("tests: " + TestText.summary(tests));
    }
    out.line(summary(state, ok));
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    tree.put("ok", ok);
    tree.putAll(document);
    if (!message.isEmpty()) {
      tree.put("message", String.join("\n", message));
    }
    tree.put("took_ms", elapsed().toMillis());
    verdict.ifPresent(v -> tree.put("verification", VerdictTree.of(v)));
    if (validate) {
      tree.put("tests", TestTree.of(tests, Detail.TESTS));
    }
    Problems.put(tree, diag);
    out.tree(tree);
    return ok ? ExitCode.OK : ExitCode.FAILED;
  }

  private static List<TestResult> tests(RunningLab lab, Built built, Out out)
      throws InterruptedException {
    JsonObject model = JsonParser.parseString(Json.text(built.model())).getAsJsonObject();
    return new TestRun(lab, model, built.templates(), true, Detail.TESTS)
        .results(DeviceDemands.applied(LabTests.of(model), lab.state()), out);
  }

  private String summary(LabState state, boolean ok) {
    String next = "          next: netlab connect " + first(state) + ", netlab down";
    if (verdict.isEmpty()) {
      return "up, not verified, " + Times.text(elapsed()) + "          next: netlab verify";
    }
    if (!verdict.get().ok()) {
      return VerdictText.summary(verdict.get())
          + " up, "
          + Times.text(elapsed())
          + (verdict.get().settled() ? ", the rest cannot come up by itself" : "")
          + "          next: netlab verify, netlab down";
    }
    String proven = state.expectations().isEmpty() ? "up, nothing to prove" : "up and proven: ";
    return proven
        + (state.expectations().isEmpty() ? "" : VerdictText.summary(verdict.get()))
        + ", "
        + Times.text(elapsed())
        + (ok ? next : "          but see above");
  }

  private static String first(LabState state) {
    return state.nodes().getFirst().id().name();
  }
}
