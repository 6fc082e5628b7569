package netlab.provider.netns;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import netlab.exec.Command;
import netlab.lab.NodeId;
import netlab.plan.Action;
import netlab.plan.Plan;
import netlab.plan.Step;
import netlab.plan.StepFailure;
import netlab.plan.StepId;
import netlab.plan.Undo;
import netlab.provider.BatchOutput;
import netlab.provider.Refusal;
import netlab.provider.RunRequest;
import netlab.provider.SysctlOutput;

/** The steps that start a lab. Looks at nothing but its arguments. */
final class NetnsPlan {
  /** The condition that all routers answer. */
  static final String READY = "routers";

  private static final Duration READY_LIMIT = Duration.ofSeconds(20);

  /** The groups as FRR wants them when {@code -g root} is given: root must be in its vty group. */
  private static final String GROUPS = "root:x:0:root\nfrrvty:x:0:root\n";

  private static final String PAM =
      "auth sufficient pam_permit.so\naccount sufficient pam_permit.so\n";

  private static final String TMPFS = "tmpfs";

  private final HostFacts host;
  private final Reach reach;
  private final Wiring wiring;
  private final SequencedMap<NodeId, NodeFiles> nodes;
  private final Path folder;
  private static final StepId SETTINGS = new StepId("netns/settings");
  private static final StepId INTERFACES = new StepId("netns/interfaces");

  private final Plan.Builder plan = Plan.builder();

  private NetnsPlan(RunRequest request, HostFacts host) {
    this.host = host;
    this.reach = new Reach(host, new Names(request.id()));
    this.wiring = Wiring.of(request);
    this.nodes = new LinkedHashMap<>();
    request.nodes().forEach((node, own) -> nodes.put(node, NodeFiles.of(own)));
    this.folder = request.folder().root();
  }

  /** The plan of a lab on a host for which {@link HostCheck} found nothing missing. */
  static Plan of(RunRequest request, HostFacts host) {
    NetnsPlan planner = new NetnsPlan(request, host);
    planner.fill(request);
    return planner.plan.build();
  }

  private void fill(RunRequest request) {
    boolean routed = nodes.values().stream().anyMatch(NodeFiles::isRouter);
    if (host.rootless()) {
      holder(routed);
    }
    wires();
    run(SETTINGS.text(), "set kernel parameters", settings(), true, List.of());
    if (wiring.needsParking()) {
      Command park = reach.inNamespace(wiring.names().parking(), List.of(ip(), "-batch", "-"));
      run(
          "netns/lans",
          "join the links of more than two nodes",
          List.of(park.input(wiring.park())),
          false,
          List.of());
    }
    run(INTERFACES.text(), "bring up interfaces", interfaces(), true, List.of());
    run("netns/impair", "impair links", impairments(request), true, List.of());
    if (routed) {
      routers();
    }
    own();
    if (routed || nodes.values().stream().anyMatch(files -> files.started().isPresent())) {
      plan.then(
          new Step.WaitFor(new StepId("frr/ready"), "wait for the routers", READY, READY_LIMIT));
    }
    plan.together(type());
  }

  private void holder(boolean routed) {
    List<Command> commands = new ArrayList<>();
    List<String> hold = new ArrayList<>();
    hold.addAll(List.of(host.tool("setsid"), "--fork", host.tool("unshare")));
    hold.addAll(List.of("--user", "--map-root-user", "--net", "--mount", "--mount-proc"));
    hold.addAll(List.of("--pid", "--fork", "--kill-child"));
    // As process 1 of its namespace it inherits all daemons; a dead one must not stay a zombie.
    hold.addAll(List.of(host.tool("env"), "--ignore-signal=CHLD", Holder.VARIABLE + "=1"));
    hold.addAll(List.of(host.tool("sleep"), "infinity"));
    commands.add(reach.onHost(hold));
    commands.add(mount("mode=755", "/run"));
    commands.add(reach.inLab(List.of(host.tool("mkdir"), "-p", "/run/netns", "/run/frr")));
    if (routed) {
      commands.add(mount("mode=755", "/etc/frr"));
      commands.add(mount("mode=1777", "/var/tmp"));
      commands.addAll(replace("/etc/group", GROUPS));
      if (host.frr().orElseThrow().managed()) {
        commands.add(mount("mode=755", "/var/lib/frr"));
        commands.addAll(replace("/etc/pam.d/frr", PAM));
      }
    }
    Action end =
        Action.of(Command.of(host.tool("kill"), "-KILL", Reach.HOLDER))
            .tolerating(HolderShell.ABSENT);
    run("netns/holder", "open a user namespace", commands, false, List.of(Undo.Run.of(end)));
  }

