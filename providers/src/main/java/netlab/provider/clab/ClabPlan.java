package netlab.provider.clab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.exec.Command;
import netlab.lab.Link;
import netlab.lab.Node;
import netlab.lab.NodeId;
import netlab.plan.Action;
import netlab.plan.FileContent;
import netlab.plan.Plan;
import netlab.plan.SafePath;
import netlab.plan.Step;
import netlab.plan.StepFailure;
import netlab.plan.StepId;
import netlab.plan.Undo;
import netlab.provider.BatchOutput;
import netlab.provider.Refusal;
import netlab.provider.RunRequest;
import netlab.provider.RunRequest.NodeFiles;
import netlab.provider.SysctlOutput;
import netlab.render.ConfigFile;

/** The steps that start a lab. Looks at nothing but its arguments. */
final class ClabPlan {
  /** The step with which the containers run. */
  static final StepId DEPLOY = new StepId("clab/deploy");

  private static final String SETTINGS = "clab/settings/";

  private static final Duration DEPLOY_LIMIT = Duration.ofMinutes(30);

  private final RunRequest request;
  private final ClabNames names;
  private final ClabTopology topology;

  ClabPlan(RunRequest request, ClabNames names, ClabTopology topology) {
    this.request = request;
    this.names = names;
    this.topology = topology;
  }

  /**
   * The plan of the lab.
   *
   * @param foreign the bridges that this host has already, and that stay
   */
  Plan build(Set<String> foreign) {
    Plan.Builder plan = Plan.builder();
    plan.then(write());
    bridges(foreign).ifPresent(plan::then);
    tunnels().ifPresent(plan::then);
    plan.then(deploy());
    plan.together(settings());
    plan.together(ClabPush.ready(request));
    ClabPush.pushes(request).forEach(plan::together);
    plan.together(impairments());
    return plan.build();
  }

  private Step write() {
    SequencedMap<SafePath, FileContent> files = files();
    return new Step.WriteFiles(
        new StepId("clab/files"), "write " + files.size() + " files", files, true);
  }

  /** The files that containerlab starts the lab from, relative to the lab's folder. */
  SequencedMap<SafePath, FileContent> files() {
    SequencedMap<SafePath, FileContent> files = new LinkedHashMap<>();
    request
        .nodes()
        .forEach((id, own) -> {
          for (ConfigFile file : own.files()) {
            files.put(SafePath.of(ClabTopology.FILES, id.name(), file.name()), content(file));
          }
        });
    files.put(SafePath.of(ClabTopology.FILE), FileContent.of(topology.text()));
    files.putAll(new HostTunnels(request, names).scripts());
    return files;
  }

  /** Readable in the container by users that this host does not know. */
  private static FileContent content(ConfigFile file) {
    boolean runs = file.mode().length() == 4 && (file.mode().charAt(1) & 1) == 1;
    return new FileContent(file.content(), runs ? "rwxr-xr-x" : "rw-r--r--");
  }

  private Optional<Step> bridges(Set<String> foreign) {
    Set<String> made = new HashSet<>(foreign);
    List<Action> make = new ArrayList<>();
    List<Action> remove = new ArrayList<>();
    for (Link link : request.lab().links()) {
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

  private Optional<Step> tunnels() {
    HostTunnels tunnels = new HostTunnels(request, names);
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

  private Step deploy() {
    Command deploy =
        Containerlab.command(request.folder().root(), "deploy", "--topo", ClabTopology.FILE)
            .within(DEPLOY_LIMIT);
    return new Step.RunCommands(
        DEPLOY,
        "start " + request.nodes().size() + " containers",
        List.of(Action.of(deploy)),
        false,
        List.of(Removal.undo(request, names)));
  }

  /** What is done from outside once a container has its interfaces, whatever its image has. */
  private List<Step> settings() {
    Map<NodeId, List<String>> smaller = topology.smaller();
    List<Step> steps = new ArrayList<>();
    for (Map.Entry<NodeId, NodeFiles> entry : request.nodes().entrySet()) {
      Node node = request.lab().node(entry.getKey());
      List<Action> actions = new ArrayList<>();
      for (String port : smaller.getOrDefault(node.id(), List.of())) {
        actions.add(mtu(names.container(node), port, ClabTopology.USUAL_MTU));
      }
      for (ConfigFile file : entry.getValue().files()) {
        setUp(node, file).action(names.container(node)).ifPresent(actions::add);
      }
      if (!actions.isEmpty()) {
        steps.add(
            new Step.RunCommands(
                new StepId(SETTINGS + node.id()),
                "set up interfaces of " + node.id(),
                actions,
                false,
                List.of(Undo.NOTHING)));
      }
    }
    return steps;
  }

  /** The lines of nodes, for {@code ip} or settings, that made the step fail. */
  List<Refusal> refusals(StepFailure failure) {
    String step = failure.step().text();
    if (!step.startsWith(SETTINGS) || failure.undoing()) {
      return List.of();
    }
    NodeId id = new NodeId(step.substring(SETTINGS.length()));
    Node node = request.lab().node(id);
    List<ConfigFile> files = Objects.requireNonNull(request.nodes().get(id)).files();
    List<Refusal> all = new ArrayList<>();
    for (StepFailure.FailedCommand failed : failure.commands()) {
      for (ConfigFile file : files) {
        boolean isOf =
            setUp(node, file)
                .action(names.container(node))
                .filter(action -> action.command().equals(failed.command()))
                .isPresent();
        String said = failed.result().err();
        if (isOf && file.use() == ConfigFile.Use.IP) {
          all.addAll(refused(id, file, said));
        } else if (isOf && file.use() == ConfigFile.Use.SYSCTL) {
          all.addAll(SysctlOutput.refusals(id, List.of(file), said));
        }
      }
    }
    return List.copyOf(all);
  }

  private static List<Refusal> refused(NodeId node, ConfigFile file, String said) {
    List<String> lines = file.content().lines().toList();
    List<Refusal> all = new ArrayList<>();
    BatchOutput.refused(said)
        .forEach((number, message) -> {
          if (number >= 1 && number <= lines.size() && !message.contains(SetUp.DONE)) {
            all.add(new Refusal(node, file.name(), number, lines.get(number - 1), message));
          }
        });
    return all;
  }

  private SetUp setUp(Node node, ConfigFile file) {
    String path = request.folder().root().resolve(ClabTopology.path(node, file)).toString();
    return new SetUp(file.use(), path, file.target(), file.content());
  }

  private List<Step> impairments() {
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
}
