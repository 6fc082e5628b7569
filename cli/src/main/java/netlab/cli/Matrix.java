package netlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.exec.Signals;
import netlab.exec.ThisProgram;
import netlab.matrix.Cell;
import netlab.matrix.CellResult;
import netlab.matrix.CellRunner;
import netlab.matrix.MatrixJson;
import netlab.matrix.MatrixRecord;
import netlab.matrix.MatrixRun;
import netlab.matrix.MatrixRun.Task;
import netlab.matrix.Scenario;
import netlab.matrix.Scenarios;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code netlab matrix}. */
@Command(
    description = {
      "Brings up lab after lab on each device with each provider, proves it, runs its",
      "tests and takes it down. Goes on after failures. What the device or the host",
      "cannot do is unsupported, which is no failure. Writes matrix.json and",
      "matrix.html after every cell."
    },
    footer = {
      "  netlab matrix scenarios -d frr -p netns",
      "  netlab matrix scenarios/bgp ospf.yml -d frr,eos -p netns,clab --repeat 3",
      "  netlab matrix scenarios -d frr --compare old.json --junit matrix.xml",
      "  netlab matrix --merge a.json,b.json --markdown docs/matrix.md",
      "Ends with 0 when nothing failed, otherwise 1.",
    })
final class Matrix implements Callable<Integer> {
  private final Session session;
  @Mixin private OutputOptions output = new OutputOptions();

  @Parameters(
      arity = "0..*",
      paramLabel = "PLACE",
      description = "Lab files, and folders that are searched for them; none with --merge only.")
  private List<Path> places = new ArrayList<>();

  @Option(
      names = {"-d", "--device"},
      split = ",",
      paramLabel = "DEVICE",
      description = "Devices, with commas; what the labs say when there is none.")
  private List<String> devices = new ArrayList<>();

  @Option(
      names = {"-p", "--provider"},
      split = ",",
      paramLabel = "PROVIDER",
      description = "Providers, with commas: netlab show providers.")
  private List<String> providers = new ArrayList<>();

  @Option(
      names = {"-s", "--set"},
      paramLabel = "KEY=VALUE",
      description = "Sets an attribute of every lab, such as the image of a device.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      description = "How long up and validate of one lab may take: ${DEFAULT-VALUE}.")
  private int limit = 600;

  @Option(names = "--repeat", paramLabel = "N", description = "Run every cell so often.")
  private int repeat = 1;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Labs that may be up at a time, where there is memory: ${DEFAULT-VALUE}.")
  private int jobs = 1;

  @Option(
      names = "--memory",
      paramLabel = "MB",
      description = "What must be free to begin a lab beside others: ${DEFAULT-VALUE}.")
  private int memory = 2048;

  @Option(names = "--resume", description = "Leave out the cells that are in matrix.json already.")
  private boolean resume;

  @Option(
      names = "--results",
      paramLabel = "FOLDER",
      description = "Where matrix.json and matrix.html are: the current folder.")
  private Path results = Path.of("");

  @Option(
      names = "--compare",
      paramLabel = "FILE",
      description = "Show what is otherwise than in this earlier matrix.json.")
  private Optional<Path> compare = Optional.empty();

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Write the result as JUnit XML as well.")
  private Optional<Path> junit = Optional.empty();

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description = "Write the result as a Markdown document as well.")
  private Optional<Path> markdown = Optional.empty();

  @Option(
      names = "--merge",
      split = ",",
      paramLabel = "FILE",
      description = {
        "Take in the matrix.json of other hosts or kernels, with commas. Their cells are",
        "not run, except those for which that host lacked something."
      })
  private List<Path> merge = new ArrayList<>();

  @Option(names = "--keep", description = "Keep the folders the labs ran in.")
  private boolean keep;

  private final Diagnostics diag = new Diagnostics();

  Matrix(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Out out = session.out(output);
    Thread worker = Thread.currentThread();
    // Not Interruption: a JVM that is going down starts no `down` any more.
    Signals signals = Signals.toStop(worker::interrupt);
    try {
      return run(out);
    } catch (InterruptedException e) {
      diag.error(
          Code.INTERRUPTED,
          Span.NONE,
          "interrupted; what was up has been taken down",
          "the same command with `--resume` goes on from here");
      return Problems.fail(out, diag, ExitCode.FAILED);
    } catch (IOException e) {
      Problems.disk(e, diag);
      return Problems.fail(out, diag, ExitCode.ENVIRONMENT);
    } finally {
      signals.close();
    }
  }

