package netlab.provider.clab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.Result;
import netlab.exec.Shell;
import netlab.lab.Node;
import netlab.lab.NodeId;
import netlab.plan.Effects;
import netlab.plan.LabFolder;
import netlab.plan.Step;
import netlab.plan.StepId;
import netlab.provider.Missing;
import netlab.provider.Refusal;
import netlab.provider.RunInfo;
import netlab.provider.RunRequest;
import netlab.provider.RunRequest.NodeFiles;
import netlab.push.PushSession;
import netlab.push.PushWay;
import netlab.push.Pushed;
import netlab.render.ConfigFile;
import netlab.schema.Value;
import netlab.transport.Endpoint;
import netlab.transport.TransportFailure;

/** Gives devices that are up the files of use {@code cli}, in the way of their {@code push}. */
final class ClabPush implements Effects {
  /** The facts of a node: its {@link PushWay}, and where its files are in the container. */
  static final String WAY = "push";

  private static final String TARGETS = "push_targets";
  private static final String READY = "clab/ready/";
  private static final String PUSH = "clab/push/";

  /** How long a device may take to start when it does not say so itself: as a container, a VM. */
  private static final Duration CONTAINER = Duration.ofMinutes(5);

  private static final Duration MACHINE = Duration.ofMinutes(20);

  /** A look must end so soon that the next one is not late. */
  private static final Duration LOOK = Duration.ofSeconds(30);

  /** The longest that giving a device its configuration may take as a whole. */
  private static final Duration WHOLE = Duration.ofMinutes(30);

  private final Shell shell;
  private final ClabReach reach;
  private final RunInfo run;
  private final Map<NodeId, List<Refusal>> refusals;
  private final Map<NodeId, String> reasons = new ConcurrentHashMap<>();

  /** The effects of a run; what devices refuse is noted in {@code refusals}, from any thread. */
  ClabPush(Shell shell, ClabReach reach, RunInfo run, Map<NodeId, List<Refusal>> refusals) {
    this.shell = shell;
    this.reach = reach;
    this.run = run;
    this.refusals = refusals;
  }

  /** What keeps files from being given to their devices; nothing was tried. */
  static List<Missing> check(RunRequest request) {
    List<Missing> all = new ArrayList<>();
    request
        .nodes()
        .forEach((id, own) -> {
          if (!typed(own).isEmpty()) {
            problem(own.device())
                .ifPresent(why -> all.add(missing(request.lab().node(id), own.device(), why)));
          }
        });
    return List.copyOf(all);
  }

  private static Missing missing(Node node, Device device, String why) {
    return Missing.of(
        Code.CONFIG_SECTION,
        node.span(),
        "node `%s` cannot be given its configuration: device `%s`: %s"
            .formatted(node.id(), device.name(), why),
        "complete the section `push` of its device.yml");
  }

  private static Optional<String> problem(Device device) {
    Value.Fields section = device.facts().fieldsAt(WAY);
    if (section.isEmpty()) {
      return Optional.of("it has files to be typed, but no section `push`");
    }
    return PushWay.of(section) instanceof PushWay.Found.Wrong(String key, String why)
        ? Optional.of("`push." + key + "` " + why)
        : Optional.empty();
  }

  private static List<ConfigFile> typed(NodeFiles own) {
    return own.files().stream().filter(file -> file.use() == ConfigFile.Use.CLI).toList();
  }

  /** What {@link #push} and later changes need to know about a node. */
  static SequencedMap<String, String> describe(NodeFiles own) {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    if (PushWay.of(own.device().facts().fieldsAt(WAY)) instanceof PushWay.Found.Usable(PushWay way)
        && !own.device().facts().fieldsAt(WAY).isEmpty()) {
      facts.put(WAY, way.text());
      List<String> targets =
          typed(own).stream().map(file -> file.name() + " " + file.target()).toList();
      if (!targets.isEmpty()) {
        facts.put(TARGETS, String.join(",", targets));
      }
    }
    return facts;
  }

