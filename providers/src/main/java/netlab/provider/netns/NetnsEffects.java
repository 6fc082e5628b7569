package netlab.provider.netns;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import netlab.exec.Backoff;
import netlab.exec.Deadline;
import netlab.exec.Poll;
import netlab.exec.Result;
import netlab.exec.Shell;
import netlab.lab.NodeId;
import netlab.plan.Effects;
import netlab.plan.Step;
import netlab.provider.NodeStatus;
import netlab.provider.Refusal;
import netlab.provider.VtyshOutput;
import netlab.transport.Answer;
import netlab.transport.Endpoint;
import netlab.transport.VtySocketTransport;

/** Gives routers their configuration by way of {@code vtysh}, and waits for their daemons. */
final class NetnsEffects implements Effects {
  /** Beginning of the id of a step that loads {@code frr.conf} into running daemons. */
  static final String LOAD = "frr/load/";

  /** Beginning of the id of a step that types lines. */
  static final String TYPE = "frr/type/";

  /** Beginning of the id of a step that has a configuration read before its program starts. */
  static final String CHECK = "programs/check/";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final RunFacts run;
  private final Shell shell;
  private final Map<NodeId, List<Refusal>> refusals;

  /**
   * Effects for a lab.
   *
   * @param refusals where lines are noted that {@code vtysh} says are refused; safe for threads
   */
  NetnsEffects(RunFacts run, Shell shell, Map<NodeId, List<Refusal>> refusals) {
    this.run = run;
    this.shell = shell;
    this.refusals = refusals;
  }

  @Override
  public Optional<String> push(Step.PushConfig step) throws InterruptedException {
    NodeId node = new NodeId(step.node());
    if (step.id().text().startsWith(LOAD)) {
      return load(node, step.text());
    }
    if (step.id().text().startsWith(CHECK)) {
      return check(node, step.text());
    }
    return run.command(node).isEmpty() ? type(node, step.text()) : tell(node, step.text());
  }

  private Optional<String> load(NodeId node, String config) throws InterruptedException {
    Optional<String> unnamed = name(node, config);
    if (unnamed.isPresent()) {
      return unnamed;
    }
    Result result = vtysh(node, List.of("-b"));
    List<Refusal> found =
        VtyshOutput.refusals(node, NodeFiles.FRR_CONF, config, result.out() + result.err());
    refusals.put(node, found);
    return result.ok() || !found.isEmpty() ? Optional.empty() : Optional.of(result.problem());
  }

  /**
   * Gives each daemon its host name first: {@code vtysh} keeps it to itself, and the daemons would
   * go on with that of the host, which IS-IS tells to all others (seen with FRR 10.3).
   */
  private Optional<String> name(NodeId node, String config) throws InterruptedException {
    Optional<String> line = config.lines().filter(l -> l.startsWith("hostname ")).findFirst();
    Optional<Sight> sight = run.sight();
    if (line.isEmpty() || sight.isEmpty()) {
      return Optional.empty();
    }
    var sockets = new Endpoint.VtySockets(sight.get().runFolder(run.namespace(node)));
    try (VtySocketTransport vty = new VtySocketTransport(sockets)) {
      for (String daemon : run.daemons(node)) {
        List<String> lines = List.of("configure terminal", line.get(), "end");
        if (vty.run(daemon, lines, Deadline.after(PATIENCE)) instanceof Answer.Failed failed) {
          return Optional.of(failed.failure().message());
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> type(NodeId node, String text) throws InterruptedException {
    List<String> argv = new ArrayList<>(List.of("-c", "configure terminal"));
    for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
      argv.add("-c");
      argv.add(line);
    }
    Result result = vtysh(node, argv);
    String said = (result.out() + "\n" + result.err()).strip();
    boolean refused = said.lines().anyMatch(line -> line.startsWith("%"));
    if (result.ok() && !refused) {
      return Optional.empty();
    }
    return Optional.of(refused ? said : result.problem());
  }

  private Optional<String> check(NodeId node, String config) throws InterruptedException {
    Optional<DevicePrograms.Check> check = run.check(node);
    if (check.isEmpty()) {
      return Optional.empty();
    }
    Result result = shell.run(run.reach().inNamespace(run.namespace(node), check.get().run()));
    if (result.ok()) {
      return Optional.empty();
    }
    refusals.put(node, check.get().refusals(node, config, result.out() + result.err()));
    return Optional.of(result.problem());
  }

  /**
   * Runs the commands of a device one after the other. Some listen for commands a moment before
   * they can follow them.
   */
  private Optional<String> tell(NodeId node, String text) throws InterruptedException {
    List<String> command = run.command(node);
    List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    Deadline deadline = Deadline.after(PATIENCE);
    for (String line : lines) {
      List<String> argv = new ArrayList<>(command.subList(0, command.size() - 1));
      argv.addAll(List.of(line.split("\\s+")));
      AtomicReference<String> why = new AtomicReference<>("");
      Optional<Result> done =
          Poll.until(
              deadline,
              Backoff.STANDARD,
              () -> {
                Result result = shell.run(run.reach().inNamespace(run.namespace(node), argv));
                why.set(result.problem());
                return result.ok() ? Optional.of(result) : Optional.empty();
              });
      if (done.isEmpty()) {
        return Optional.of(line + ": " + why.get());
      }
    }
    return Optional.empty();
  }

  private Result vtysh(NodeId node, List<String> more) throws InterruptedException {
    List<String> argv = new ArrayList<>();
    argv.addAll(List.of(run.reach().host().tool("vtysh"), "-N", run.namespace(node)));
    argv.addAll(more);
    return shell.run(run.reach().inLab(argv));
  }

  @Override
  public Optional<String> pending(Step.WaitFor step, Deadline deadline) {
    Optional<Sight> sight = run.sight();
    if (sight.isEmpty()) {
      return Optional.of(HolderShell.ABSENT);
    }
    for (NodeId node : run.nodes()) {
      for (String daemon : run.daemons(node)) {
        NodeStatus.Part part = sight.get().daemon(run.namespace(node), daemon);
        if (!part.alive()) {
          return Optional.of(node + ": " + daemon + " " + part.detail());
        }
        if (!sight.get().hasSocket(run.namespace(node), daemon)) {
          return Optional.of(node + ": " + daemon + " does not listen yet");
        }
      }
      Optional<String> own = pending(sight.get(), node);
      if (own.isPresent()) {
        return own;
      }
    }
    return Optional.empty();
  }

  private Optional<String> pending(Sight sight, NodeId node) {
    String space = run.namespace(node);
    for (String program : run.programs(node)) {
      NodeStatus.Part part = sight.program(space, program);
      if (!part.alive()) {
        return Optional.of(node + ": " + program + " " + part.detail());
      }
    }
    return run.ready(node).stream()
        .filter(file -> !Files.exists(sight.ownFolder(space).resolve(file)))
        .findFirst()
        .map(file -> node + ": `" + file + "` is not there yet");
  }
}
