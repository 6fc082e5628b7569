package netlab.provider.netns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The processes of this host, as {@code /proc} tells at the moment.
 *
 * @param proc the {@code /proc} to read: the host's, or that of another process namespace
 */
record ProcessTable(Path proc) {
  static final ProcessTable HOST = new ProcessTable(Path.of("/proc"));

  /** A running process. Zombies are none. */
  record Entry(ProcessTable table, long pid, List<String> argv) {
    /**
     * The value of a variable the process was started with; empty also for those of other users.
     */
    Optional<String> variable(String name) {
      String start = name + "=";
      return table.strings(pid, "environ").stream()
          .filter(variable -> variable.startsWith(start))
          .map(variable -> variable.substring(start.length()))
          .findFirst();
    }

    /** Identity of its network namespace; empty for processes of other users. */
    Optional<Object> network() {
      return identity(table.proc.resolve(pid + "/ns/net"));
    }

    /** The name of the program, without its folder. */
    String program() {
      String path = argv.getFirst();
      return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The word after an option, as in {@code -N r1}. */
    Optional<String> option(String name) {
      int at = argv.indexOf(name);
      return at >= 0 && at + 1 < argv.size() ? Optional.of(argv.get(at + 1)) : Optional.empty();
    }
  }

  /** All running processes. */
  List<Entry> all() {
    List<Entry> all = new ArrayList<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
      for (Path process : processes) {
        find(Long.parseLong(process.getFileName().toString())).ifPresent(all::add);
      }
    } catch (IOException e) {
      return List.copyOf(all);
    }
    return List.copyOf(all);
  }

  /** The process with that id. Kernel threads and zombies have no arguments and are not found. */
  Optional<Entry> find(long pid) {
    List<String> argv = strings(pid, "cmdline");
    return argv.isEmpty() ? Optional.empty() : Optional.of(new Entry(this, pid, argv));
  }

  /**
   * True until the process has given back everything; a zombie has. The first process of a process
   * namespace gets there after all others in it.
   */
  boolean exists(long pid) {
    try {
      // The state follows the program's name, which is in parentheses and may have some itself.
      String stat = Files.readString(proc.resolve(pid + "/stat"));
      int end = stat.lastIndexOf(')');
      return end < 0 || end + 2 >= stat.length() || "ZX".indexOf(stat.charAt(end + 2)) < 0;
    } catch (IOException e) {
      return false;
    }
  }

  private List<String> strings(long pid, String file) {
    try {
      byte[] bytes = Files.readAllBytes(proc.resolve(pid + "/" + file));
      String text = new String(bytes, StandardCharsets.UTF_8);
      return text.isEmpty() ? List.of() : List.of(text.split("\0"));
    } catch (IOException e) {
      // The process ended meanwhile, or belongs to somebody else.
      return List.of();
    }
  }

  /** Device and inode: what makes a namespace the same one under two paths. */
  static Optional<Object> identity(Path path) {
    try {
      return Optional.of(Files.readAttributes(path, "unix:dev,ino"));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }
}
