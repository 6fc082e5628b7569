package netlab.provider.clab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.Result;
import netlab.exec.Shell;
import netlab.lab.Lab;
import netlab.lab.Link;
import netlab.lab.Node;
import netlab.lab.NodeId;
import netlab.plan.Action;
import netlab.plan.Effects;
import netlab.plan.FileContent;
import netlab.plan.Plan;
import netlab.plan.SafePath;
import netlab.plan.StepFailure;
import netlab.plan.StepId;
import netlab.provider.Change;
import netlab.provider.Leftover;
import netlab.provider.Missing;
import netlab.provider.NodeStatus;
import netlab.provider.Provider;
import netlab.provider.Refusal;
import netlab.provider.RunInfo;
import netlab.provider.RunRequest;
import netlab.provider.RunRequest.NodeFiles;
import netlab.render.ConfigFile;
import netlab.transport.Endpoint;

/** Runs labs by containerlab (0.75 or later) and Docker. */
public final class ClabProvider implements Provider {
  private static final SequencedMap<String, String> NOTHING =
      Collections.unmodifiableSequencedMap(new LinkedHashMap<>());

  private final Shell shell;
  private final Docker docker;
  private final ClabReach reach;
  private final Map<NodeId, List<Refusal>> pushed = new ConcurrentHashMap<>();

  /** A provider whose every command goes through the shell. */
  public ClabProvider(Shell shell) {
    this.shell = shell;
    this.docker = new Docker(shell);
    this.reach = new ClabReach(docker);
  }

  @Override
  public String name() {
    return "clab";
  }

  @Override
  public List<Missing> check(RunRequest request) throws InterruptedException {
    List<Missing> all =
        new ArrayList<>(new ClabCheck(shell, docker).check(request, names(request)));
    all.addAll(ClabPush.check(request));
    return List.copyOf(all);
  }

  @Override
  public RunInfo describe(RunRequest request) throws InterruptedException {
    ClabNames names = names(request);
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    facts.put("lab", names.lab());
    facts.put("container_prefix", names.prefix());
    SequencedMap<NodeId, SequencedMap<String, String>> nodes = new LinkedHashMap<>();
    for (Map.Entry<NodeId, NodeFiles> entry : request.nodes().entrySet()) {
      Node node = request.lab().node(entry.getKey());
      SequencedMap<String, String> own =
          new LinkedHashMap<>(
              reach.describe(names.container(node), node, entry.getValue().device()));
      String late = SetUp.words(entry.getValue().files());
      if (!late.isEmpty()) {
        own.put(SetUp.FACT, late);
      }
      own.putAll(ClabPush.describe(entry.getValue()));
      nodes.put(node.id(), own);
    }
    return new RunInfo(name(), request.id(), request.folder().root(), facts, nodes);
  }

  @Override
  public Plan plan(RunRequest request) throws InterruptedException {
    ClabNames names = names(request);
    ClabTopology topology = topology(request);
    return new ClabPlan(request, names, topology).build(foreign(request.lab(), topology, names));
  }

  @Override
  public SequencedMap<SafePath, FileContent> files(RunRequest request) throws InterruptedException {
    return new ClabPlan(request, names(request), topology(request)).files();
  }

  private ClabTopology topology(RunRequest request) throws InterruptedException {
    ClabTopology usual = new ClabTopology(request, names(request), true);
    return usual.hasStubs() && !hasDummies()
        ? new ClabTopology(request, names(request), false)
        : usual;
  }

  /** Bridges that the lab names and this host has already. They are used, and stay. */
  private Set<String> foreign(Lab lab, ClabTopology topology, ClabNames names)
      throws InterruptedException {
    Set<String> foreign = new HashSet<>();
    for (Link link : lab.links()) {
      if (topology.shared(link) && names.named(link).isPresent()) {
        String bridge = names.bridge(link);
        Result found = shell.run(Command.of("ip", "link", "show", "dev", bridge));
        if (found.out().contains(bridge) && !found.out().contains("alias " + names.alias())) {
          foreign.add(bridge);
        }
      }
    }
    return foreign;
  }

  /** Tried in a network namespace that ends with the command. */
  private boolean hasDummies() throws InterruptedException {
    return shell
        .run(Command.of("unshare", "--net", "ip", "link", "add", "probe", "type", "dummy"))
        .ok();
  }

  private static ClabNames names(RunRequest request) {
    return ClabNames.of(request.lab(), request.id());
  }

  @Override
  public Shell shell(RunInfo run) {
    return shell;
  }

  @Override
  public Effects effects(RunInfo run) {
    return new ClabPush(shell, reach, run, pushed);
  }

