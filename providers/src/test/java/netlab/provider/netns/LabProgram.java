package netlab.provider.netns;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import netlab.diag.Diagnostics;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.HostShell;
import netlab.exec.Line;
import netlab.exec.Result;
import netlab.exec.Running;
import netlab.exec.Shell;
import netlab.lab.NodeId;
import netlab.plan.Applier;
import netlab.plan.Journal;
import netlab.plan.LabLock;
import netlab.plan.Progress;
import netlab.plan.Report;
import netlab.provider.RunInfo;
import netlab.provider.RunRequest;
import netlab.transport.Answer;
import netlab.transport.Connections;
import netlab.transport.Endpoint;

/**
 * Commands on a lab, each in a process of its own as users have it: {@code COMMAND FOLDER LAB
 * [ARGUMENT...]}. Says what came of it on standard output.
 */
final class LabProgram implements AutoCloseable {
  private final PrintStream out = System.out;
  private final HostShell host = new HostShell();
  private final Shell shell;
  private final NetnsProvider provider;
  private final RunRequest request;
  private final RunInfo info;

  private LabProgram(Path folder, String lab, int dieAt) throws Exception {
    this.shell = dieAt > 0 ? new DyingShell(host, dieAt) : host;
    this.provider = new NetnsProvider(shell);
    this.request = Sketches.named(lab).in(folder);
    this.info = provider.describe(request);
  }

  public static void main(String[] arguments) throws Exception {
    int dieAt = arguments[0].equals("up-and-die") ? Integer.parseInt(arguments[3]) : 0;
    try (LabProgram program = new LabProgram(Path.of(arguments[1]), arguments[2], dieAt)) {
      switch (arguments[0]) {
        case "check" -> provider(program, p -> p.provider.check(p.request));
        case "up", "up-and-die" -> program.up();
        case "status" -> provider(program, p -> p.provider.status(p.info));
        case "refusals" -> provider(program, p -> p.provider.refusals(p.info));
        case "down" -> program.down(program.info);
        case "down-lost" ->
            program.down(RunInfo.lost("netns", program.request.id(), Path.of(arguments[1])));
        case "read" -> program.ask(program.provider::reading, arguments[3], arguments[4]);
        case "cli" -> program.ask(program.provider::cli, arguments[3], arguments[4]);
        case "run" -> program.ask(program.provider::programs, arguments[3], arguments[4]);
        case "terminal" -> program.terminal(arguments[3], arguments[4]);
        default -> throw new IllegalArgumentException(arguments[0]);
      }
    }
  }

  private interface Asked {
    List<?> of(LabProgram program) throws Exception;
  }

  private static void provider(LabProgram program, Asked asked) throws Exception {
    asked.of(program).forEach(program.out::println);
  }

  private void up() throws Exception {
    provider.check(request).forEach(missing -> out.println("missing: " + missing));
    try (LabLock lock = LabLock.acquire(request.folder(), "up", new Diagnostics()).orElseThrow();
        Journal journal = Journal.open(lock, new Diagnostics()).orElseThrow()) {
      Report report = applier(lock, journal).apply(provider.plan(request));
      out.println("up " + report);
    }
  }

  private void down(RunInfo run) throws Exception {
    out.println("left " + provider.down(run));
    try (LabLock lock = LabLock.acquire(request.folder(), "down", new Diagnostics()).orElseThrow();
        Journal journal = Journal.open(lock, new Diagnostics()).orElseThrow()) {
      out.println("undone " + applier(lock, journal).undo().failures());
    }
    out.println("left at the end " + provider.leftovers(run));
  }

  private Applier applier(LabLock lock, Journal journal) {
    return new Applier(
        lock, journal, provider.shell(info), provider.effects(info), Progress.SILENT);
  }

  private interface Where {
    Endpoint of(RunInfo run, NodeId node);
  }

  private void ask(Where where, String node, String command) throws Exception {
    Endpoint endpoint = where.of(info, new NodeId(node));
    Path keys = request.folder().knownHosts();
    try (Connections connections = new Connections(provider.shell(info), keys)) {
      Deadline deadline = Deadline.after(Duration.ofSeconds(30));
      switch (connections.to(node, endpoint).run(List.of(command), deadline)) {
        case Answer.Complete complete ->
            complete.replies().forEach(reply -> out.println(reply.out() + reply.err()));
        case Answer.Failed failed -> out.println("failed: " + failed.failure());
      }
    }
  }

  private void terminal(String node, String program) throws Exception {
    List<String> argv = program.isEmpty() ? List.of() : List.of(program.split(" "));
    Command command = provider.terminal(info, new NodeId(node), argv);
    out.flush();
    Result result = provider.shell(info).interactive(command);
    out.println("exit " + result.exit() + " " + result.err());
  }

  @Override
  public void close() {
    host.close();
  }

  /** Ends this process as {@code kill -9} does, as soon as the n-th command has begun. */
  private static final class DyingShell implements Shell {
    private final Shell shell;
    private final int last;
    private final AtomicInteger commands = new AtomicInteger();

    DyingShell(Shell shell, int last) {
      this.shell = shell;
      this.last = last;
    }

    @Override
    public Running start(Command command, Consumer<Line> onLine) {
      Running running = shell.start(command, onLine);
      if (commands.incrementAndGet() == last) {
        Runtime.getRuntime().halt(137);
      }
      return running;
    }

    @Override
    public Result interactive(Command command) throws InterruptedException {
      return shell.interactive(command);
    }
  }
}
