package netlab.provider.netns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import netlab.exec.Command;
import netlab.exec.Result;
import netlab.exec.Shell;
import netlab.provider.FrrFolder;
import netlab.provider.Packages;

/** Looks at the host. Changes nothing. */
final class HostProbe {
  /** The programs that plans use, and the Debian package of each. */
  static final SequencedMap<String, String> TOOLS = tools();

  /** Where programs for administrators are; an ordinary user's path often lacks them. */
  private static final List<String> MORE_FOLDERS =
      List.of("/usr/sbin", "/sbin", "/usr/bin", "/bin");

  private static final String VTYSH = "vtysh";

  private static final Pattern VERSION = Pattern.compile("(?m)^zebra version (\\S+)");

  /** Numbers of the capabilities in {@code linux/capability.h}. */
  private static final int CAP_NET_ADMIN = 12;

  private static final int CAP_SYS_ADMIN = 21;

  private final Shell shell;

  HostProbe(Shell shell) {
    this.shell = shell;
  }

  private static SequencedMap<String, String> tools() {
    SequencedMap<String, String> tools = new TreeMap<>();
    tools.put("ip", "iproute2");
    tools.put("sysctl", "procps");
    List.of("nsenter", "unshare", "setsid").forEach(tool -> tools.put(tool, "util-linux"));
    tools.put("mount", "mount");
    tools.put("kill", "procps");
    List.of("chown", "cp", "env", "install", "mkdir", "rm", "sleep")
        .forEach(tool -> tools.put(tool, "coreutils"));
    tools.put(VTYSH, Packages.FRR);
    return tools;
  }

  /**
   * What there is on this host.
   *
   * @param more programs that the devices of a lab need
   */
  HostFacts look(Collection<String> more) throws InterruptedException {
    SequencedMap<String, Path> found = new TreeMap<>();
    for (String tool : Stream.concat(TOOLS.sequencedKeySet().stream(), more.stream()).toList()) {
      find(tool).ifPresent(path -> found.put(tool, path));
    }
    FrrFolder programs = FrrFolder.ofHost();
    if (programs.chosen()) {
      // That of another release does not know these daemons.
      found.remove(VTYSH);
      programs.vtysh().ifPresent(path -> found.put(VTYSH, path));
    }
    return new HostFacts(
        !isPrivileged(),
        Files.isDirectory(Path.of("/proc/sys/net/ipv6")),
        found,
        frr(programs.path()));
  }

  private static Optional<Path> find(String tool) {
    List<String> folders = new ArrayList<>(MORE_FOLDERS);
    String path = System.getenv("PATH");
    if (path != null) {
      folders.addAll(List.of(path.split(":")));
    }
    return folders.stream()
        .filter(folder -> folder.startsWith("/"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** True when this process may make namespaces on the host: root, and with its powers. */
  static boolean isPrivileged() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("CapEff:")) {
          long effective = Long.parseUnsignedLong(line.substring(7).strip(), 16);
          return has(effective, CAP_NET_ADMIN) && has(effective, CAP_SYS_ADMIN);
        }
      }
    } catch (IOException | NumberFormatException e) {
      return false;
    }
    return false;
  }

  private static boolean has(long capabilities, int number) {
    return (capabilities >> number & 1) == 1;
  }

  private Optional<HostFacts.Frr> frr(Path folder) throws InterruptedException {
    Path zebra = folder.resolve(DaemonSet.ZEBRA);
    if (!Files.isExecutable(zebra)) {
      return Optional.empty();
    }
    Result result = shell.run(Command.of(zebra.toString(), "--version"));
    Matcher version = VERSION.matcher(result.out());
    boolean managed = Files.isExecutable(folder.resolve(DaemonSet.MGMTD));
    return Optional.of(new HostFacts.Frr(folder, version.find() ? version.group(1) : "", managed));
  }
}
