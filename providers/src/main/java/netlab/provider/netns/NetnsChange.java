package netlab.provider.netns;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.exec.Command;
import netlab.exec.Deadline;
import netlab.exec.Result;
import netlab.exec.Shell;
import netlab.lab.NodeId;
import netlab.provider.BatchOutput;
import netlab.provider.Change;
import netlab.provider.FrrDaemons;
import netlab.provider.Refusal;
import netlab.provider.VtyshOutput;
import netlab.render.ConfigFile;

/**
 * Changes nodes that run. They share the files and processes of this machine, so that only lines
 * reach them that are safe there, as when they are started.
 */
record NetnsChange(RunFacts run, Shell shell) {
  Change make(NodeId node, ConfigFile file, Deadline deadline) throws InterruptedException {
    NodeFiles sorted = NodeFiles.of(List.of(file), Optional.empty());
    boolean lines = file.use() != ConfigFile.Use.SCRIPT && !isOfKernel(file);
    Optional<String> unsafe =
        !lines
            ? sorted.unsafe().stream().map(NodeFiles.Unsafe::line).findFirst()
            : NodeFiles.unsafeFrr(file);
    if (unsafe.isPresent()) {
      return new Change.Failed("`" + unsafe.get() + "` must not run on this machine itself", "");
    }
    if (!sorted.scripts().isEmpty()) {
      return new Change.Failed(
          "a program would run on this machine itself; with provider netns only `ip` commands do",
          "");
    }
    if (file.use() == ConfigFile.Use.SYSCTL) {
      return settings(node, sorted.sysctls(), deadline);
    }
    if (!lines) {
      return addresses(node, file, sorted, deadline);
    }
    return run.isRouter(node)
        ? lines(node, file, deadline)
        : new Change.Unsupported("it does not run FRR");
  }

  private Change lines(NodeId node, ConfigFile file, Deadline deadline)
      throws InterruptedException {
    Optional<Change> refusal = FrrDaemons.refusal(file.content(), running(node));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    List<String> argv = new ArrayList<>();
    argv.addAll(List.of(run.reach().host().tool("vtysh"), "-N", run.namespace(node)));
    argv.addAll(List.of("-f", "/dev/stdin"));
    Result said = run(run.reach().inLab(argv), file.content(), deadline);
    return VtyshOutput.change(node, file.name(), file.content(), said);
  }

  /** A daemon that the node needs no more still runs, and takes that its lines are gone. */
  private List<String> running(NodeId node) {
    List<String> all = new ArrayList<>(run.daemons(node));
    run.sight()
        .ifPresent(sight ->
            FrrDaemons.names().stream()
                .filter(daemon -> sight.daemon(run.namespace(node), daemon).alive())
                .forEach(all::add));
    return all;
  }

  private static boolean isOfKernel(ConfigFile file) {
    return file.use() == ConfigFile.Use.IP || file.use() == ConfigFile.Use.SYSCTL;
  }

  private Change addresses(NodeId node, ConfigFile file, NodeFiles sorted, Deadline deadline)
      throws InterruptedException {
    List<String> argv = List.of(run.reach().host().tool("ip"), "-batch", "-");
    Command command = run.reach().inNamespace(run.namespace(node), argv);
    Result said = run(command, sorted.ipText(), deadline);
    return BatchOutput.change(
        node,
        sorted.ip().stream()
            .map(line -> new Refusal(node, file.name(), line.number(), line.text(), ""))
            .toList(),
        said);
  }

  private Change settings(NodeId node, List<String> settings, Deadline deadline)
      throws InterruptedException {
    List<String> argv = new ArrayList<>(List.of(run.reach().host().tool("sysctl"), "-q", "-w"));
    argv.addAll(settings);
    return Change.of(run(run.reach().inNamespace(run.namespace(node), argv), "", deadline));
  }

  private Result run(Command command, String input, Deadline deadline) throws InterruptedException {
    return shell.run(command.input(input).within(deadline.remaining()));
  }
}
