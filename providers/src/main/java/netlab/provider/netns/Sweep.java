package netlab.provider.netns;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import netlab.exec.Backoff;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.Poll;
import netlab.exec.Shell;
import netlab.provider.Leftover;

/**
 * Finds and removes what of a lab is on the host, whatever happened to it before: started half-way,
 * its own files deleted, its daemons dead or its namespaces deleted by hand. Everything is found by
 * the lab's id in a name, in the environment, or in the arguments of a process.
 */
final class Sweep {
  private static final Path NAMESPACES = Path.of("/run/netns");
  private static final Path FRR_RUN = Path.of("/run/frr");
  private static final Path FRR_ETC = Path.of("/etc/frr");

  /** FRR keeps a folder {@code PROGRAM.PID} here for messages after a crash. */
  private static final Path FRR_CRASH = Path.of("/var/tmp/frr");

  private static final List<Path> FOLDERS =
      List.of(FRR_RUN, FRR_ETC, Path.of("/var/lib/frr"), Path.of(Sight.FOLDERS));

  /** State that FRR 8.4 keeps in one place for all path spaces, and the daemon that does. */
  private static final List<SharedState> SHARED =
      List.of(
          new SharedState("ospfd", "ospfd-gr.json"),
          new SharedState("ospf6d", "ospf6d-gr.json"),
          new SharedState("ospf6d", "ospf6d-at-seq-no.dat"));

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private record SharedState(String daemon, String file) {}

  private final RunFacts run;
  private final Shell shell;

  Sweep(RunFacts run, Shell shell) {
    this.run = run;
    this.shell = shell;
  }

  /** What of the lab is left. */
  List<Leftover> leftovers() {
    List<Leftover> all = new ArrayList<>();
    for (ProcessTable.Entry process : processes()) {
      all.add(new Leftover("process", process.pid() + " " + String.join(" ", process.argv())));
    }
    namespaces().forEach(name -> all.add(new Leftover("namespace", name)));
    folders().forEach(folder -> all.add(new Leftover("folder", folder.toString())));
    return List.copyOf(all);
  }

  /** Removes the lab and returns what could not be removed. */
  List<Leftover> remove() throws InterruptedException {
    Set<Long> pids = notedPids();
    endProcesses(pids);
    List<String> namespaces = namespaces();
    if (!namespaces.isEmpty() && !run.reach().host().rootless()) {
      String lines =
          namespaces.stream().map(name -> "netns del " + name + "\n").collect(Collectors.joining());
      String ip = run.reach().host().tool("ip");
      shell.run(Command.of(ip, "-force", "-batch", "-").input(lines));
    }
    folders().forEach(Sweep::delete);
    crashFolders(pids).forEach(Sweep::delete);
    deleteIfEmpty(FRR_CRASH);
    deleteSharedState();
    return leftovers();
  }

  /**
   * Kills, for the lab is going as a whole: a daemon that is asked to end would first take back its
   * routes one by one. Looks again until nothing is found, since a program that was making the lab
   * when netlab was killed may have started another one meanwhile.
   */
  private void endProcesses(Set<Long> pids) throws InterruptedException {
    Set<Long> killed = new HashSet<>();
    Poll.until(
        Deadline.after(PATIENCE),
        Backoff.LOCAL,
        () -> {
          List<ProcessTable.Entry> left = processes();
          for (ProcessTable.Entry process : left) {
            pids.add(process.pid());
            ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
            killed.add(process.pid());
          }
          // One that is on its way out has no arguments any more, but may still hold a namespace.
          killed.removeIf(pid -> !ProcessTable.HOST.exists(pid));
          return left.isEmpty() && killed.isEmpty() ? Optional.of(true) : Optional.empty();
        });
  }

