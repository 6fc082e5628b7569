package netlab.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import netlab.diag.Diagnostics;
import netlab.exec.Fanout.Outcome;
import netlab.state.NodeState;
import netlab.transport.Answer;
import netlab.transport.Reply;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code netlab exec}. */
@Command(
    description = "Runs a command on nodes, all at the same time, and prints what each said.",
    footer = {
      "  netlab exec r1 show bgp summary        on the command line of the device",
      "  netlab exec 'r*' show ip route",
      "  netlab exec -o json all show version",
      "  netlab exec --program h1,h2 ping -c 3 10.0.0.1   a program inside the node"
    })
final class Exec implements Callable<Integer>, WordsOfNodes {
  private final Session session;
  @Mixin private LabChoice lab = new LabChoice();
  @Mixin private OutputOptions options = new OutputOptions();

  @Option(
      names = {"-t", "--timeout"},
      paramLabel = "SECONDS",
      description = "How long a node may take; 30 when not given.")
  private int seconds = 30;

  @Option(names = "--program", description = "Run a program in the node, not a device command.")
  private boolean program;

  @Parameters(
      index = "0",
      paramLabel = "NODES",
      description = "Names, globs, devices, roles or all, with commas.")
  private String nodes = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "COMMAND", description = "Its words.")
  private List<String> words = new ArrayList<>();

  Exec(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Out out = session.out(options);
    Diagnostics diag = new Diagnostics();
    Optional<RunningLab> running = RunningLab.of(lab, session, diag);
    List<NodeState> chosen = running.map(r -> NodeSet.of(nodes, r.state(), diag)).orElse(List.of());
    if (running.isEmpty() || diag.hasErrors()) {
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    String command = String.join(" ", words);
    List<Outcome<Answer>> answers =
        running.get().ask(chosen, program, node -> command, Duration.ofSeconds(seconds));
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    boolean good = true;
    for (int i = 0; i < chosen.size(); i++) {
      good &= tell(chosen.get(i), answers.get(i), chosen.size() > 1, out, tree);
    }
    out.tree(tree);
    return good ? ExitCode.OK : ExitCode.FAILED;
  }

  /** Prints what a node said; true when the command succeeded there. */
  private static boolean tell(
      NodeState node,
      Outcome<Answer> outcome,
      boolean several,
      Out out,
      SequencedMap<String, Object> tree) {
    SequencedMap<String, Object> said = new LinkedHashMap<>();
    tree.put(node.id().name(), said);
    if (several) {
      out.line(out.styled(Out.Style.STRONG, "== " + node.id()));
    }
    boolean good =
        switch (outcome) {
          case Outcome.Done(Answer.Complete(List<Reply> replies)) -> replies(replies, out, said);
          case Outcome.Done(Answer.Failed(var failure, List<Reply> replies)) -> {
            replies(replies, out, said);
            yield failed(node, failure.message(), out, said);
          }
          case Outcome.Failed(Exception cause) ->
              throw new IllegalStateException("asking " + node.id(), cause);
          case Outcome.TimedOut() -> failed(node, "no reply in time", out, said);
        };
    said.put("ok", good);
    return good;
  }

  private static boolean failed(
      NodeState node, String why, Out out, SequencedMap<String, Object> said) {
    out.problem(node.id() + ": " + why);
    said.put("problem", why);
    return false;
  }

  private static boolean replies(List<Reply> replies, Out out, SequencedMap<String, Object> said) {
    boolean good = true;
    for (Reply reply : replies) {
      good &= reply.ok();
      said.put("output", reply.out());
      reply.status().ifPresent(status -> said.put("status", (long) status));
      if (!reply.out().isBlank()) {
        out.line(reply.out().stripTrailing());
      }
      if (!reply.err().isBlank()) {
        said.put("errors", reply.err());
        out.problem(reply.err().stripTrailing());
      }
    }
    return good;
  }
}
