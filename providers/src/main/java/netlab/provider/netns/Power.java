package netlab.provider.netns;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import netlab.exec.Backoff;
import netlab.exec.Deadline;
import netlab.exec.Poll;
import netlab.exec.Result;
import netlab.exec.Shell;
import netlab.lab.NodeId;
import netlab.plan.Step;
import netlab.plan.StepId;
import netlab.provider.NodeStatus;

/**
 * Switches single routers of a running lab off and on again. Hosts have no programs of their own.
 */
record Power(RunFacts run, Shell shell) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Kills the daemons, which therefore tell no neighbor that they end. */
  Optional<String> off(NodeId node) throws InterruptedException {
    if (!run.programs(node).isEmpty()) {
      return Optional.of(node + ": of routers in namespaces only those with FRR can be stopped");
    }
    String space = run.namespace(node);
    Optional<Boolean> gone =
        Poll.until(
            Deadline.after(PATIENCE),
            Backoff.LOCAL,
            () -> {
              List<ProcessTable.Entry> left = daemons(space);
              left.forEach(
                  p -> ProcessHandle.of(p.pid()).ifPresent(ProcessHandle::destroyForcibly));
              return left.isEmpty() ? Optional.of(true) : Optional.empty();
            });
    run.sight().ifPresent(sight -> run.daemons(node).forEach(d -> forget(sight, space, d)));
    return gone.isPresent() ? Optional.empty() : Optional.of(node + ": its daemons do not end");
  }

  private static List<ProcessTable.Entry> daemons(String space) {
    return ProcessTable.HOST.all().stream()
        .filter(process -> process.option("-N").filter(space::equals).isPresent())
        .toList();
  }

  /** A socket that a killed daemon has left would look like that of its successor. */
  private static void forget(Sight sight, String space, String daemon) {
    try {
      Files.deleteIfExists(sight.socket(space, daemon));
    } catch (IOException e) {
      // The daemon replaces it when it starts.
      return;
    }
  }

  /** Starts the daemons that do not run, in the order in which they need each other. */
  Optional<String> on(NodeId node) throws InterruptedException {
    Optional<Sight> sight = run.sight();
    if (!run.isRouter(node)) {
      return Optional.empty();
    }
    if (sight.isEmpty()) {
      return Optional.of(HolderShell.ABSENT);
    }
    String space = run.namespace(node);
    HostFacts.Frr frr = run.reach().host().frr().orElseThrow();
    String config = sight.get().config(space, NodeFiles.FRR_CONF).orElse("");
    DaemonSet daemons =
        DaemonSet.of(sight.get().config(space, NodeFiles.DAEMONS), config, frr.managed());
    List<String> dead =
        daemons.names().stream().filter(d -> !sight.get().daemon(space, d).alive()).toList();
    for (String daemon : dead) {
      Result started = shell.run(Routers.start(run.reach(), frr, space, daemons, daemon));
      if (!started.ok()) {
        return Optional.of(node + ": " + daemon + ": " + started.problem());
      }
    }
    Optional<String> wrong =
        frr.managed() && !dead.isEmpty() ? load(node, config) : Optional.empty();
    return wrong.isPresent() ? wrong : ready(node, sight.get());
  }

  private Optional<String> load(NodeId node, String config) throws InterruptedException {
    Step.PushConfig step =
        new Step.PushConfig(
            new StepId(NetnsEffects.LOAD + node), "load " + node, node.name(), config);
    return new NetnsEffects(run, shell, new HashMap<>()).push(step);
  }

  private Optional<String> ready(NodeId node, Sight sight) throws InterruptedException {
    String space = run.namespace(node);
    Poll.until(
        Deadline.after(PATIENCE),
        Backoff.LOCAL,
        () -> waiting(node, sight).isEmpty() ? Optional.of(space) : Optional.empty());
    return waiting(node, sight).map(what -> node + ": " + what);
  }

  private Optional<String> waiting(NodeId node, Sight sight) {
    String space = run.namespace(node);
    for (String daemon : run.daemons(node)) {
      NodeStatus.Part part = sight.daemon(space, daemon);
      if (!part.alive() || !Files.exists(sight.socket(space, daemon))) {
        return Optional.of(daemon + " " + (part.alive() ? "does not listen" : part.detail()));
      }
    }
    return Optional.empty();
  }
}