  /** True when the file is to be in the container for a program there that reads it. */
  static boolean isRead(ConfigFile file, Device device) {
    return file.use() == ConfigFile.Use.CLI
        && PushWay.of(device.facts().fieldsAt(WAY)) instanceof PushWay.Found.Usable(PushWay way)
        && way.isProgram();
  }

  /** Waits until each device takes a login. */
  static List<Step> ready(RunRequest request) {
    List<Step> steps = new ArrayList<>();
    request
        .nodes()
        .forEach((id, own) -> {
          if (!typed(own).isEmpty()) {
            steps.add(
                new Step.WaitFor(
                    new StepId(READY + id),
                    "wait for the command line of " + id,
                    "command line of " + id,
                    limit(own.device())));
          }
        });
    return steps;
  }

  /**
   * How long a machine may take to start that containerlab gives its configuration: containerlab
   * returns when the container is there. Devices that are typed at were waited for.
   */
  static Duration boot(NodeFiles own) {
    boolean waited = !typed(own).isEmpty();
    return !waited && (isMachine(own.device()) || exactly(own.device()).isPresent())
        ? limit(own.device())
        : Duration.ZERO;
  }

  private static boolean isMachine(Device device) {
    return device
        .facts()
        .boolAt("clab.health")
        .or(() -> device.facts().boolAt("health"))
        .orElse(false);
  }

  private static Optional<Duration> exactly(Device device) {
    return device.facts().intAt("ready.limit").map(Duration::ofSeconds);
  }

  private static Duration limit(Device device) {
    Optional<Duration> exactly = exactly(device);
    if (exactly.isPresent()) {
      return exactly.get();
    }
    int retries = device.facts().intAt("ready.retries").orElse(0);
    int delay = device.facts().intAt("ready.delay").orElse(0);
    Duration own = Duration.ofSeconds((long) retries * delay);
    Duration usual = isMachine(device) ? MACHINE : CONTAINER;
    return own.compareTo(usual) > 0 ? own : usual;
  }

  /** The file at this place among those of each node, for one stage after the other. */
  static List<List<Step>> pushes(RunRequest request) {
    List<List<Step>> stages = new ArrayList<>();
    request
        .nodes()
        .forEach((id, own) -> {
          List<ConfigFile> files = typed(own);
          for (int i = 0; i < files.size(); i++) {
            if (stages.size() <= i) {
              stages.add(new ArrayList<>());
            }
            stages
                .get(i)
                .add(
                    new Step.PushConfig(
                        new StepId(PUSH + id + "/" + files.get(i).name()),
                        "configure " + id,
                        id.name(),
                        files.get(i).content()));
          }
        });
    return stages;
  }

  @Override
  public Optional<String> pending(Step.WaitFor step, Deadline deadline)
      throws InterruptedException {
    NodeId node = new NodeId(step.id().text().substring(READY.length()));
    Deadline soon = deadline.atMost(LOOK);
    Optional<PushWay> way = way(node);
    if (way.isEmpty()) {
      return Optional.of("nothing is known about its command line");
    }
    if (way.get().isProgram()) {
      Result answer =
          shell.run(Command.of("docker", "exec", container(node), "true").within(soon.remaining()));
      return answer.ok() ? Optional.empty() : Optional.of(answer.problem());
    }
    if (!(reach.cli(run, node) instanceof Endpoint.Ssh ssh)) {
      return Optional.of("it has no address to log in at");
    }
    Optional<TransportFailure> failure = PushSession.tryOut(way.get(), ssh, knownHosts(), soon);
    // Another key than before does not become the right one: the push tells of it at once.
    return failure
        .filter(f -> !(f instanceof TransportFailure.HostKeyChanged))
        .map(f -> reason(node, f, soon));
  }

