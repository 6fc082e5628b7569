package netlab.provider.netns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.Result;
import netlab.exec.Shell;
import netlab.lab.NodeId;
import netlab.plan.Effects;
import netlab.plan.Plan;
import netlab.plan.StepFailure;
import netlab.provider.Change;
import netlab.provider.Leftover;
import netlab.provider.Missing;
import netlab.provider.NodeStatus;
import netlab.provider.Packages;
import netlab.provider.Provider;
import netlab.provider.Refusal;
import netlab.provider.RunInfo;
import netlab.provider.RunRequest;
import netlab.render.ConfigFile;
import netlab.transport.Endpoint;

/**
 * Runs labs in network namespaces of this host, with the host's own FRR. Root's labs are visible to
 * the host's tools ({@code ip netns}, {@code vtysh -N}); those of an ordinary user live in a user
 * namespace of their own.
 */
public final class NetnsProvider implements Provider {
  private final Shell shell;
  private final Packages packages;
  private final Map<NodeId, List<Refusal>> loading = new ConcurrentHashMap<>();
  private Optional<HostFacts> facts = Optional.empty();

  /** A provider that starts programs with this shell. */
  public NetnsProvider(Shell shell) {
    this.shell = shell;
    this.packages = Packages.ofHost();
  }

  @Override
  public String name() {
    return RunFacts.PROVIDER;
  }

  private synchronized HostFacts host(RunRequest request) throws InterruptedException {
    if (facts.isEmpty()) {
      facts = Optional.of(new HostProbe(shell).look(HostCheck.needs(request).sequencedKeySet()));
    }
    return facts.get();
  }

  @Override
  public synchronized List<Missing> check(RunRequest request) throws InterruptedException {
    // What was missing a moment ago may have been installed since.
    facts = Optional.empty();
    return new HostCheck(request, host(request), shell, packages).run();
  }

  @Override
  public RunInfo describe(RunRequest request) throws InterruptedException {
    return RunFacts.describe(request, host(request));
  }

  @Override
  public Plan plan(RunRequest request) throws InterruptedException {
    return NetnsPlan.of(request, host(request));
  }

  @Override
  public Shell shell(RunInfo run) {
    Reach reach = RunFacts.of(run).reach();
    return reach.host().rootless() ? new HolderShell(shell, reach) : shell;
  }

  @Override
  public Effects effects(RunInfo run) {
    return new NetnsEffects(RunFacts.of(run), shell(run), loading);
  }

  @Override
  public List<NodeStatus> status(RunInfo run) {
    RunFacts known = RunFacts.of(run);
    Optional<Sight> sight = known.sight();
    List<NodeStatus> all = new ArrayList<>();
    for (NodeId node : known.nodes()) {
      all.add(status(known, sight, node));
    }
    return List.copyOf(all);
  }

  private static NodeStatus status(RunFacts known, Optional<Sight> sight, NodeId node) {
    String space = known.namespace(node);
    if (sight.isEmpty() || !sight.get().hasNamespace(space)) {
      return new NodeStatus(node, space, NodeStatus.State.ABSENT, List.of());
    }
    List<NodeStatus.Part> parts = new ArrayList<>();
    for (String daemon : known.daemons(node)) {
      parts.add(sight.get().daemon(space, daemon));
    }
    for (String program : known.programs(node)) {
      parts.add(sight.get().program(space, program));
    }
    boolean whole = parts.stream().allMatch(NodeStatus.Part::alive);
    return new NodeStatus(
        node, space, whole ? NodeStatus.State.RUNNING : NodeStatus.State.DEGRADED, parts);
  }

  /**
   * With {@code mgmtd} only what this provider itself loaded; without it the daemons' logs tell.
   */
  @Override
  public List<Refusal> refusals(RunInfo run) {
    RunFacts known = RunFacts.of(run);
    Optional<Sight> sight = known.sight();
    List<Refusal> all = new ArrayList<>();
    for (NodeId node : known.nodes()) {
      if (loading.containsKey(node)) {
        all.addAll(loading.getOrDefault(node, List.of()));
      } else if (sight.isPresent()) {
        all.addAll(refusals(known, sight.get(), node));
      }
    }
    return List.copyOf(all);
  }

  @Override
  public List<Refusal> refusals(RunRequest request, StepFailure failure)
      throws InterruptedException {
    return NetnsPlan.refusals(request, host(request), failure);
  }

