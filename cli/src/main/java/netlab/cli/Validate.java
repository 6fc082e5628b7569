package netlab.cli;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import netlab.custom.CustomTemplates;
import netlab.custom.LabFolders;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.lab.NodeId;
import netlab.plan.LabFolder;
import netlab.report.Detail;
import netlab.report.TestText;
import netlab.report.TestTree;
import netlab.report.Times;
import netlab.state.LabState;
import netlab.state.NodeState;
import netlab.state.StateFile;
import netlab.validate.DeviceDemands;
import netlab.validate.LabTest;
import netlab.validate.LabTests;
import netlab.validate.TestResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code netlab validate}. */
@Command(
    description = "Runs the tests of the lab file (its section `validate`) on the running lab.",
    footer = {
      "  netlab validate                          all tests, in their order",
      "  netlab validate session 'pfx.*'          these; names are regular expressions",
      "  netlab validate --source more.yml        tests of another file",
      "  netlab validate -q --junit result.xml    for continuous integration",
      "Ends with 0 when all passed, 3 when there were only warnings, otherwise 1."
    })
final class Validate implements Callable<Integer> {
  /** Only tests failed whose failure is a warning; the number is that of Python's netlab. */
  private static final int WARNINGS = 3;

  private enum Dump {
    RESULT
  }

  private final Session session;
  @Mixin private LabChoice lab = new LabChoice();
  @Mixin private OutputOptions output = new OutputOptions();

  @Mixin private Verification reports = new Verification();

  @Option(names = "--list", description = "List the tests, and run none.")
  private boolean list;

  @Option(
      names = {"-n", "--node"},
      paramLabel = "NODES",
      description = "Only on these nodes: names, globs, devices, roles, with commas.")
  private String nodes = "";

  @Option(names = "--skip-wait", description = "Try every test once, and do not wait.")
  private boolean skipWait;

  @Option(
      names = "--source",
      paramLabel = "FILE",
      description = "Run the tests of this file, not those of the lab file.")
  private Optional<Path> source = Optional.empty();

  @Option(
      names = {"-v", "--verbose"},
      description = "Show what was found on each node, also where a test passed.")
  private boolean verbose;

  @Option(
      names = "--dump",
      paramLabel = "result",
      description = "Show what each node answered, too.")
  private Optional<Dump> dump = Optional.empty();

  @Option(
      names = {"-e", "--error-only"},
      description = "Show only tests that did not pass.")
  private boolean errorsOnly;

  @Parameters(paramLabel = "TEST", arity = "0..*", description = "Names of tests to run.")
  private List<String> names = new ArrayList<>();

  Validate(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Out out = session.out(output);
    Diagnostics diag = new Diagnostics();
    Optional<RunningLab> running = RunningLab.of(lab, session, diag);
    Optional<JsonObject> model =
        running.flatMap(r -> StateFile.model(new LabFolder(r.run().folder()), diag));
    if (model.isEmpty()) {
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    LabState state = running.get().state();
    TestSource.Found found = new TestSource.Found(LabTests.of(model.get()), state.tests());
    if (source.isPresent()) {
      Path file = session.folder().resolve(source.get());
      Optional<TestSource.Found> own =
          new TestSource(state, model.get(), templates(running.get())).read(file, diag);
      if (own.isEmpty()) {
        return Problems.fail(out, diag, ExitCode.FAILED);
      }
      found = own.get();
    }
    List<LabTest> tests = chosen(DeviceDemands.applied(found.tests(), state), state, diag);
    if (diag.hasErrors()) {
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    RunningLab lab =
        new RunningLab(
            state.testedBy(found.places()), running.get().run(), running.get().provider());
    return list ? list(tests, out) : run(lab, model.get(), tests, out, diag);
  }

  private List<LabTest> chosen(List<LabTest> all, LabState state, Diagnostics diag) {
    List<LabTest> tests = all;
    if (!names.isEmpty()) {
      List<Pattern> patterns =
          names.stream().flatMap(name -> pattern(name, diag).stream()).toList();
      tests =
          all.stream()
              .filter(t -> patterns.stream().anyMatch(p -> p.matcher(t.name()).matches()))
              .toList();
      if (tests.isEmpty() && !diag.hasErrors()) {
        diag.unknownName(
            Code.UNKNOWN_NAME,
            Span.NONE,
            "there is no test " + String.join(", ", names),
            names.getFirst(),
            "the tests of this lab are",
            all.stream().map(LabTest::name).toList());
      }
    }
    if (nodes.isEmpty()) {
      return tests;
    }
    List<NodeId> wanted = NodeSet.of(nodes, state, diag).stream().map(NodeState::id).toList();
    return tests.stream()
        .map(t -> t.on(t.nodes().stream().filter(wanted::contains).toList()))
        .filter(t -> !t.nodes().isEmpty())
        .toList();
  }

  private static Optional<Pattern> pattern(String name, Diagnostics diag) {
    try {
      return Optional.of(Pattern.compile(name));
    } catch (PatternSyntaxException e) {
      diag.error(
          Code.UNKNOWN_NAME,
          Span.NONE,
          "`" + name + "` is no regular expression: " + e.getDescription(),
          "write the name of a test");
      return Optional.empty();
    }
  }

  private static int list(List<LabTest> tests, Out out) {
    for (LabTest test : tests) {
      out.line(
          "  %-16s  %-20s  %s"
              .formatted(
                  test.name(),
                  String.join(", ", test.nodes().stream().map(NodeId::name).toList()),
                  test.description().or(test::waiting).orElse("").strip()));
    }
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    tree.put("tests", tests.stream().map(TestTree::of).toList());
    out.tree(tree);
    return ExitCode.OK;
  }

  /** Beside the files that tests are in, beside the lab file, and where labs share templates. */
  private CustomTemplates templates(RunningLab running) {
    return new CustomTemplates(
        LabFolders.of(running.state().tests().values()).with(running.folders(session)));
  }

  private Detail detail() {
    if (dump.isPresent()) {
      return Detail.ANSWERS;
    }
    return verbose ? Detail.NODES : errorsOnly ? Detail.ERRORS : Detail.TESTS;
  }

  private int run(
      RunningLab running, JsonObject model, List<LabTest> tests, Out out, Diagnostics diag)
      throws InterruptedException {
    long began = System.nanoTime();
    List<TestResult> results =
        new TestRun(running, model, templates(running), !skipWait, detail()).results(tests, out);
    reports.write(running.state(), Optional.empty(), results, session, out, diag);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    boolean failed =
        results.stream().anyMatch(r -> r.status() == TestResult.Status.FAILED || r.stops());
    boolean warned = results.stream().anyMatch(r -> r.status() == TestResult.Status.WARNING);
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    tree.put("ok", !failed);
    tree.put("took_ms", took.toMillis());
    tree.put("tests", TestTree.of(results, detail()));
    Problems.put(tree, diag);
    out.tree(tree);
    out.diagnostics(diag.sorted());
    out.line(
        tests.isEmpty()
            ? "the lab file has no tests          next: netlab verify proves its adjacencies"
            : TestText.summary(results) + ", " + Times.text(took));
    if (diag.hasErrors()) {
      return ExitCode.FAILED;
    }
    return failed ? ExitCode.FAILED : warned ? WARNINGS : ExitCode.OK;
  }
}