  /** The last look of all may be cut short, and then knows less than the one before. */
  private String reason(NodeId node, TransportFailure failure, Deadline looked) {
    String before = reasons.get(node);
    if (before != null && failure instanceof TransportFailure.Timeout && looked.passed()) {
      return before;
    }
    String reason =
        failure instanceof TransportFailure.AuthenticationFailed
            ? failure.message() + " (" + failure.hint() + ")"
            : failure.message();
    reasons.put(node, reason);
    return reason;
  }

  @Override
  public Optional<String> push(Step.PushConfig step) throws InterruptedException {
    NodeId node = new NodeId(step.node());
    String file = step.id().text().substring((PUSH + node + "/").length());
    refusals.remove(node);
    Pushed pushed = push(node, file, target(node, file), step.text(), Deadline.after(WHOLE));
    return switch (pushed) {
      case Pushed.Taken taken -> Optional.empty();
      case Pushed.Refused refused -> {
        List<Refusal> lines = lines(node, file, refused);
        refusals.merge(node, lines, (a, b) -> b);
        yield Optional.of(
            refused.unchanged()
                ? "it refused its configuration and keeps the one of before"
                : "it refused lines of its configuration and has only the others");
      }
      case Pushed.Broken broken -> Optional.of(told(broken));
    };
  }

  static String told(Pushed.Broken broken) {
    String state =
        broken.unchanged()
            ? "its configuration is as it was before"
            : "it has a part of its configuration (" + broken.typed() + " lines)";
    return broken.failure().message() + "; " + state + " (" + broken.failure().hint() + ")";
  }

  /**
   * Gives a node lines.
   *
   * @param target where a program of the node finds them; they are on its standard input, too
   */
  Pushed push(NodeId node, String file, String target, String text, Deadline deadline)
      throws InterruptedException {
    PushWay way = way(node).orElseThrow();
    if (way.isProgram()) {
      return program(way, node, target, text, deadline);
    }
    if (reach.cli(run, node) instanceof Endpoint.Ssh ssh) {
      return PushSession.push(way, ssh, knownHosts(), text, deadline);
    }
    return new Pushed.Broken(
        new TransportFailure.Unreachable(
            node.name(), "no address to log in at for " + file, "`netlab status` shows the node"),
        0,
        true);
  }

  private Pushed program(PushWay way, NodeId node, String target, String text, Deadline deadline)
      throws InterruptedException {
    List<String> argv = new ArrayList<>(List.of("docker", "exec", "--interactive"));
    argv.add(container(node));
    argv.addAll(way.program(target));
    Result result = shell.run(Command.of(argv).input(text).within(deadline.remaining()));
    List<Pushed.Line> refused = way.refusals(text, result.out() + "\n" + result.err());
    if (!refused.isEmpty()) {
      return new Pushed.Refused(refused, way.hasCandidate());
    }
    return result.ok()
        ? new Pushed.Taken(result.out().strip())
        : new Pushed.Broken(
            new TransportFailure.CommandFailed(node.name(), argv.get(4), result.problem()),
            0,
            way.hasCandidate());
  }

  /** What was refused, as others tell it. */
  static List<Refusal> lines(NodeId node, String file, Pushed.Refused refused) {
    return refused.lines().stream()
        .map(l -> new Refusal(node, file, l.number(), l.text(), l.said(), refused.unchanged()))
        .toList();
  }

  private Optional<PushWay> way(NodeId node) {
    return Optional.ofNullable(ClabReach.facts(run, node).get(WAY)).flatMap(PushWay::read);
  }

  private String target(NodeId node, String file) {
    for (String entry : ClabReach.facts(run, node).getOrDefault(TARGETS, "").split(",")) {
      if (entry.startsWith(file + " ")) {
        return entry.substring(file.length() + 1);
      }
    }
    return "/dev/stdin";
  }

  private String container(NodeId node) {
    return ClabReach.container(ClabReach.facts(run, node));
  }

  private Path knownHosts() {
    return new LabFolder(run.folder()).knownHosts();
  }
}