  private Command mount(String options, String place) {
    return reach.inLab(List.of(host.tool("mount"), "-t", TMPFS, "-o", options, TMPFS, place));
  }

  /** Shows another text in place of a file of the host, within the lab only. */
  private List<Command> replace(String file, String text) {
    String own = "/run/netlab-" + Path.of(file).getFileName();
    return List.of(
        reach.inLab(List.of(host.tool("cp"), "/dev/stdin", own)).input(text),
        reach.inLab(List.of(host.tool("mount"), "--bind", own, file)));
  }

  private void wires() {
    String title =
        "create %s and %s"
            .formatted(
                count(wiring.namespaces().size(), "namespace"),
                count(wiring.wires().size(), "link"));
    Command make =
        reach.inLab(List.of(ip(), "-batch", "-")).input(wiring.addNamespaces() + wiring.addLinks());
    List<Undo> undo = new ArrayList<>();
    if (!host.rootless()) {
      Command delete =
          reach.inLab(List.of(ip(), "-force", "-batch", "-")).input(wiring.deleteNamespaces());
      undo.add(new Undo.EndProcesses(wiring.namespaces()));
      undo.add(
          Undo.Run.of(
              Action.of(delete).tolerating("No such file or directory", "Command failed -:")));
    }
    run("netns/wires", title, List.of(make), false, undo);
  }

  private List<Command> settings() {
    List<Command> all = new ArrayList<>();
    wiring
        .nodes()
        .forEach((node, namespace) -> {
          List<String> ports = wiring.plugs(node).stream().map(Wiring.Plug::name).toList();
          all.add(sysctl(namespace, Sysctls.ofNode(ports, files(node).sysctls(), host.ipv6())));
        });
    List<String> parking = Sysctls.ofParking(host.ipv6());
    if (wiring.needsParking() && !parking.isEmpty()) {
      all.add(sysctl(wiring.names().parking(), parking));
    }
    return all;
  }

  private Command sysctl(String namespace, List<String> settings) {
    List<String> argv = new ArrayList<>(List.of(host.tool("sysctl"), "-q", "-w"));
    argv.addAll(settings);
    return reach.inNamespace(namespace, argv);
  }

  private List<Command> interfaces() {
    List<Command> all = new ArrayList<>();
    wiring
        .nodes()
        .forEach((node, namespace) ->
            all.add(
                reach
                    .inNamespace(namespace, List.of(ip(), "-batch", "-"))
                    .input(String.join("\n", wiring.bringUp(node)) + "\n" + files(node).ipText())));
    return all;
  }

  /** The lines of nodes, for {@code ip} or settings, that made the step fail. */
  static List<Refusal> refusals(RunRequest request, HostFacts host, StepFailure failure) {
    boolean settings = failure.step().equals(SETTINGS);
    if (failure.undoing() || !(settings || failure.step().equals(INTERFACES))) {
      return List.of();
    }
    NetnsPlan planner = new NetnsPlan(request, host);
    List<NodeId> nodes = List.copyOf(planner.wiring.nodes().keySet());
    List<Command> commands = settings ? planner.settings() : planner.interfaces();
    List<Refusal> all = new ArrayList<>();
    for (StepFailure.FailedCommand failed : failure.commands()) {
      int index = commands.indexOf(failed.command());
      // The last settings may be those of the namespace of LANs.
      if (index >= 0 && index < nodes.size()) {
        NodeId node = nodes.get(index);
        String said = failed.result().err();
        all.addAll(
            settings
                ? SysctlOutput.refusals(
                    node, Objects.requireNonNull(request.nodes().get(node)).files(), said)
                : planner.refusals(node, said));
      }
    }
    return all;
  }

  private List<Refusal> refusals(NodeId node, String printed) {
    int before = wiring.bringUp(node).size();
    List<NodeFiles.IpLine> lines = files(node).ip();
    List<Refusal> all = new ArrayList<>();
    BatchOutput.refused(printed)
        .forEach((number, message) -> {
          int index = number - before - 1;
          if (index >= 0 && index < lines.size()) {
            NodeFiles.IpLine line = lines.get(index);
            all.add(new Refusal(node, line.file(), line.number(), line.text(), message));
          }
        });
    return all;
  }

  private List<Command> impairments(RunRequest request) {
    List<Command> all = new ArrayList<>();
    request
        .impaired()
        .forEach((node, ports) -> {
          StringBuilder lines = new StringBuilder();
          ports.forEach((port, how) ->
              lines
                  .append(
                      String.join(
                          " ", how.set(request.lab().node(node).find(port).orElseThrow().name())))
                  .append('\n'));
          List<String> argv = List.of(host.traffic(), "-batch", "-");
          all.add(reach.inNamespace(wiring.names().namespace(node), argv).input(lines.toString()));
        });
    return all;
  }

