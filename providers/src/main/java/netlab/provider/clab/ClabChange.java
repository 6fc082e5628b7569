package netlab.provider.clab;

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
import netlab.provider.RunInfo;
import netlab.provider.VtyshOutput;
import netlab.push.Pushed;
import netlab.render.ConfigFile;

/**
 * Changes containers that run. What they are to read comes through the standard input of {@code
 * docker exec}, so that an image needs neither a server nor a place for files.
 */
record ClabChange(Shell shell, RunInfo run, ClabPush push) {
  private static final String INPUT = "/dev/stdin";
  private static final String SHEBANG = "#!";

  Change make(NodeId node, ConfigFile file, Deadline deadline) throws InterruptedException {
    return switch (file.use()) {
      case SCRIPT -> program(node, file, deadline);
      case IP -> addresses(node, file, deadline);
      case SYSCTL -> settings(node, file, deadline);
      case CLI, BOOT, STARTUP ->
          ClabReach.isFrr(ClabReach.facts(run, node))
              ? lines(node, file, deadline)
              : typed(node, file, deadline);
    };
  }

  private Change typed(NodeId node, ConfigFile file, Deadline deadline)
      throws InterruptedException {
    if (!ClabReach.facts(run, node).containsKey(ClabPush.WAY)) {
      return new Change.Unsupported(
          "this netlab does not know how its device is changed while it runs");
    }
    return switch (push.push(node, file.name(), INPUT, file.content(), deadline)) {
      case Pushed.Taken(String said) -> new Change.Made(said);
      case Pushed.Refused refused -> new Change.Refused(ClabPush.lines(node, file.name(), refused));
      case Pushed.Broken broken -> new Change.Failed(ClabPush.told(broken), "");
    };
  }

  private Change lines(NodeId node, ConfigFile file, Deadline deadline)
      throws InterruptedException {
    Result daemons = in(node, List.of("vtysh", "-c", "show daemons"), "", deadline);
    List<String> running = List.of(daemons.out().strip().split("\\s+"));
    Optional<Change> refusal =
        daemons.ok() ? FrrDaemons.refusal(file.content(), running) : Optional.empty();
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Result said = in(node, List.of("vtysh", "-f", INPUT), file.content(), deadline);
    return VtyshOutput.change(node, file.name(), file.content(), said);
  }

  /** From outside, since an image need not have {@code ip}. */
  private Change addresses(NodeId node, ConfigFile file, Deadline deadline)
      throws InterruptedException {
    String container = ClabReach.container(ClabReach.facts(run, node));
    List<String> lines = file.content().lines().toList();
    List<Refusal> given = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      given.add(new Refusal(node, file.name(), i + 1, lines.get(i), ""));
    }
    Command ip = Command.of("ip", "-n", container, "-force", "-batch", "-");
    Result said = shell.run(ip.input(file.content()).within(deadline.remaining()));
    return BatchOutput.change(node, given, said);
  }

  private Change settings(NodeId node, ConfigFile file, Deadline deadline)
      throws InterruptedException {
    String container = ClabReach.container(ClabReach.facts(run, node));
    List<String> argv =
        new ArrayList<>(List.of("ip", "netns", "exec", container, "sysctl", "-q", "-w"));
    file.content().lines().forEach(argv::add);
    return Change.of(shell.run(Command.of(argv).within(deadline.remaining())));
  }

  private Change program(NodeId node, ConfigFile file, Deadline deadline)
      throws InterruptedException {
    String first = file.content().lines().findFirst().orElse("");
    List<String> argv =
        new ArrayList<>(
            first.startsWith(SHEBANG)
                ? List.of(first.substring(SHEBANG.length()).strip().split("\\s+"))
                : List.of("/bin/sh"));
    argv.add(INPUT);
    return Change.of(in(node, argv, file.content(), deadline));
  }

  private Result in(NodeId node, List<String> program, String input, Deadline deadline)
      throws InterruptedException {
    String container = ClabReach.container(ClabReach.facts(run, node));
    List<String> argv = new ArrayList<>(List.of("docker", "exec", "--interactive", container));
    argv.addAll(program);
    return shell.run(Command.of(argv).input(input).within(deadline.remaining()));
  }
}