  private int run(Out out) throws IOException, InterruptedException {
    if (!sensible()) {
      return Problems.fail(out, diag, ExitCode.USAGE);
    }
    Scenarios scenarios = Scenarios.in(places.stream().map(session.folder()::resolve).toList());
    List<MatrixRecord> others = merge.stream().flatMap(file -> read(file).stream()).toList();
    List<Cell> cells = cells(scenarios.all());
    Path folder = session.folder().resolve(results).toAbsolutePath();
    Optional<MatrixRecord> earlier = compare.flatMap(this::read);
    Optional<MatrixRecord> before = before(folder);
    if (cells.isEmpty() && !places.isEmpty()) {
      diag.error(
          Code.NO_NODES,
          Span.NONE,
          "there is no lab in " + places.getFirst(),
          "a scenario is a YAML file with `nodes` or `links`");
    }
    if (diag.hasErrors()) {
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    MatrixRecord begin = begin(before, others);
    Files.createDirectories(folder);
    MatrixReport.Files files =
        new MatrixReport.Files(
            folder, junit.map(session.folder()::resolve), markdown.map(session.folder()::resolve));
    MatrixReport report = new MatrixReport(begin, earlier, files, cells, out);
    report.title(scenarios);
    run(tasks(cells, begin), report, out);
    return report.end(diag);
  }

  /** What is known before anything runs. Without runs the first of the others is the basis. */
  private MatrixRecord begin(Optional<MatrixRecord> before, List<MatrixRecord> others)
      throws IOException, InterruptedException {
    if (places.isEmpty()) {
      return others.stream().reduce(MatrixRecord::merged).orElseThrow();
    }
    MatrixRecord own =
        new MatrixRecord(
            before.map(MatrixRecord::begun).orElseGet(Instant::now),
            versions(),
            before.map(MatrixRecord::cells).orElse(List.of()));
    return others.stream().reduce(own, MatrixRecord::merged);
  }

  private boolean sensible() {
    if (places.isEmpty() && merge.isEmpty()) {
      wrong("there is nothing to run", "name lab files, or folders of them");
    }
    for (Path place : places) {
      if (!Files.isReadable(session.folder().resolve(place))) {
        wrong("`" + place + "` is not there", "name lab files, or folders of them");
      }
    }
    for (String provider : providers) {
      if (!Providers.NAMES.contains(provider)) {
        diag.unknownName(
            Code.UNKNOWN_NAME,
            Span.NONE,
            "there is no provider `" + provider + "`",
            provider,
            "labs run with",
            Providers.NAMES);
      }
    }
    if (limit < 1 || repeat < 1 || jobs < 1 || jobs > 64) {
      wrong("--limit, --repeat and --jobs begin at 1", "at most 64 labs run at a time");
    }
    return !diag.hasErrors();
  }

  private void wrong(String message, String hint) {
    diag.error(Code.FILE_NOT_READABLE, Span.NONE, message, hint);
  }

  private List<Cell> cells(List<Scenario> scenarios) {
    List<String> which = devices.isEmpty() ? List.of("") : devices;
    List<String> where = providers.isEmpty() ? List.of(Providers.usual(session)) : providers;
    List<Cell> cells = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      for (String device : which) {
        where.forEach(provider -> cells.add(new Cell(scenario, device, provider)));
      }
    }
    return cells.stream().distinct().toList();
  }

  /** What an interrupted matrix left. */
  private Optional<MatrixRecord> before(Path folder) {
    Path file = folder.resolve(MatrixReport.JSON);
    return resume && Files.exists(file) ? read(file) : Optional.empty();
  }

  private Optional<MatrixRecord> read(Path file) {
    Optional<MatrixRecord> found = Optional.empty();
    try {
      found = MatrixJson.read(Files.readString(session.folder().resolve(file)));
    } catch (IOException e) {
      // Reported like a file that holds something else.
    }
    if (found.isEmpty()) {
      wrong("`" + file + "` is no matrix that this netlab can read", "name a `matrix.json`");
    }
    return found;
  }

  private List<Task> tasks(List<Cell> cells, MatrixRecord before) {
    List<Task> tasks = new ArrayList<>();
    for (Cell cell : cells) {
      int done = before.find(cell).map(this::done).orElse(0);
      if (done < repeat) {
        tasks.add(new Task(cell, repeat - done));
      }
    }
    return tasks;
  }

  /** How often a cell was run. One of elsewhere counts unless something was lacking there. */
  private int done(CellResult result) {
    if (result.elsewhere().isEmpty()) {
      return result.runs().size();
    }
    return result.lacksHost() ? 0 : repeat;
  }

  private SequencedMap<String, String> versions() throws InterruptedException, IOException {
    SequencedMap<String, String> versions = new LinkedHashMap<>();
    Version.all(session).forEach((name, v) -> v.ifPresent(text -> versions.put(name, text)));
    versions.put("kernel", HostFacts.kernel());
    if (providers.contains("clab")) {
      versions.putAll(ImageVersions.of(devices, settings, session.shell()));
    }
    return versions;
  }

  private void run(List<Task> tasks, MatrixReport report, Out out)
      throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("netlab-matrix-").toRealPath();
    CellRunner runner =
        new CellRunner(
            session.shell(),
            ThisProgram.argv(Main.class.getName()),
            settings,
            userDefaults(),
            Duration.ofSeconds(limit),
            keep);
    try (Out.Live live = out.live()) {
      new MatrixRun(
              runner,
              scratch,
              jobs,
              (long) memory << 20,
              HostFacts::available,
              report.listener(live))
          .run(tasks);
    } finally {
      forget(scratch, out);
    }
  }

  /** What `up` reads where no file of defaults is named. */
  private List<Path> userDefaults() {
    return session.variable("HOME").stream()
        .map(Path::of)
        .flatMap(
            home -> Stream.of(home.resolve(".netlab.yml"), home.resolve("topology-defaults.yml")))
        .filter(Files::isRegularFile)
        .toList();
  }

  private void forget(Path scratch, Out out) throws IOException {
    boolean empty;
    try (Stream<Path> left = Files.list(scratch)) {
      empty = left.findAny().isEmpty();
    }
    if (empty) {
      Files.delete(scratch);
    } else {
      out.line("the folders of labs are in " + scratch);
    }
  }
}