  private void routers() {
    Routers routers = Routers.of(reach, host.frr().orElseThrow(), wiring, nodes);
    plan.then(
        new Step.WriteFiles(
            new StepId("frr/stage"), "write the files of the routers", routers.staged(), false));
    run("frr/files", "hand the files to FRR", place(routers), false, remove(routers));
    run("frr/mgmtd", "start mgmtd", routers.start(DaemonSet.MGMTD), true, List.of());
    run("frr/zebra", "start zebra", routers.start(DaemonSet.ZEBRA), true, List.of());
    run("frr/protocols", "start routing daemons", routers.startProtocols(), true, List.of());
    if (routers.frr().managed()) {
      plan.together(load(routers));
    }
  }

  /** The programs of devices other than FRR. */
  private void own() {
    OwnPrograms own = OwnPrograms.of(reach, wiring, nodes);
    if (!own.nodes().isEmpty()) {
      plan.then(
          new Step.WriteFiles(
              new StepId("programs/stage"),
              "write the files of the programs",
              own.staged(),
              false));
      run("programs/files", "make their folders", own.place(staging()), false, own.remove());
      plan.together(own.check());
      run("programs/start", "start programs", own.start(), true, List.of());
    }
  }

  private Path staging() {
    Path staging = folder;
    for (String name : Routers.STAGING) {
      staging = staging.resolve(name);
    }
    return staging;
  }

  /** The commands that give routers the files that were staged for them. */
  static List<Command> placing(RunRequest request, HostFacts host) {
    NetnsPlan planner = new NetnsPlan(request, host);
    if (planner.nodes.values().stream().noneMatch(NodeFiles::isRouter)) {
      return List.of();
    }
    return planner.place(
        Routers.of(planner.reach, host.frr().orElseThrow(), planner.wiring, planner.nodes));
  }

  private List<Command> place(Routers routers) {
    List<String> run = new ArrayList<>();
    if (host.rootless()) {
      run.addAll(List.of(host.tool("mkdir"), "-p"));
    } else {
      run.addAll(List.of(host.tool("install"), "-d", "-o", "frr", "-g", "frr", "-m", "0755"));
    }
    run.addAll(routers.folders(Routers.RUN_FOLDER));
    List<String> copy = new ArrayList<>();
    copy.addAll(List.of(host.tool("cp"), "-r", "--preserve=mode", "-t", Routers.CONFIG_FOLDER));
    copy.addAll(routers.namespaces());
    List<Command> all = new ArrayList<>();
    all.add(reach.inLab(run));
    all.add(reach.inLab(staging(), copy));
    if (!host.rootless()) {
      List<String> give = new ArrayList<>(List.of(host.tool("chown"), "-R", "frr:frr"));
      give.addAll(routers.folders(Routers.CONFIG_FOLDER));
      all.add(reach.inLab(give));
    }
    return all;
  }

  /** Ends the daemons, too: their own steps cannot be undone, since each needs the one before. */
  private List<Undo> remove(Routers routers) {
    if (host.rootless()) {
      return List.of();
    }
    List<String> argv = new ArrayList<>(List.of(host.tool("rm"), "-r", "-f", "--"));
    argv.addAll(routers.folders(Routers.RUN_FOLDER));
    argv.addAll(routers.folders(Routers.CONFIG_FOLDER));
    return List.of(
        new Undo.EndProcesses(routers.namespaces()), Undo.Run.of(Action.of(reach.inLab(argv))));
  }

  private List<Step> load(Routers routers) {
    List<Step> all = new ArrayList<>();
    routers
        .routers()
        .forEach((node, router) ->
            all.add(
                new Step.PushConfig(
                    new StepId(NetnsEffects.LOAD + node),
                    "load the configuration of " + node,
                    node.name(),
                    router.config())));
    return all;
  }

  private List<Step> type() {
    List<Step> all = new ArrayList<>();
    for (Map.Entry<NodeId, NodeFiles> node : nodes.entrySet()) {
      if (!node.getValue().cli().isBlank()) {
        all.add(
            new Step.PushConfig(
                new StepId(NetnsEffects.TYPE + node.getKey()),
                "configure " + node.getKey(),
                node.getKey().name(),
                node.getValue().cli()));
      }
    }
    return all;
  }

  private NodeFiles files(NodeId node) {
    return Objects.requireNonNull(nodes.get(node));
  }

  private String ip() {
    return host.tool("ip");
  }

  /** Adds a step that runs commands, unless there are none. */
  private void run(
      String id, String title, List<Command> commands, boolean together, List<Undo> undo) {
    if (!commands.isEmpty()) {
      List<Action> actions = commands.stream().map(Action::of).toList();
      plan.then(new Step.RunCommands(new StepId(id), title, actions, together, undo));
    }
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
