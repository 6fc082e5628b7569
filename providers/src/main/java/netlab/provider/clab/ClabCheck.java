package netlab.provider.clab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netlab.custom.LabFolders;
import netlab.diag.Code;
import netlab.diag.Span;
import netlab.exec.Command;
import netlab.exec.Result;
import netlab.exec.Shell;
import netlab.lab.Link;
import netlab.lab.Node;
import netlab.lab.NodeId;
import netlab.net.Prefix;
import netlab.provider.Impairment;
import netlab.provider.KernelCheck;
import netlab.provider.Missing;
import netlab.provider.NetemCheck;
import netlab.provider.RunRequest;
import netlab.render.ConfigFile;
import netlab.schema.Value;

/** What a host lacks to run a lab in containers. */
final class ClabCheck {
  private static final String CLUSTER = "k8s-kind";

  private final Shell shell;
  private final Docker docker;

  ClabCheck(Shell shell, Docker docker) {
    this.shell = shell;
    this.docker = docker;
  }

  List<Missing> check(RunRequest request, ClabNames names) throws InterruptedException {
    List<Missing> missing = new ArrayList<>();
    clusters(request, missing);
    files(request, missing);
    containerlab().ifPresent(missing::add);
    Optional<List<Docker.Container>> namesakes = docker.containersOf(names.lab());
    if (namesakes.isEmpty()) {
      missing.add(
          new Missing(
              Code.HOST_PROGRAM_MISSING,
              Span.NONE,
              "the Docker engine does not answer",
              "install and start it (`apt-get install docker.io`), or run the lab with `-p netns`",
              List.of("docker.io")));
    }
    if (!missing.isEmpty()) {
      return List.copyOf(missing);
    }
    images(request, missing);
    outside(request, missing);
    other(namesakes.orElseThrow(), request, names).ifPresent(missing::add);
    management(request, names).ifPresent(missing::add);
    List<String> probe = new ArrayList<>(List.of("unshare", "--net", "tc"));
    probe.addAll(Impairment.PROBE);
    missing.addAll(NetemCheck.run(request, shell, Command.of(probe)));
    Path settings = Path.of("/proc/sys");
    boolean ipv6 = Files.isDirectory(settings.resolve("net/ipv6"));
    missing.addAll(
        new KernelCheck(shell, List.of("unshare", "--net", "ip"), ipv6, settings)
            .run(wishes(request)));
    return List.copyOf(missing);
  }

  /** Containers share the kernel of the host, and Docker loads no module for them. */
  private static SequencedMap<NodeId, KernelCheck.Wish> wishes(RunRequest request) {
    Set<NodeId> outside =
        uplinks(request)
            .flatMap(link -> link.ends().stream())
            .map(end -> end.port().node())
            .collect(Collectors.toSet());
    SequencedMap<NodeId, KernelCheck.Wish> wishes = new LinkedHashMap<>();
    request
        .nodes()
        .forEach((id, own) -> {
          StringBuilder ip = new StringBuilder();
          List<String> settings = new ArrayList<>();
          for (ConfigFile file : own.files()) {
            if (file.use() == ConfigFile.Use.IP) {
              ip.append(file.content()).append('\n');
            } else if (file.use() == ConfigFile.Use.SYSCTL) {
              file.content().lines().filter(line -> line.indexOf('=') > 0).forEach(settings::add);
            }
          }
          Node node = request.lab().node(id);
          if (outside.contains(id)) {
            ip.append("link add uplink type macvlan\n");
          }
          wishes.put(id, new KernelCheck.Wish(node.span(), ip.toString(), settings));
        });
    return wishes;
  }

  private static Stream<Link> uplinks(RunRequest request) {
    return request.lab().links().stream().filter(link -> ClabTopology.uplink(link).isPresent());
  }

  private static void outside(RunRequest request, List<Missing> missing) {
    List<String> there = HostNetworks.interfaces();
    uplinks(request)
        .forEach(link -> {
          String wanted = ClabTopology.uplink(link).orElseThrow();
          if (!there.contains(wanted)) {
            missing.add(
                Missing.of(
                    Code.NODE_NOT_RUNNABLE,
                    link.span(),
                    "this machine has no interface `" + wanted + "` for `clab.uplink`",
                    "there is: " + String.join(", ", there)));
          }
        });
  }

  /** Clusters take files and names of containers that this program does not make. */
  private static void clusters(RunRequest request, List<Missing> missing) {
    for (Node node : request.lab().nodes().values()) {
      if (request.nodes().containsKey(node.id())
          && node.attributes().textAt("clab.kind").filter(CLUSTER::equals).isPresent()) {
        missing.add(
            Missing.of(
                Code.NODE_NOT_RUNNABLE,
                node.span(),
                "`" + node.id() + "` is a cluster of Kubernetes in Docker, which is not started",
                "take it out of the lab; `netlab create -o json=FILE` compiles it nevertheless"));
      }
    }
  }

