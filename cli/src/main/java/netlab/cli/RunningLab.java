package netlab.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.exec.Deadline;
import netlab.exec.Fanout;
import netlab.exec.Fanout.Outcome;
import netlab.plan.LabFolder;
import netlab.provider.Provider;
import netlab.provider.RunInfo;
import netlab.state.LabState;
import netlab.state.NodeState;
import netlab.transport.Answer;
import netlab.transport.Connections;
import netlab.transport.Endpoint;

/** A lab that was brought up, with the provider that runs it. */
record RunningLab(LabState state, RunInfo run, Provider provider) {
  /** The lab that a command is about; reports when it was never brought up. */
  static Optional<RunningLab> of(LabChoice choice, Session session, Diagnostics diag) {
    return choice.state(session, diag).flatMap(state -> of(state, session, diag));
  }

  /** The same for a state that is read already. */
  static Optional<RunningLab> of(LabState state, Session session, Diagnostics diag) {
    Optional<RunInfo> run = state.run();
    if (run.isEmpty()) {
      diag.error(
          Code.LAB_NOT_UP,
          Span.NONE,
          "lab `" + state.name() + "` is compiled but was not brought up",
          "`netlab up " + state.file() + "` does that");
      return Optional.empty();
    }
    Optional<Provider> provider = Providers.of(run.get().provider(), session.shell());
    if (provider.isEmpty()) {
      diag.error(
          Code.PROVIDER_NOT_BUILT,
          Span.NONE,
          "this netlab does not know provider `" + run.get().provider() + "`",
          "use the netlab that brought the lab up");
      return Optional.empty();
    }
    return Optional.of(new RunningLab(state, run.get(), provider.get()));
  }

  /** Where templates of the lab are: beside its file, in its folder, and where labs share them. */
  List<Path> folders(Session session) {
    Path folder = run.folder();
    Path file = folder.resolve(state.file()).toAbsolutePath().normalize();
    List<Path> folders = new ArrayList<>();
    Optional.ofNullable(file.getParent()).ifPresent(folders::add);
    folders.add(folder);
    folders.addAll(LabOptions.folders(session));
    return List.copyOf(folders);
  }

  /**
   * Asks nodes at the same time; the answers are in the order of the nodes.
   *
   * @param program true for a program in the node, not a command of the device
   * @param command what to ask a node
   * @param limit how long a node may take
   */
  List<Outcome<Answer>> ask(
      List<NodeState> nodes, boolean program, Function<NodeState, String> command, Duration limit)
      throws InterruptedException {
    Deadline deadline = Deadline.after(limit);
    LabFolder folder = new LabFolder(run.folder());
    try (Connections connections = new Connections(provider.shell(run), folder.knownHosts())) {
      return Fanout.map(
          nodes,
          deadline,
          node -> {
            Endpoint endpoint =
                program ? provider.programs(run, node.id()) : provider.cli(run, node.id());
            return connections
                .to(node.id().name(), endpoint)
                .run(List.of(command.apply(node)), deadline);
          });
    }
  }
}
