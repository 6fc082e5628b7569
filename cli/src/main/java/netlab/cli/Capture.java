package netlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import netlab.diag.Diagnostics;
import netlab.exec.Result;
import netlab.plan.LabFolder;
import netlab.state.NodeState;
import netlab.state.StateFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code netlab capture}. */
@Command(
    description = {
      "Shows the packets of an interface with this machine's tcpdump, until Ctrl-C.",
      "All words behind the interface go to tcpdump."
    },
    footer = {
      "  netlab capture r1 eth1",
      "  netlab capture r1 eth1 -c 10 tcp port 179",
      "  netlab capture r1 any -w - | wireshark -k -i -"
    })
final class Capture implements Callable<Integer>, WordsOfNodes {
  /** Every interface, as tcpdump calls it. */
  private static final String ANY = "any";

  /** What a program that starts another ends with when that is not there (POSIX 2.8.2). */
  private static final int ABSENT = 127;

  private final Session session;
  @Mixin private LabChoice lab = new LabChoice();

  @Parameters(index = "0", paramLabel = "NODE", description = "The node.")
  private String node = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "INTERFACE",
      description = "The interface; all when not given, or any.")
  private String itf = ANY;

  @Parameters(
      index = "2..*",
      arity = "0..*",
      paramLabel = "ARGUMENT",
      description = "Arguments of tcpdump: options and a filter.")
  private List<String> arguments = new ArrayList<>();

  Capture(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Out out = session.out();
    Diagnostics diag = new Diagnostics();
    Optional<RunningLab> running = RunningLab.of(lab, session, diag);
    Optional<NodeState> chosen = running.flatMap(r -> NodeSet.one(node, r.state(), diag));
    Optional<String> port = chosen.flatMap(n -> port(running.orElseThrow(), n, diag));
    if (port.isEmpty()) {
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    RunningLab open = running.orElseThrow();
    List<String> argv = new ArrayList<>(List.of("tcpdump", "-n", "-i", port.get()));
    argv.addAll(arguments);
    var command = open.provider().inNetwork(open.run(), chosen.orElseThrow().id(), argv);
    if (command.isEmpty()) {
      out.problem(
          "netlab capture: the network of "
              + node
              + " is not on this machine;"
              + " `netlab connect "
              + node
              + " tcpdump` captures in the node itself, if it can");
      return ExitCode.FAILED;
    }
    Result result = open.provider().shell(open.run()).interactive(command.get());
    if (result.end() == Result.End.NOT_STARTED) {
      out.problem("netlab capture: " + result.problem());
      return ExitCode.ENVIRONMENT;
    }
    if (result.exit() == ABSENT) {
      out.problem("netlab capture: this machine has no tcpdump; `apt-get install tcpdump`");
      return ExitCode.ENVIRONMENT;
    }
    return result.exit();
  }

  private Optional<String> port(RunningLab running, NodeState chosen, Diagnostics diag) {
    if (itf.equals(ANY)) {
      return Optional.of(ANY);
    }
    return StateFile.model(new LabFolder(running.run().folder()), diag)
        .flatMap(model -> Plug.of(model, List.of(chosen), itf, diag).stream().findFirst())
        .map(Plug::port);
  }
}
