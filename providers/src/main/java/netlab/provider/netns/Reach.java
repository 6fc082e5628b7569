package netlab.provider.netns;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import netlab.exec.Command;

/**
 * How programs come to run in a lab: directly for root; for an ordinary user by way of the lab's
 * holder, the process that keeps the lab's user namespace. Its process id is not known before the
 * lab runs, so commands have {@link #HOLDER} in its place, which {@link HolderShell} fills in.
 */
record Reach(HostFacts host, Names names) {
  static final String HOLDER = "{holder}";

  /** A command on the host itself, marked as one of the lab. */
  Command onHost(List<String> argv) {
    return Command.of(argv).with(Map.of(Names.LAB_VARIABLE, names.id().text()));
  }

  /** A command where the lab's namespaces are known by their names. */
  Command inLab(List<String> argv) {
    return onHost(prefixed(argv));
  }

  /** A command as {@link #inLab}, in a folder of the host which may be hidden in the lab. */
  Command inLab(Path folder, List<String> argv) {
    if (!host.rootless()) {
      return onHost(argv).in(folder);
    }
    List<String> all = new ArrayList<>(prefixed(List.of()));
    all.add("--wd=" + folder);
    all.addAll(argv);
    return onHost(all);
  }

  /** A command in a namespace of the lab. */
  Command inNamespace(String namespace, List<String> argv) {
    List<String> inside = new ArrayList<>();
    inside.add(host.tool("nsenter"));
    inside.add("--net=/run/netns/" + namespace);
    inside.addAll(argv);
    return inLab(inside);
  }

  /**
   * A command for people in a namespace of the lab: as {@link #inNamespace}, but with the {@code
   * /sys} and the {@code /etc/netns} files of the namespace.
   */
  Command forPeople(String namespace, List<String> argv) {
    List<String> inside = new ArrayList<>();
    inside.addAll(List.of(host.tool("ip"), "netns", "exec", namespace));
    inside.addAll(argv);
    return inLab(inside);
  }

  private List<String> prefixed(List<String> argv) {
    if (!host.rootless()) {
      return argv;
    }
    List<String> all = new ArrayList<>();
    all.add(host.tool("nsenter"));
    all.addAll(List.of("--target", HOLDER, "--user", "--mount", "--pid", "--net"));
    // The user namespace of an ordinary user refuses setgroups, which nsenter would call.
    all.add("--preserve-credentials");
    all.addAll(argv);
    return all;
  }
}