  @Override
  public List<NodeStatus> status(RunInfo run) throws InterruptedException {
    Map<String, Docker.Container> containers = new LinkedHashMap<>();
    docker.containers(run.id()).forEach(c -> containers.put(c.name(), c));
    List<NodeStatus> all = new ArrayList<>();
    run.nodes()
        .forEach((id, facts) -> {
          String place = facts.getOrDefault("container", id.name());
          Docker.Container found = containers.get(place);
          if (found == null) {
            all.add(new NodeStatus(id, place, NodeStatus.State.ABSENT, List.of()));
            return;
          }
          boolean runs = found.state().equals("running");
          all.add(
              new NodeStatus(
                  id,
                  place,
                  runs ? NodeStatus.State.RUNNING : NodeStatus.State.DEGRADED,
                  List.of(new NodeStatus.Part(NodeStatus.Part.CONTAINER, runs, found.status()))));
        });
    return List.copyOf(all);
  }

  @Override
  public List<Refusal> refusals(RunInfo run) throws InterruptedException {
    List<Refusal> all = new ArrayList<>();
    run.nodes().keySet().forEach(node -> all.addAll(pushed.getOrDefault(node, List.of())));
    all.addAll(new ClabRefusals(shell, docker, run).find());
    return List.copyOf(all);
  }

  @Override
  public List<Refusal> refusals(RunRequest request, StepFailure failure)
      throws InterruptedException {
    return new ClabPlan(request, names(request), topology(request)).refusals(failure);
  }

  @Override
  public Endpoint cli(RunInfo run, NodeId node) {
    return reach.cli(run, node);
  }

  @Override
  public Endpoint reading(RunInfo run, NodeId node) {
    Endpoint cli = reach.cli(run, node);
    return cli instanceof Endpoint.DockerExec ? glance(run, node).orElse(cli) : cli;
  }

  @Override
  public Optional<Endpoint> glance(RunInfo run, NodeId node) {
    return ClabReach.sockets(run, node);
  }

  @Override
  public boolean awake(RunInfo run, NodeId node) {
    return ClabReach.runs(run, node);
  }

  @Override
  public Duration boot(RunRequest request) {
    return request.nodes().values().stream()
        .map(ClabPush::boot)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  @Override
  public Optional<StepId> waking(Plan plan) {
    return Optional.of(plan.stages().getLast().getFirst().id()).filter(ClabPlan.DEPLOY::equals);
  }

  /**
   * Containerlab keeps the links of a stopped node; without it they would end with its container.
   */
  @Override
  public Optional<String> stop(RunInfo run, NodeId node) throws InterruptedException {
    return power("stop", run, node);
  }

  /** A container that starts anew has forgotten what was set up from outside. */
  @Override
  public Optional<String> start(RunInfo run, NodeId node) throws InterruptedException {
    boolean runs =
        status(run).stream()
            .anyMatch(s -> s.node().equals(node) && s.state() == NodeStatus.State.RUNNING);
    Optional<String> wrong = runs ? Optional.empty() : power("start", run, node);
    return wrong.isPresent() || runs ? wrong : setUpAgain(run, node);
  }

  private Optional<String> setUpAgain(RunInfo run, NodeId node) throws InterruptedException {
    Path folder = run.folder().resolve(ClabTopology.FILES).resolve(node.name());
    SequencedMap<String, String> facts = run.nodes().getOrDefault(node, NOTHING);
    String container = facts.getOrDefault("container", node.name());
    for (SetUp late : SetUp.read(facts, folder)) {
      Optional<Action> action = late.action(container);
      if (action.isPresent()) {
        Result result = shell.run(action.get().command());
        if (!action.get().satisfiedBy(result)) {
          return Optional.of(node + ": " + result.problem());
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> power(String word, RunInfo run, NodeId node)
      throws InterruptedException {
    Result result =
        shell.run(
            Containerlab.command(
                run.folder(), word, "--topo", ClabTopology.FILE, "--node", node.name()));
    return result.ok()
        ? Optional.empty()
        : Optional.of(node + ": containerlab " + word + ": " + result.problem());
  }

  @Override
  public Optional<Command> inNetwork(RunInfo run, NodeId node, List<String> argv) {
    return Optional.ofNullable(run.nodes().get(node))
        .map(facts -> facts.get("container"))
        .map(container -> {
          List<String> all = new ArrayList<>(List.of("nsenter", "--net=/run/netns/" + container));
          all.addAll(argv);
          return Command.of(all);
        });
  }

  @Override
  public Endpoint programs(RunInfo run, NodeId node) {
    return ClabReach.programs(run, node);
  }

  @Override
  public Change change(RunInfo run, NodeId node, ConfigFile file, Deadline deadline)
      throws InterruptedException {
    return new ClabChange(shell, run, new ClabPush(shell, reach, run, pushed))
        .make(node, file, deadline);
  }

  @Override
  public Command terminal(RunInfo run, NodeId node, List<String> program) {
    return ClabReach.terminal(run, node, program);
  }

  @Override
  public List<Leftover> leftovers(RunInfo run) throws InterruptedException {
    return new Removal(shell, docker, run).leftovers();
  }

  @Override
  public List<Leftover> down(RunInfo run) throws InterruptedException {
    return new Removal(shell, docker, run).remove();
  }
}
