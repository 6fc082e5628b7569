package netlab.provider.clab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.Fanout;
import netlab.exec.Poll;
import netlab.exec.Result;
import netlab.exec.Shell;
import netlab.lab.NodeId;
import netlab.provider.Refusal;
import netlab.provider.RunInfo;
import netlab.provider.VtyshOutput;

/**
 * Which lines of their configuration FRR routers in containers did not take. The start script of an
 * image logs only that something was wrong, so those routers are asked again, and no others.
 */
record ClabRefusals(Shell shell, Docker docker, RunInfo run) {
  private static final String FILE = "frr.conf";
  private static final String TARGET = "/etc/frr/" + FILE;

  /** Of watchfrr when {@code vtysh -b} ends with a failure, and of vtysh itself. */
  private static final Pattern TROUBLE = Pattern.compile("exited with non-zero status|line \\d+: ");

  /** Of watchfrr when the daemons run and have been given their configuration. */
  private static final Pattern COMPLETE = Pattern.compile("startup-complete");

  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** How long FRR may take to start where nothing had to be proven. */
  private static final Duration START = Duration.ofSeconds(10);

  private static final Duration PAUSE = Duration.ofMillis(100);

  List<Refusal> find() throws InterruptedException {
    SequencedMap<NodeId, String> routers = new LinkedHashMap<>();
    run.nodes()
        .forEach((node, facts) -> {
          if (ClabReach.isFrr(facts)) {
            routers.put(node, facts.getOrDefault("container", ""));
          }
        });
    Map<String, Path> logs = docker.logs(routers.values());
    Deadline started = Deadline.after(START);
    List<NodeId> suspects = new ArrayList<>();
    for (Map.Entry<NodeId, String> router : routers.entrySet()) {
      String log =
          log(router.getValue(), Optional.ofNullable(logs.get(router.getValue())), started);
      if (TROUBLE.matcher(log).find()) {
        suspects.add(router.getKey());
      }
    }
    List<Refusal> all = new ArrayList<>();
    for (Fanout.Outcome<List<Refusal>> outcome :
        Fanout.map(suspects, Deadline.after(LIMIT), node -> ask(node, routers))) {
      if (outcome instanceof Fanout.Outcome.Done<List<Refusal>>(List<Refusal> found)) {
        all.addAll(found);
      }
    }
    return List.copyOf(all);
  }

  /** What a container printed by the time it had started, or by the deadline. */
  private String log(String container, Optional<Path> file, Deadline started)
      throws InterruptedException {
    Optional<String> whole =
        Poll.until(
            started,
            () -> PAUSE,
            () -> Optional.of(log(container, file)).filter(ClabRefusals::isWhole));
    return whole.isPresent() ? whole.get() : log(container, file);
  }

  private static boolean isWhole(String log) {
    return COMPLETE.matcher(log).find() || TROUBLE.matcher(log).find();
  }

  /** Docker's own file where this user may read it: asking Docker takes a process for each node. */
  private String log(String container, Optional<Path> file) throws InterruptedException {
    if (file.isPresent()) {
      try {
        return Files.readString(file.get());
      } catch (IOException e) {
        // Then Docker is asked.
      }
    }
    Result result = shell.run(Command.of("docker", "logs", container));
    return result.out() + result.err();
  }

  /**
   * Without effect on the router first, which tells unknown commands; then, when there is none, by
   * loading once more what is loaded, which tells what its daemons do not take.
   */
  private List<Refusal> ask(NodeId node, SequencedMap<NodeId, String> routers)
      throws InterruptedException {
    String config;
    try {
      config = Files.readString(run.folder().resolve("configs/" + node + "/" + FILE));
    } catch (IOException e) {
      return List.of();
    }
    String container = routers.getOrDefault(node, "");
    for (List<String> way : List.of(List.of("-C", "-f", TARGET), List.of("-b"))) {
      List<String> argv = new ArrayList<>(List.of("docker", "exec", container, "vtysh"));
      argv.addAll(way);
      Result said = shell.run(Command.of(argv));
      List<Refusal> found = VtyshOutput.refusals(node, FILE, config, said.out() + said.err());
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }
}
