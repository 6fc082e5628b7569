package netlab.provider.clab;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import netlab.exec.Command;
import netlab.exec.Result;
import netlab.exec.Shell;
import netlab.plan.Action;
import netlab.plan.Undo;
import netlab.provider.Leftover;
import netlab.provider.RunInfo;
import netlab.provider.RunRequest;

/**
 * Takes a lab out of Docker and off the host, whatever is left of it. Containerlab does it when its
 * containers are there; the rest is for labs that were interrupted before or after that.
 */
final class Removal {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final String[] GONE = {
    // Newer Docker clients add their exit status as a line of its own.
    "No such container", "not found", "No such network", "exit status 1"
  };

  private final Shell shell;
  private final Docker docker;
  private final RunInfo run;
  private final ClabNames names;

  Removal(Shell shell, Docker docker, RunInfo run) {
    this.shell = shell;
    this.docker = docker;
    this.run = run;
    this.names =
        new ClabNames(
            run.facts().getOrDefault("lab", ""),
            run.facts().getOrDefault("container_prefix", "clab"),
            run.id());
  }

  /** The inverse of the deployment. */
  static Undo undo(RunRequest request, ClabNames names) {
    List<String> remove = new ArrayList<>(List.of("docker", "rm", "--force", "--volumes"));
    request.nodes().keySet().forEach(id -> remove.add(names.container(request.lab().node(id))));
    return Undo.Run.of(
        destroy(names, request.folder().root()),
        Action.of(Command.of(remove)).tolerating(GONE),
        network(names),
        sshConfig(names),
        folder(names, request.folder().root()));
  }

  private static Action destroy(ClabNames names, Path folder) {
    return Action.of(
            Containerlab.command(folder, "destroy", "--name", names.lab(), "--cleanup")
                .within(LIMIT))
        // Labs that have no container yet, or none any more, are unknown to containerlab. Its
        // message is a box of several lines.
        .tolerating(" INFO ", "ERROR", "not found - no running", "containers.");
  }

  private static Action network(ClabNames names) {
    return Action.of("docker", "network", "rm", names.network()).tolerating(GONE);
  }

  private static Action sshConfig(ClabNames names) {
    return Action.of("rm", "-f", "--", "/etc/ssh/ssh_config.d/" + names.folder() + ".conf");
  }

  private static Action folder(ClabNames names, Path folder) {
    return Action.of("rm", "-rf", "--", folder.resolve(names.folder()).toString());
  }

  List<Leftover> leftovers() throws InterruptedException {
    List<Leftover> left = new ArrayList<>();
    for (Docker.Container container : docker.containers(run.id())) {
      left.add(new Leftover("container", container.name()));
    }
    for (String place : parked()) {
      left.add(new Leftover("namespace", place));
    }
    if (docker.hasNetwork(names.network())) {
      left.add(new Leftover("network", names.network()));
    }
    for (String tunnel : links("vxlan")) {
      left.add(new Leftover("tunnel", tunnel));
    }
    for (String bridge : links("bridge")) {
      left.add(new Leftover("bridge", bridge));
    }
    if (!names.lab().isEmpty() && Files.exists(run.folder().resolve(names.folder()))) {
      left.add(new Leftover("folder", run.folder().resolve(names.folder()).toString()));
    }
    return List.copyOf(left);
  }

  List<Leftover> remove() throws InterruptedException {
    List<Docker.Container> containers = docker.containers(run.id());
    Set<String> labs = new LinkedHashSet<>();
    containers.forEach(c -> labs.add(c.lab()));
    if (!names.lab().isEmpty()) {
      labs.add(names.lab());
    }
    for (String lab : labs) {
      ClabNames own = new ClabNames(lab, names.prefix(), run.id());
      if (containers.stream().anyMatch(c -> c.lab().equals(lab))) {
        shell.run(destroy(own, run.folder()).command());
      }
      shell.run(sshConfig(own).command());
      shell.run(folder(own, run.folder()).command());
    }
    for (Docker.Container container : docker.containers(run.id())) {
      shell.run(Command.of("docker", "rm", "--force", "--volumes", container.name()));
    }
    for (String place : parked()) {
      shell.run(Command.of("ip", "netns", "delete", place));
    }
    if (docker.hasNetwork(names.network())) {
      shell.run(network(names).command());
    }
    for (String type : List.of("vxlan", "bridge")) {
      for (String link : links(type)) {
        shell.run(Command.of("ip", "link", "delete", link));
      }
    }
    return leftovers();
  }

  /** Where containerlab keeps links of stopped nodes, and leaves them when the lab is destroyed. */
  private List<String> parked() {
    return run.nodes().values().stream()
        .map(facts -> "clab-park-" + facts.getOrDefault("container", ""))
        .filter(place -> Files.exists(Path.of("/run/netns", place)))
        .toList();
  }

  /** Interfaces of the host of this type whose alias is the lab's. */
  private List<String> links(String type) throws InterruptedException {
    Result result = shell.run(Command.of("ip", "-j", "link", "show", "type", type));
    List<String> links = new ArrayList<>();
    try {
      for (JsonElement element : JsonParser.parseString(result.out()).getAsJsonArray()) {
        JsonObject link = element.getAsJsonObject();
        if (link.has("ifalias") && link.get("ifalias").getAsString().equals(names.alias())) {
          links.add(link.get("ifname").getAsString());
        }
      }
    } catch (JsonSyntaxException | IllegalStateException e) {
      // Without iproute2 there is nothing of ours either.
      return List.of();
    }
    return links;
  }
}
