package netlab.provider.netns;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.exec.Backoff;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.HostShell;
import netlab.exec.Poll;
import netlab.exec.Result;
import netlab.lab.NodeId;
import netlab.plan.Applier;
import netlab.plan.Journal;
import netlab.plan.LabFolder;
import netlab.plan.LabLock;
import netlab.plan.Plan;
import netlab.plan.Progress;
import netlab.plan.Report;
import netlab.provider.Leftover;
import netlab.provider.Missing;
import netlab.provider.NodeStatus;
import netlab.provider.RunInfo;
import netlab.provider.RunRequest;

/** A real lab for a test; takes itself down at the end. Each use is a netlab process of its own. */
final class RunningLab implements AutoCloseable {
  final RunRequest request;
  final RunInfo info;
  private final HostShell shell;

  RunningLab(Sketch sketch, Path folder) throws IOException, InterruptedException {
    this.shell = new HostShell();
    this.request = sketch.in(folder);
    this.info = provider().describe(request);
  }

  NetnsProvider provider() {
    return new NetnsProvider(shell);
  }

  List<Missing> check() throws InterruptedException {
    return provider().check(request);
  }

  Report up() throws IOException, InterruptedException {
    return up(plan());
  }

  Plan plan() throws InterruptedException {
    return provider().plan(request);
  }

  Report up(Plan plan) throws IOException, InterruptedException {
    NetnsProvider provider = provider();
    try (LabLock lock = lock("up");
        Journal journal = Journal.open(lock, new Diagnostics()).orElseThrow()) {
      return new Applier(
              lock, journal, provider.shell(info), provider.effects(info), Progress.SILENT)
          .apply(plan);
    }
  }

  /** As the command: the provider ends what runs, then the journal is undone. */
  List<Leftover> down() throws IOException, InterruptedException {
    NetnsProvider provider = provider();
    List<Leftover> left = new ArrayList<>(provider.down(info));
    try (LabLock lock = lock("down");
        Journal journal = Journal.open(lock, new Diagnostics()).orElseThrow()) {
      Report report =
          new Applier(lock, journal, provider.shell(info), provider.effects(info), Progress.SILENT)
              .undo();
      report.failures().forEach(f -> left.add(new Leftover("step", f.toString())));
    }
    left.addAll(provider.leftovers(info));
    return left;
  }

  private LabLock lock(String command) throws IOException {
    return LabLock.acquire(LabFolder.at(request.folder().root()), command, new Diagnostics())
        .orElseThrow();
  }

  /** Runs a program in a namespace of the lab. */
  Result inNode(String node, String... argv) throws InterruptedException {
    RunFacts facts = RunFacts.of(info);
    Command command = facts.reach().inNamespace(facts.namespace(new NodeId(node)), List.of(argv));
    return provider().shell(info).run(command);
  }

  String vtysh(String node, String command) throws InterruptedException {
    String space = RunFacts.of(info).namespace(new NodeId(node));
    return inNode(node, "vtysh", "-N", space, "-c", command).out();
  }

  /** Asks a router until the answer contains a text. */
  boolean eventually(String node, String command, String wanted, Duration patience)
      throws InterruptedException {
    return Poll.until(
            Deadline.after(patience),
            Backoff.STANDARD,
            () -> vtysh(node, command).contains(wanted) ? Optional.of(true) : Optional.empty())
        .isPresent();
  }

  /** Waits until a node is in a state. */
  boolean becomes(String node, NodeStatus.State state) throws InterruptedException {
    return Poll.until(
            Deadline.after(Duration.ofSeconds(10)),
            Backoff.LOCAL,
            () ->
                provider().status(info).stream()
                        .anyMatch(s -> s.node().name().equals(node) && s.state() == state)
                    ? Optional.of(true)
                    : Optional.empty())
        .isPresent();
  }

  @Override
  public void close() throws IOException {
    try (shell) {
      down();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
