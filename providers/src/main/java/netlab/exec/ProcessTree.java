package netlab.exec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Processes and those below them. A daemon, which left the tree on purpose, is not part of it. */
final class ProcessTree {
  /** How long a program may clean up after itself before it is killed. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private ProcessTree() {}

  /** Asks all to end, then kills what is left. Returns when none of them runs. */
  static void end(Collection<ProcessHandle> roots) {
    Set<ProcessHandle> tree = membersOf(roots);
    tree.forEach(ProcessHandle::destroy);
    boolean interrupted = false;
    try {
      interrupted = !awaitEnd(tree, GRACE);
    } finally {
      tree.addAll(membersOf(roots));
      tree.stream().filter(ProcessTree::runs).forEach(ProcessHandle::destroyForcibly);
      interrupted |= !awaitEnd(tree, GRACE);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Set<ProcessHandle> membersOf(Collection<ProcessHandle> roots) {
    Set<ProcessHandle> tree = new LinkedHashSet<>(roots);
    roots.forEach(root -> root.descendants().forEach(tree::add));
    return tree;
  }

  /** False when the wait was interrupted. */
  private static boolean awaitEnd(Set<ProcessHandle> tree, Duration limit) {
    try {
      Poll.until(
          Deadline.after(limit),
          Backoff.LOCAL,
          () -> tree.stream().anyMatch(ProcessTree::runs) ? Optional.empty() : Optional.of(true));
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /**
   * True while a process can still do something. A zombie cannot, though it counts as alive: when
   * its parent is gone it stays until the init process finds it, which may take seconds.
   */
  static boolean runs(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      // The program's name stands in parentheses before the state and may hold any character.
      return !stat.startsWith(") Z", stat.lastIndexOf(')'));
    } catch (IOException e) {
      return process.isAlive();
    }
  }
}
