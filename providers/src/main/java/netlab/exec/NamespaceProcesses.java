package netlab.exec;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The processes in named network namespaces. Found by what the kernel says of each process, as
 * {@code ip netns pids} does, but for any number of namespaces in one pass.
 */
public final class NamespaceProcesses {
  private static final Path NAMES = Path.of("/run/netns");
  private static final Path PROC = Path.of("/proc");
  private static final Duration GRACE = Duration.ofSeconds(2);

  private NamespaceProcesses() {}

  /**
   * Ends all processes in these namespaces: asks, then kills. Names without a namespace are passed
   * over. Returns what went wrong, empty when no process is left.
   */
  public static Optional<String> end(List<String> names) throws InterruptedException {
    Set<Object> wanted = new HashSet<>();
    for (String name : names) {
      if (name.indexOf('/') >= 0) {
        throw new IllegalArgumentException("no name of a namespace: " + name);
      }
      namespaceOf(NAMES.resolve(name)).ifPresent(wanted::add);
    }
    Optional<Object> own = namespaceOf(PROC.resolve("self/ns/net"));
    if (own.filter(wanted::contains).isPresent()) {
      return Optional.of("a namespace of the lab is the one that netlab itself runs in");
    }
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    processesIn(wanted).forEach(ProcessHandle::destroy);
    List<ProcessHandle> left = awaitEnd(wanted);
    if (!left.isEmpty()) {
      left.forEach(ProcessHandle::destroyForcibly);
      left = awaitEnd(wanted);
    }
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "processes do not end: " + left.stream().map(p -> Long.toString(p.pid())).toList());
  }

  /** What is left after the grace; looks for newcomers only when those known are gone. */
  private static List<ProcessHandle> awaitEnd(Set<Object> wanted) throws InterruptedException {
    List<ProcessHandle> left = new ArrayList<>(processesIn(wanted));
    Poll.until(
        Deadline.after(GRACE),
        Backoff.LOCAL,
        () -> {
          left.removeIf(process -> !ProcessTree.runs(process));
          if (left.isEmpty()) {
            left.addAll(processesIn(wanted));
          }
          return left.isEmpty() ? Optional.of(true) : Optional.empty();
        });
    return left;
  }

  private static List<ProcessHandle> processesIn(Set<Object> namespaces) {
    List<ProcessHandle> found = new ArrayList<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        namespaceOf(process.resolve("ns/net"))
            .filter(namespaces::contains)
            .flatMap(n -> ProcessHandle.of(Long.parseLong(process.getFileName().toString())))
            .filter(ProcessTree::runs)
            .ifPresent(found::add);
      }
    } catch (IOException e) {
      return List.of();
    }
    return found;
  }

  /** Device and inode: what makes a namespace the same one under two paths. */
  private static Optional<Object> namespaceOf(Path path) {
    try {
      return Optional.of(Files.readAttributes(path, "unix:dev,ino"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
