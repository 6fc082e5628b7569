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
import netlab.plan.Step;
import netlab.plan.StepId;
import netlab.plan.Undo;
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
  /** Containerlab asks the network for newer releases unless told not to; 3 s without a way out. */
  static final Map<String, String> QUIET = Map.of("CLAB_VERSION_CHECK", "disable");

  private static final String TOPOLOGY = "clab.yml";
  private static final StepId DEPLOY = new StepId("clab/deploy");
  private static final Duration DEPLOY_LIMIT = Duration.ofMinutes(30);

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
    Plan.Builder plan = Plan.builder();
    plan.then(write(files(request, topology)));
    bridges(request.lab(), topology, names, foreign(request.lab(), topology, names))
        .ifPresent(plan::then);
    tunnels(new HostTunnels(request, names)).ifPresent(plan::then);
    plan.then(deploy(request, names));
    plan.together(settings(request, names, topology.smaller()));
    plan.together(ClabPush.ready(request));
    ClabPush.pushes(request).forEach(plan::together);
    plan.together(impairments(request, names));
    return plan.build();
  }

  @Override
  public SequencedMap<SafePath, FileContent> files(RunRequest request) throws InterruptedException {
    return files(request, topology(request));
  }

  private ClabTopology topology(RunRequest request) throws InterruptedException {
    ClabTopology usual = new ClabTopology(request, names(request), true);
    return usual.hasStubs() && !hasDummies()
        ? new ClabTopology(request, names(request), false)
        : usual;
  }

  private static Step write(SequencedMap<SafePath, FileContent> files) {
    return new Step.WriteFiles(
        new StepId("clab/files"), "write " + files.size() + " files", files, true);
  }

  private static SequencedMap<SafePath, FileContent> files(
      RunRequest request, ClabTopology topology) {
    SequencedMap<SafePath, FileContent> files = new LinkedHashMap<>();
    request
        .nodes()
        .forEach((id, own) -> {
          for (ConfigFile file : own.files()) {
            files.put(SafePath.of(ClabTopology.FILES, id.name(), file.name()), content(file));
          }
        });
    files.put(SafePath.of(TOPOLOGY), FileContent.of(topology.text()));
    files.putAll(new HostTunnels(request, names(request)).scripts());
    return files;
  }

  /** Readable in the container by users that this host does not know. */
  private static FileContent content(ConfigFile file) {
    boolean runs = file.mode().length() == 4 && (file.mode().charAt(1) & 1) == 1;
    return new FileContent(file.content(), runs ? "rwxr-xr-x" : "rw-r--r--");
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

  private static Optional<Step> bridges(
      Lab lab, ClabTopology topology, ClabNames names, Set<String> foreign) {
    Set<String> made = new HashSet<>(foreign);
    List<Action> make = new ArrayList<>();
    List<Action> remove = new ArrayList<>();
    for (Link link : lab.links()) {
      String bridge = names.bridge(link);
      if (topology.shared(link) && made.add(bridge)) {
        make.add(
            Action.of(
                "ip", "link", "add", "name", bridge, "type", "bridge", "mcast_snooping", "0"));
        // 65528 lets LLDP and the other link-local groups through, as a wire would.
        make.add(
            Action.of(
                "ip",
                "link",
                "set",
                bridge,
                "alias",
                names.alias(),
                "up",
                "type",
                "bridge",
                "group_fwd_mask",
                "65528"));
        remove.add(Action.of("ip", "link", "delete", bridge).tolerating("Cannot find device"));
      }
    }
    if (make.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Step.RunCommands(
            new StepId("clab/bridges"),
            "make " + remove.size() + " bridges",
            make,
            false,
            List.of(new Undo.Run(remove))));
  }

  private static Optional<Step> tunnels(HostTunnels tunnels) {
    List<Action> make = tunnels.make();
    return make.isEmpty() || !tunnels.areAutomatic()
        ? Optional.empty()
        : Optional.of(
            new Step.RunCommands(
                new StepId("clab/tunnels"),
                "make tunnels to other machines",
                make,
                false,
                List.of(new Undo.Run(tunnels.remove()))));
  }

  /**
   * Under a lock of the lab's folder: a containerlab that outlived its netlab must end before
   * another undoes its work.
   */
  static List<String> containerlab(Path folder, String... arguments) {
    List<String> argv = new ArrayList<>(List.of("flock", folder.toString(), "containerlab"));
    argv.addAll(List.of(arguments));
    return argv;
  }

  private static Step deploy(RunRequest request, ClabNames names) {
    Path folder = request.folder().root();
    Action deploy =
        Action.of(
            Command.of(containerlab(folder, "deploy", "--topo", TOPOLOGY))
                .in(folder)
                .with(QUIET)
                .within(DEPLOY_LIMIT));
    return new Step.RunCommands(
        DEPLOY,
        "start " + request.nodes().size() + " containers",
        List.of(deploy),
        false,
        List.of(Removal.undo(request, names)));
  }

  /** What is done from outside once a container has its interfaces, whatever its image has. */
  private static List<Step> settings(
      RunRequest request, ClabNames names, Map<NodeId, List<String>> smaller) {
    List<Step> steps = new ArrayList<>();
    for (Map.Entry<NodeId, NodeFiles> entry : request.nodes().entrySet()) {
      Node node = request.lab().node(entry.getKey());
      List<Action> actions = new ArrayList<>();
      for (String port : smaller.getOrDefault(node.id(), List.of())) {
        actions.add(mtu(names.container(node), port, ClabTopology.USUAL_MTU));
      }
      for (ConfigFile file : entry.getValue().files()) {
        String path = request.folder().root().resolve(ClabTopology.path(node, file)).toString();
        new SetUp(file.use(), path, file.target(), file.content())
            .action(names.container(node))
            .ifPresent(actions::add);
      }
      if (!actions.isEmpty()) {
        steps.add(
            new Step.RunCommands(
                new StepId("clab/settings/" + node.id()),
                "set up interfaces of " + node.id(),
                actions,
                false,
                List.of(Undo.NOTHING)));
      }
    }
    return steps;
  }

  private static List<Step> impairments(RunRequest request, ClabNames names) {
    List<Step> steps = new ArrayList<>();
    request
        .impaired()
        .forEach((node, ports) -> {
          List<Action> actions = new ArrayList<>();
          ports.forEach((port, how) -> {
            Node owner = request.lab().node(node);
            String name = ClabTopology.name(owner.find(port).orElseThrow());
            List<String> argv = new ArrayList<>(List.of("tc", "-n", names.container(owner)));
            argv.addAll(how.set(name));
            actions.add(Action.of(Command.of(argv)));
          });
          steps.add(
              new Step.RunCommands(
                  new StepId("clab/impair/" + node),
                  "impair links of " + node,
                  actions,
                  false,
                  List.of(Undo.NOTHING)));
        });
    return steps;
  }

  private static Action mtu(String namespace, String port, int mtu) {
    String octets = Integer.toString(mtu);
    return Action.of("ip", "-n", namespace, "link", "set", "dev", port, "mtu", octets);
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
  public Optional<StepId> waking(Plan plan) {
    return Optional.of(plan.stages().getLast().getFirst().id()).filter(DEPLOY::equals);
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
    List<String> argv = containerlab(run.folder(), word, "--topo", TOPOLOGY, "--node", node.name());
    Result result = shell.run(Command.of(argv).in(run.folder()).with(QUIET));
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
