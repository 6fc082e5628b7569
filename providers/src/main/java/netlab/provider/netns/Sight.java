package netlab.provider.netns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.provider.NodeStatus;

/**
 * A running lab as the host shows it.
 *
 * @param root the root folder that its namespaces and sockets are found in: that of the host, or
 *     for an ordinary user's lab that of the holder
 */
record Sight(Path root) {
  private static final Pattern REFUSED = Pattern.compile("\\] (.+) on config line (\\d+): (.*)$");

  /** What root sees. */
  static final Sight HOST = new Sight(Path.of("/"));

  /** Below it each node has a folder for programs of its own, named after its namespace. */
  static final String FOLDERS = "/run/netlab/";

  /** A line that a daemon refused in the file it was given. */
  record Refused(int line, String message) {}

  /** What is seen of a lab; empty when it is an ordinary user's and has no holder any more. */
  static Optional<Sight> of(Names names, boolean rootless) {
    return rootless
        ? Holder.find(names).map(holder -> new Sight(holder.root()))
        : Optional.of(HOST);
  }

  boolean hasNamespace(String name) {
    return Files.exists(root.resolve("run/netns").resolve(name));
  }

  /** The folder with the sockets, logs and process ids of a router. */
  Path runFolder(String space) {
    return root.resolve("run/frr").resolve(space);
  }

  /** The folder with the files, sockets and process ids of a node's own programs. */
  Path ownFolder(String space) {
    return root.resolve(FOLDERS.substring(1)).resolve(space);
  }

  /** How a program of a node is. */
  NodeStatus.Part program(String space, String name) {
    Optional<Long> pid = pid(ownFolder(space), name);
    if (pid.isEmpty()) {
      return new NodeStatus.Part(name, false, "was not started");
    }
    Optional<Object> network = ProcessTable.identity(root.resolve("run/netns").resolve(space));
    boolean alive =
        network.isPresent()
            && new ProcessTable(root.resolve("proc"))
                .find(pid.get())
                .flatMap(ProcessTable.Entry::network)
                .equals(network);
    return new NodeStatus.Part(
        name, alive, alive ? "pid " + pid.get() : lastWords(ownFolder(space), name));
  }

  /** How a daemon of a router is. */
  NodeStatus.Part daemon(String space, String daemon) {
    Optional<Long> pid = pid(runFolder(space), daemon);
    if (pid.isEmpty()) {
      return new NodeStatus.Part(daemon, false, "was not started");
    }
    boolean alive =
        new ProcessTable(root.resolve("proc"))
            .find(pid.get())
            .filter(process -> process.program().equals(daemon))
            .flatMap(process -> process.option("-N"))
            .filter(space::equals)
            .isPresent();
    return new NodeStatus.Part(
        daemon, alive, alive ? "pid " + pid.get() : lastWords(runFolder(space), daemon));
  }

  private static Optional<Long> pid(Path folder, String daemon) {
    try {
      String text = Files.readString(folder.resolve(daemon + ".pid")).strip();
      return Optional.of(Long.parseLong(text));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String lastWords(Path folder, String daemon) {
    List<String> log = log(folder, daemon);
    return log.isEmpty() ? "has ended" : "has ended; its log ends with: " + log.getLast();
  }

  /** True when the daemon answers on its socket's name; whether it is alive is another question. */
  boolean hasSocket(String space, String daemon) {
    return Files.exists(socket(space, daemon));
  }

  /** Where a daemon listens for commands. */
  Path socket(String space, String daemon) {
    return runFolder(space).resolve(daemon + ".vty");
  }

  /** What a daemon said about lines of the file it was started with. */
  List<Refused> refused(String space, String daemon) {
    List<Refused> all = new ArrayList<>();
    for (String line : log(runFolder(space), daemon)) {
      Matcher refused = REFUSED.matcher(line);
      if (refused.find()) {
        all.add(new Refused(Integer.parseInt(refused.group(2)), refused.group(1)));
      }
    }
    return List.copyOf(all);
  }

  private static List<String> log(Path folder, String daemon) {
    try {
      return Files.readAllLines(folder.resolve(daemon + ".log"));
    } catch (IOException e) {
      return List.of();
    }
  }

  /** A file of FRR's folder of a router. */
  Optional<String> config(String space, String name) {
    try {
      return Optional.of(Files.readString(root.resolve("etc/frr").resolve(space).resolve(name)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