  private static List<Refusal> refusals(RunFacts known, Sight sight, NodeId node) {
    String space = known.namespace(node);
    List<String> daemons = known.daemons(node);
    Map<String, List<Sight.Refused>> logs = new HashMap<>();
    daemons.forEach(daemon -> logs.put(daemon, sight.refused(space, daemon)));
    boolean quiet = logs.values().stream().allMatch(List::isEmpty);
    return quiet
        ? List.of()
        : sight
            .config(space, NodeFiles.FRR_CONF)
            .map(config -> Refusals.ofLogs(node, config, daemons, logs))
            .orElse(List.of());
  }

  @Override
  public Endpoint cli(RunInfo run, NodeId node) {
    RunFacts known = RunFacts.of(run);
    return known.isRouter(node)
        ? new Endpoint.Netns(known.namespace(node), vtysh(known, node, "-c"))
        : own(run, node);
  }

  /** The device's own command line, or that of Linux. */
  private Endpoint own(RunInfo run, NodeId node) {
    RunFacts known = RunFacts.of(run);
    return new Endpoint.Netns(known.namespace(node), known.command(node));
  }

  /** Over the sockets of the daemons, as {@code vtysh} does, without its 20 ms a call. */
  @Override
  public Endpoint reading(RunInfo run, NodeId node) {
    RunFacts known = RunFacts.of(run);
    String space = known.namespace(node);
    return known.isRouter(node)
        ? new Endpoint.VtySockets(known.sight().orElse(Sight.HOST).runFolder(space))
        : own(run, node);
  }

  @Override
  public Optional<Command> inNetwork(RunInfo run, NodeId node, List<String> argv) {
    RunFacts known = RunFacts.of(run);
    return Optional.of(known.reach().inNamespace(known.namespace(node), argv));
  }

  @Override
  public Optional<String> stop(RunInfo run, NodeId node) throws InterruptedException {
    return new Power(RunFacts.of(run), shell(run)).off(node);
  }

  @Override
  public Optional<String> start(RunInfo run, NodeId node) throws InterruptedException {
    return new Power(RunFacts.of(run), shell(run)).on(node);
  }

  @Override
  public Endpoint programs(RunInfo run, NodeId node) {
    return new Endpoint.Netns(RunFacts.of(run).namespace(node), List.of());
  }

  @Override
  public Change change(RunInfo run, NodeId node, ConfigFile file, Deadline deadline)
      throws InterruptedException {
    return new NetnsChange(RunFacts.of(run), shell(run)).make(node, file, deadline);
  }

  @Override
  public Optional<String> settle(RunRequest request) throws InterruptedException {
    Shell own = shell(describe(request));
    for (Command command : NetnsPlan.placing(request, host(request))) {
      Result result = own.run(command);
      if (!result.ok()) {
        return Optional.of(result.problem());
      }
    }
    return Optional.empty();
  }

  @Override
  public Command terminal(RunInfo run, NodeId node, List<String> program) {
    RunFacts known = RunFacts.of(run);
    List<String> argv = program;
    if (program.isEmpty()) {
      argv = known.isRouter(node) ? vtysh(known, node) : ownTerminal(known, node);
    }
    return known.reach().forPeople(known.namespace(node), argv);
  }

  private static List<String> ownTerminal(RunFacts known, NodeId node) {
    List<String> argv =
        known.command(node).stream().filter(word -> !word.equals(Endpoint.WORDS)).toList();
    return argv.isEmpty() ? List.of(loginShell()) : argv;
  }

  private static List<String> vtysh(RunFacts known, NodeId node, String... more) {
    List<String> argv = new ArrayList<>();
    argv.addAll(List.of(known.reach().host().tool("vtysh"), "-N", known.namespace(node)));
    argv.addAll(List.of(more));
    return List.copyOf(argv);
  }

  private static String loginShell() {
    String shell = System.getenv("SHELL");
    return shell == null || !shell.startsWith("/") ? "/bin/sh" : shell;
  }

  @Override
  public List<Leftover> leftovers(RunInfo run) {
    return new Sweep(RunFacts.of(run), shell).leftovers();
  }

  @Override
  public List<Leftover> down(RunInfo run) throws InterruptedException {
    return new Sweep(RunFacts.of(run), shell).remove();
  }
}
