package netlab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import netlab.diag.Diagnostics;
import netlab.exec.Result;
import netlab.state.NodeState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code netlab connect}. */
@Command(
    description = "Opens the command line of a node, or runs a program in it, on this terminal.",
    footer = {
      "  netlab connect r1                     the router's own command line",
      "  netlab connect r1 tcpdump -i eth1     a program in the node",
      "  netlab connect -i seed r1             a node of a lab in another folder"
    })
final class Connect implements Callable<Integer>, WordsOfNodes {
  private final Session session;
  @Mixin private LabChoice lab = new LabChoice();

  @Parameters(index = "0", paramLabel = "NODE", description = "The node.")
  private String node = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "PROGRAM",
      description = "A program and its arguments.")
  private List<String> program = new ArrayList<>();

  Connect(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Out out = session.out();
    Diagnostics diag = new Diagnostics();
    Optional<RunningLab> running = RunningLab.of(lab, session, diag);
    Optional<NodeState> chosen = running.flatMap(r -> NodeSet.one(node, r.state(), diag));
    if (chosen.isEmpty()) {
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    RunningLab open = running.orElseThrow();
    Result result =
        open.provider()
            .shell(open.run())
            .interactive(open.provider().terminal(open.run(), chosen.get().id(), program));
    if (result.end() == Result.End.NOT_STARTED) {
      out.problem("netlab connect: " + result.problem());
      return ExitCode.ENVIRONMENT;
    }
    return result.exit();
  }
}