  /** What containerlab is to put into nodes, beside what this program writes. */
  private static void files(RunRequest request, List<Missing> missing) {
    Set<String> written = LabFolders.inline(request.lab().globals()).keySet();
    request
        .nodes()
        .forEach((id, own) -> {
          Node node = request.lab().node(id);
          Value.Fields clab = node.attributes().fieldsAt("clab");
          for (String path : ClabTopology.wantedFiles(clab)) {
            boolean comes =
                written.stream().anyMatch(f -> f.equals(path) || f.startsWith(path + "/"));
            if (!comes && !Files.exists(request.folder().root().resolve(path))) {
              missing.add(
                  Missing.of(
                      Code.NODE_NOT_RUNNABLE,
                      node.span(),
                      "there is no file `" + path + "`, which `clab` of `" + id + "` names",
                      "paths begin at the folder of the lab file"));
            }
          }
          boolean ours =
              own.files().stream().anyMatch(file -> file.use() == ConfigFile.Use.STARTUP);
          if (ours && clab.textAt(ClabTopology.STARTUP_CONFIG).isPresent()) {
            missing.add(
                Missing.of(
                    Code.NODE_NOT_RUNNABLE,
                    node.span(),
                    "`"
                        + id
                        + "` cannot start with a configuration of its own: a device `"
                        + node.device()
                        + "` starts with that of the lab",
                    "put the lines into a template and name that in `config` of the node"));
          }
        });
  }

  private Optional<Missing> containerlab() throws InterruptedException {
    Result result = shell.run(Containerlab.version());
    if (result.ok()) {
      return Optional.empty();
    }
    return Optional.of(
        Missing.of(
            Code.HOST_PROGRAM_MISSING,
            Span.NONE,
            "containerlab is not there or does not run: " + result.problem(),
            "see https://containerlab.dev/install, or run the lab with `-p netns`"));
  }

  /** Images with a registry in their name are fetched by Docker; others must be there. */
  private void images(RunRequest request, List<Missing> missing) throws InterruptedException {
    Map<String, Node> wanted = new LinkedHashMap<>();
    for (Node node : request.lab().nodes().values()) {
      if (request.nodes().containsKey(node.id())) {
        node.image().ifPresent(image -> wanted.putIfAbsent(image, node));
      }
    }
    for (Map.Entry<String, Node> entry : wanted.entrySet()) {
      String image = entry.getKey();
      Node node = entry.getValue();
      if (docker.image(image).isEmpty() && !fetch(image)) {
        missing.add(
            Missing.of(
                Code.IMAGE_MISSING,
                node.span(),
                "there is no image `"
                    + image
                    + "`, and it cannot be fetched (node `"
                    + node.id()
                    + "`, device `"
                    + node.device()
                    + "`)",
                "make or import it (`docker image ls` shows what is there), or name another with"
                    + " `-s defaults.devices."
                    + node.device()
                    + ".clab.image=IMAGE`"));
      }
    }
  }

  private boolean fetch(String image) throws InterruptedException {
    return shell
        .run(Command.of("docker", "pull", "--quiet", image).within(Duration.ofMinutes(15)))
        .ok();
  }

  /** A lab of the same name elsewhere would be taken for this one by containerlab. */
  private Optional<Missing> other(
      List<Docker.Container> namesakes, RunRequest request, ClabNames names)
      throws InterruptedException {
    if (namesakes.isEmpty()) {
      return Optional.empty();
    }
    List<Docker.Container> ours = docker.containers(request.id());
    return namesakes.stream()
        .map(Docker.Container::name)
        .filter(name -> ours.stream().noneMatch(c -> c.name().equals(name)))
        .findFirst()
        .map(name ->
            Missing.of(
                Code.LAB_NAME_TAKEN,
                Span.NONE,
                "another lab named `" + names.lab() + "` runs already (container `" + name + "`)",
                "give this lab another `name`, or take the other down"));
  }

  /** Docker makes no network over another; a network that is the lab's own is used again. */
  private Optional<Missing> management(RunRequest request, ClabNames names)
      throws InterruptedException {
    Value.Fields pool = request.lab().globals().fieldsAt("addressing.mgmt");
    Optional<Prefix> wanted = pool.textAt("ipv4").flatMap(Prefix::tryParse);
    if (wanted.isEmpty() || pool.textAt("_network").isPresent()) {
      return Optional.empty();
    }
    Optional<HostNetworks.Entry> taken =
        HostNetworks.now().stream().filter(e -> e.prefix().overlaps(wanted.get())).findFirst();
    if (taken.isEmpty() || docker.hasNetwork(names.network())) {
      return Optional.empty();
    }
    return Optional.of(
        Missing.of(
            Code.MANAGEMENT_NETWORK_TAKEN,
            Span.NONE,
            "the management network " + wanted.get() + " is in use on this machine: " + taken.get(),
            "give this lab another one, as with `-s addressing.mgmt.ipv4=172.31.1.0/24`, or take"
                + " down the lab that has it"));
  }
}
