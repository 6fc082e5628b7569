package netlab.provider.netns;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import netlab.diag.Code;
import netlab.diag.Span;
import netlab.exec.Command;
import netlab.exec.Shell;
import netlab.lab.NodeId;
import netlab.provider.FrrFolder;
import netlab.provider.Impairment;
import netlab.provider.KernelCheck;
import netlab.provider.Missing;
import netlab.provider.NetemCheck;
import netlab.provider.Packages;
import netlab.provider.RunRequest;

/** What a host lacks for a lab. Looks and tries, and leaves nothing behind. */
final class HostCheck {
  /** A name that {@code ip -batch} reads as one word, and Linux takes. */
  private static final Pattern INTERFACE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.@:-]*");

  private final RunRequest request;
  private final HostFacts host;
  private final Shell shell;
  private final Packages packages;
  private final SequencedMap<NodeId, NodeFiles> nodes = new LinkedHashMap<>();
  private final List<Missing> missing = new ArrayList<>();

  HostCheck(RunRequest request, HostFacts host, Shell shell, Packages packages) {
    this.request = request;
    this.host = host;
    this.shell = shell;
    this.packages = packages;
    request.nodes().forEach((node, own) -> nodes.put(node, NodeFiles.of(own)));
  }

  /** Everything that is missing. */
  List<Missing> run() throws InterruptedException {
    nodes();
    if (!missing.isEmpty()) {
      return List.copyOf(missing);
    }
    tools();
    frr();
    programs();
    if (missing.isEmpty()) {
      privileges();
    }
    if (missing.isEmpty()) {
      missing.addAll(kernel().run(wishes()));
      missing.addAll(NetemCheck.run(request, shell, probe()));
      missing.addAll(new LimitCheck(Path.of("/proc")).run(load()));
    }
    return List.copyOf(missing);
  }

  private Command probe() {
    List<String> argv = new ArrayList<>(List.of(host.tool("unshare")));
    if (host.rootless()) {
      argv.addAll(List.of("--user", "--map-root-user"));
    }
    argv.addAll(List.of("--net", host.traffic()));
    argv.addAll(Impairment.PROBE);
    return Command.of(argv);
  }

  private KernelCheck kernel() {
    List<String> ip = new ArrayList<>(List.of(host.tool("unshare")));
    if (host.rootless()) {
      ip.addAll(List.of("--user", "--map-root-user"));
    }
    ip.addAll(List.of("--net", host.tool("ip")));
    return new KernelCheck(shell, ip, host.ipv6(), Path.of("/proc/sys"));
  }

  private SequencedMap<NodeId, KernelCheck.Wish> wishes() {
    SequencedMap<NodeId, KernelCheck.Wish> wishes = new LinkedHashMap<>();
    nodes.forEach((node, files) ->
        wishes.put(
            node,
            new KernelCheck.Wish(
                request.lab().node(node).span(), files.ipText(), files.sysctls())));
    return wishes;
  }

  private void nodes() {
    nodes.forEach((node, files) -> {
      Span at = request.lab().node(node).span();
      if (!Names.isUsable(node)) {
        notRunnable(
            at,
            "`" + node + "` cannot be the name of a namespace",
            "use letters, digits, `_` and `-`");
      }
      runnable(node, files, at);
      for (NodeFiles.Unsafe line : files.unsafe()) {
        missing.add(
            Missing.of(
                Code.UNSAFE_LINE,
                at,
                "node `%s`: `%s` is not allowed in `%s`".formatted(node, line.line(), line.file()),
                "allowed are lines of configuration that start no program, the `ip` commands "
                    + String.join(", ", NodeFiles.IP_OBJECTS)
                    + " and kernel parameters below `net.`"));
      }
    });
    if (missing.isEmpty()) {
      ports();
    }
  }

  private void runnable(NodeId node, NodeFiles files, Span at) {
    if (host.rootless() && files.started().filter(DevicePrograms::rootOnly).isPresent()) {
      notRunnable(
          at,
          "device `%s` of node `%s` needs several users, and so root"
              .formatted(request.lab().node(node).device(), node),
          "run netlab as root (sudo), or use another device for the node");
    }
    for (String script : files.scripts()) {
      notRunnable(
          at,
          "`%s` of node `%s` is a program, which would run on this machine".formatted(script, node),
          "use provider `clab` for this lab (`-p clab`), or write lines of FRR, or `ip` commands only");
    }
    String device = request.lab().node(node).device();
    boolean something =
        files.isRouter()
            || files.started().isPresent()
            || !files.ip().isEmpty()
            || !files.sysctls().isEmpty()
            || !files.unsafe().isEmpty();
    if (!something || !files.unplaced().isEmpty()) {
      notRunnable(
          at,
          "device `%s` of node `%s` does not run in a namespace".formatted(device, node),
          "use provider `clab` for this lab (`-p clab`), or device `frr` or `linux` for the node");
    }
  }

  private void ports() {
    Wiring wiring = Wiring.of(request);
    nodes
        .keySet()
        .forEach(node -> {
          for (Wiring.Plug plug : wiring.plugs(node)) {
            boolean good =
                INTERFACE.matcher(plug.name()).matches()
                    && plug.name().length() <= Names.LONGEST_INTERFACE;
            if (!good) {
              notRunnable(
                  request.lab().node(node).span(),
                  "`%s` of node `%s` cannot be the name of a Linux interface"
                      .formatted(plug.name(), node),
                  "use at most " + Names.LONGEST_INTERFACE + " letters, digits, `_`, `-` and dots");
            }
          }
        });
  }

  private void notRunnable(Span at, String message, String fix) {
    missing.add(Missing.of(Code.NODE_NOT_RUNNABLE, at, message, fix));
  }

  private void tools() {
    boolean routed = nodes.values().stream().anyMatch(NodeFiles::isRouter);
    SequencedMap<String, List<String>> absent = new LinkedHashMap<>();
    HostProbe.TOOLS.forEach((tool, name) -> {
      boolean frr = name.equals(Packages.FRR);
      if (!frr && !host.tools().containsKey(tool)) {
        absent.computeIfAbsent(name, n -> new ArrayList<>()).add(tool);
      }
    });
    absent.forEach((name, tools) ->
        missing.add(
            packages.missing(
                Span.NONE, "the host has no `" + String.join("`, `", tools) + "`", List.of(name))));
    if (routed && host.frr().isPresent() && !host.tools().containsKey("vtysh")) {
      missing.add(
          packages.missing(Span.NONE, "the host has FRR without `vtysh`", List.of(Packages.FRR)));
    }
  }

  /** The programs of the devices that have some of their own, and their packages. */
  static SequencedMap<String, String> needs(RunRequest request) {
    SequencedMap<String, String> needs = new LinkedHashMap<>();
    request.nodes().values().stream()
        .map(RunRequest.NodeFiles::device)
        .distinct()
        .forEach(device -> DevicePrograms.of(device).ifPresent(p -> needs.putAll(p.needs())));
    return needs;
  }

  private void programs() {
    SequencedMap<String, List<NodeId>> users = new LinkedHashMap<>();
    SequencedMap<String, List<String>> absent = new LinkedHashMap<>();
    nodes.forEach((node, files) ->
        files
            .started()
            .ifPresent(programs ->
                programs
                    .needs()
                    .forEach((program, name) -> {
                      if (!host.tools().containsKey(program)) {
                        users.computeIfAbsent(name, n -> new ArrayList<>()).add(node);
                        absent.computeIfAbsent(name, n -> new ArrayList<>()).add(program);
                      }
                    })));
    absent.forEach((name, programs) -> {
      List<NodeId> of = Objects.requireNonNull(users.get(name)).stream().distinct().toList();
      missing.add(
          packages.missing(
              request.lab().node(of.getFirst()).span(),
              "the host has no `%s`, which %s use%s"
                  .formatted(
                      String.join("`, `", new LinkedHashSet<>(programs)),
                      KernelCheck.named(of),
                      of.size() == 1 ? "s" : ""),
              List.of(name)));
    });
  }

  private void frr() {
    List<NodeId> routers =
        nodes.entrySet().stream()
            .filter(node -> node.getValue().isRouter())
            .map(node -> node.getKey())
            .toList();
    if (routers.isEmpty()) {
      return;
    }
    if (host.frr().isEmpty()) {
      missing.add(withoutFrr(routers));
      return;
    }
    HostFacts.Frr frr = host.frr().get();
    SequencedMap<String, List<NodeId>> absent = new LinkedHashMap<>();
    for (NodeId node : routers) {
      for (String daemon : daemons(node, frr).names()) {
        if (!Files.isExecutable(frr.folder().resolve(daemon))) {
          absent.computeIfAbsent(daemon, d -> new ArrayList<>()).add(node);
        }
      }
    }
    absent.forEach((daemon, users) ->
        missing.add(
            Missing.of(
                Code.HOST_PROGRAM_MISSING,
                request.lab().node(users.getFirst()).span(),
                "FRR %s of this host has no `%s`, which %s use%s"
                    .formatted(
                        frr.version(),
                        daemon,
                        KernelCheck.named(users),
                        users.size() == 1 ? "s" : ""),
                "install an FRR package that has it, or use provider `clab`")));
    tooOld(routers, frr);
  }

  private Missing withoutFrr(List<NodeId> routers) {
    Span at = request.lab().node(routers.getFirst()).span();
    FrrFolder programs = FrrFolder.ofHost();
    return programs.chosen()
        ? Missing.of(
            Code.HOST_PROGRAM_MISSING,
            at,
            "`%s` is set to %s, and there is no `zebra`"
                .formatted(FrrFolder.VARIABLE, programs.path()),
            "set it to a folder with the daemons of FRR, or unset it")
        : packages.missing(
            at,
            "FRR is not installed, and it runs the routers " + KernelCheck.named(routers),
            List.of(Packages.FRR));
  }

  /** Lines that only newer releases take are better known before a lab waits for what they do. */
  private void tooOld(List<NodeId> routers, HostFacts.Frr frr) {
    for (NodeId node : routers) {
      String config = Objects.requireNonNull(nodes.get(node)).text(NodeFiles.FRR_CONF).orElse("");
      FrrReleases.refusal(config, frr.version())
          .ifPresent(why ->
              missing.add(
                  Missing.of(
                      Code.HOST_PROGRAM_MISSING,
                      request.lab().node(node).span(),
                      "FRR %s of this host, which runs `%s`, %s"
                          .formatted(frr.version(), node, why),
                      "install a newer FRR, or name its folder in NETLAB_FRR, or use provider `clab`")));
    }
  }

  private DaemonSet daemons(NodeId node, HostFacts.Frr frr) {
    NodeFiles files = Objects.requireNonNull(nodes.get(node));
    return DaemonSet.of(
        files.text(NodeFiles.DAEMONS), files.text(NodeFiles.FRR_CONF).orElse(""), frr.managed());
  }

  /** An ordinary user needs user namespaces; whether they are allowed is best tried. */
  private void privileges() throws InterruptedException {
    if (!host.rootless()) {
      return;
    }
    List<String> argv =
        List.of(
            host.tool("unshare"),
            "--user",
            "--map-root-user",
            "--net",
            "--mount",
            "--pid",
            "--fork",
            host.tool("ip"),
            "link",
            "set",
            "lo",
            "up");
    if (!shell.run(Command.of(argv)).ok()) {
      missing.add(
          Missing.of(
              Code.HOST_FORBIDS,
              Span.NONE,
              "this user may not make network namespaces",
              "run netlab as root (sudo), or " + allowUserNamespaces()));
    }
  }

  private static String allowUserNamespaces() {
    // Debian's own switch, then the one of Ubuntu since 24.04, then the kernel's limit.
    for (String key :
        List.of(
            "kernel.unprivileged_userns_clone=1",
            "kernel.apparmor_restrict_unprivileged_userns=0")) {
      String name = key.substring(0, key.indexOf('='));
      if (Files.exists(Path.of("/proc/sys", name.split("\\.")))) {
        return "allow user namespaces: sysctl -w " + key;
      }
    }
    return "allow user namespaces: sysctl -w user.max_user_namespaces=10000; in a container, run it"
        + " with --privileged";
  }

  private LimitCheck.Load load() {
    int daemons = 0;
    for (NodeId node : nodes.keySet()) {
      NodeFiles files = Objects.requireNonNull(nodes.get(node));
      if (files.isRouter()) {
        daemons += daemons(node, host.frr().orElseThrow()).names().size();
      }
      daemons += files.started().map(programs -> programs.all().size()).orElse(0);
    }
    return LimitCheck.Load.of(Wiring.of(request), request.lab(), daemons);
  }
}
