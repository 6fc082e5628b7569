package netlab.provider.netns;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import netlab.plan.LabId;

/**
 * What of a lab a host shows, found in another way than the provider does: any path with the lab's
 * id in its name, any process with the id in its arguments or environment, interfaces of the host,
 * and what FRR leaves behind.
 */
final class HostState {
  private static final List<String> FOLDERS =
      List.of(
          "/run",
          "/run/netns",
          "/run/frr",
          "/etc",
          "/etc/frr",
          "/etc/netns",
          "/var/lib/frr",
          "/var/tmp",
          "/tmp");

  private HostState() {}

  /** Traces of a lab; the test's own process and folder are none. */
  static Set<String> tracesOf(LabId id) throws IOException {
    Set<String> all = new TreeSet<>();
    for (String folder : FOLDERS) {
      entries(Path.of(folder), "*" + id + "*").forEach(path -> all.add("path " + path));
    }
    for (Path process : entries(Path.of("/proc"), "[0-9]*")) {
      long pid = Long.parseLong(process.getFileName().toString());
      if (pid != ProcessHandle.current().pid()
          && (text(process.resolve("cmdline")).contains("nl-" + id)
              || text(process.resolve("environ")).contains("NETLAB_LAB=" + id))) {
        all.add("process " + pid + " " + text(process.resolve("cmdline")).replace('\0', ' '));
      }
    }
    return all;
  }

  /** Folders for messages after a crash that FRR's daemons with these process ids left. */
  static Set<String> crashFoldersOf(Set<Long> pids) throws IOException {
    Set<String> all = new TreeSet<>();
    for (long pid : pids) {
      entries(Path.of("/var/tmp/frr"), "*." + pid).forEach(path -> all.add("path " + path));
      for (Path folder : entries(Path.of("/var/tmp/frr"), "*")) {
        entries(folder, "logbuf." + pid).forEach(path -> all.add("path " + path));
      }
    }
    return all;
  }

  /** The processes that noted their ids in the folders of a lab's routers. */
  static Set<Long> daemonsOf(LabId id) throws IOException {
    Set<Long> all = new TreeSet<>();
    for (Path router : entries(Path.of("/run/frr"), "nl-" + id + "-*")) {
      for (Path file : entries(router, "*.pid")) {
        all.add(Long.parseLong(text(file).strip()));
      }
    }
    return all;
  }

  private static List<Path> entries(Path folder, String glob) throws IOException {
    if (!Files.isReadable(folder)) {
      return List.of();
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
      List<Path> all = new ArrayList<>();
      entries.forEach(all::add);
      return all;
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