  /**
   * The processes of the lab: those in its namespaces, whoever started them; those with its id in
   * their environment; FRR's daemons with its path spaces, and what else is in their namespaces,
   * should these have lost their names.
   */
  private List<ProcessTable.Entry> processes() {
    Names names = run.names();
    String lab = names.id().text();
    Set<Object> networks = new HashSet<>();
    for (String namespace : namespaces()) {
      ProcessTable.identity(NAMESPACES.resolve(namespace)).ifPresent(networks::add);
    }
    List<ProcessTable.Entry> others =
        ProcessTable.HOST.all().stream()
            .filter(process -> process.pid() != ProcessHandle.current().pid())
            .toList();
    for (ProcessTable.Entry process : others) {
      if (process.option("-N").filter(names::owns).isPresent()) {
        process.network().ifPresent(networks::add);
      }
    }
    // Never the namespace netlab itself is in, were it to bear such a name.
    ProcessTable.identity(Path.of("/proc/self/ns/net")).ifPresent(networks::remove);
    return others.stream()
        .filter(process ->
            process.variable(Names.LAB_VARIABLE).filter(lab::equals).isPresent()
                || process.option("-N").filter(names::owns).isPresent()
                || process.network().filter(networks::contains).isPresent())
        .toList();
  }

  private List<String> namespaces() {
    return entries(NAMESPACES).stream().map(path -> path.getFileName().toString()).toList();
  }

  private List<Path> folders() {
    List<Path> all = new ArrayList<>();
    FOLDERS.forEach(folder -> all.addAll(entries(folder)));
    return all;
  }

  /** What in a folder bears a name of the lab. */
  private List<Path> entries(Path folder) {
    return files(folder, "nl-*").stream()
        .filter(path -> run.names().owns(path.getFileName().toString()))
        .sorted()
        .toList();
  }

  /** The ids that daemons of the lab have noted, dead ones among them. */
  private Set<Long> notedPids() {
    Set<Long> all = new HashSet<>();
    for (Path folder : entries(FRR_RUN)) {
      for (Path file : files(folder, "*.pid")) {
        try {
          all.add(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
          // A daemon that died before it wrote its id has left no folder either.
        }
      }
    }
    return all;
  }

  /**
   * The crash folders of daemons: FRR 8 names them after the daemon's process id, FRR 10 after that
   * of the process that started it; either has a file named after the daemon's.
   */
  private static List<Path> crashFolders(Set<Long> pids) {
    List<Path> all = new ArrayList<>();
    for (Path folder : files(FRR_CRASH, "*.*")) {
      boolean ours =
          pids.contains(number(folder))
              || files(folder, "logbuf.*").stream().anyMatch(log -> pids.contains(number(log)));
      if (ours) {
        all.add(folder);
      }
    }
    return all;
  }

  /** The number at the end of a name such as {@code zebra.4711}; -1 when there is none. */
  private static long number(Path file) {
    String name = file.getFileName().toString();
    String end = name.substring(name.lastIndexOf('.') + 1);
    return end.matches("\\d{1,18}") ? Long.parseLong(end) : -1;
  }

  private static List<Path> files(Path folder, String glob) {
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, glob)) {
      files.forEach(all::add);
    } catch (IOException e) {
      // Not there, or closed to this user, whose labs then have nothing in it.
      return List.of();
    }
    return all;
  }

  /**
   * Deletes state that FRR shares between path spaces, unless somebody else may use it: the host's
   * own FRR, or another lab.
   */
  private void deleteSharedState() {
    for (SharedState state : SHARED) {
      Path file = FRR_RUN.resolve(state.file());
      if (Files.exists(file) && !isUsed(state.daemon())) {
        delete(file);
      }
    }
  }

  private static boolean isUsed(String daemon) {
    boolean running =
        ProcessTable.HOST.all().stream().anyMatch(process -> process.program().equals(daemon));
    try {
      String enabled = Files.readString(FRR_ETC.resolve("daemons"));
      return running || enabled.lines().anyMatch(line -> line.strip().equals(daemon + "=yes"));
    } catch (IOException e) {
      return running;
    }
  }

  private static void deleteIfEmpty(Path folder) {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // Not empty, or not ours: it stays.
      return;
    }
  }

  /** Deletes a file or folder as far as it can; never follows a link. What stays is found again. */
  private static void delete(Path path) {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.walkFileTree(
          path,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                Path folder, @org.jspecify.annotations.Nullable IOException failure)
                throws IOException {
              Files.delete(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      // leftovers() tells what is still there.
      return;
    }
  }
}
