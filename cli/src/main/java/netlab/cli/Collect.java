package netlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import netlab.diag.Diagnostics;
import netlab.exec.Command;
import netlab.exec.Fanout.Outcome;
import netlab.exec.Result;
import netlab.plan.LabFolder;
import netlab.plan.SafePath;
import netlab.state.LabState;
import netlab.state.NodeState;
import netlab.transport.Answer;
import netlab.transport.Reply;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code netlab collect}. */
@picocli.CommandLine.Command(
    description = {
      "Saves the running configuration of each device in a folder.",
      "Files of the same name are replaced, nothing else in the folder is touched."
    },
    footer = {
      "  netlab collect                       config/r1.cfg, config/r2.cfg, ...",
      "  netlab collect -o saved 'r*'",
      "  netlab collect --tar today.tar.gz"
    })
final class Collect implements Callable<Integer> {
  private static final String READABLE = "rw-------";

  private final Session session;
  @Mixin private LabChoice lab = new LabChoice();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FOLDER",
      description = "Where to; config when not given.")
  private Path folder = Path.of("config");

  @Option(
      names = "--suffix",
      paramLabel = "SUFFIX",
      description = "What file names end with; cfg when not given.")
  private String suffix = "cfg";

  @Option(
      names = "--tar",
      paramLabel = "FILE",
      description = "Pack the files into an archive (.tar.gz), too.")
  private Optional<Path> tar = Optional.empty();

  @Option(
      names = {"-t", "--timeout"},
      paramLabel = "SECONDS",
      description = "How long a node may take; 60 when not given.")
  private int seconds = 60;

  @Parameters(
      arity = "0..1",
      paramLabel = "NODES",
      description = "Names, globs, devices, roles or all, with commas; all when not given.")
  private String nodes = "all";

  Collect(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Out out = session.out();
    Diagnostics diag = new Diagnostics();
    Optional<RunningLab> running = RunningLab.of(lab, session, diag);
    List<NodeState> chosen = running.map(r -> NodeSet.of(nodes, r.state(), diag)).orElse(List.of());
    if (running.isEmpty() || diag.hasErrors()) {
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    LabState state = running.get().state();
    List<NodeState> asked =
        chosen.stream()
            .filter(n -> running.get().run().nodes().containsKey(n.id()))
            .filter(n -> command(state, n).isPresent())
            .toList();
    if (asked.isEmpty()) {
      out.problem("netlab collect: none of these nodes has a configuration that can be shown");
      return ExitCode.FAILED;
    }
    List<Outcome<Answer>> answers =
        running
            .get()
            .ask(asked, false, n -> command(state, n).orElseThrow(), Duration.ofSeconds(seconds));
    List<String> written = new ArrayList<>();
    Path target = session.folder().resolve(folder);
    for (int i = 0; i < asked.size(); i++) {
      NodeState node = asked.get(i);
      Optional<String> config = config(node, answers.get(i), out);
      String name = node.id().name() + "." + suffix;
      if (config.isPresent() && write(target, name, config.get(), out)) {
        written.add(name);
      }
    }
    out.line(
        written.size()
            + (written.size() == 1 ? " configuration" : " configurations")
            + " in "
            + folder);
    boolean packed = tar.isEmpty() || written.isEmpty() || pack(target, written, out);
    return packed && written.size() == asked.size() ? ExitCode.OK : ExitCode.FAILED;
  }

  /** The command that shows the running configuration; empty for a device without one. */
  private static Optional<String> command(LabState lab, NodeState node) {
    return lab.device(node).facts().textAt("running_config");
  }

  private static Optional<String> config(NodeState node, Outcome<Answer> outcome, Out out) {
    Optional<String> wrong =
        switch (outcome) {
          case Outcome.Done(Answer.Complete(List<Reply> replies)) when replies.getFirst().ok() -> {
            String text = replies.getFirst().out();
            if (!text.isBlank()) {
              yield Optional.empty();
            }
            yield Optional.of("its configuration is empty");
          }
          case Outcome.Done(Answer.Complete(List<Reply> replies)) ->
              Optional.of((replies.getFirst().out() + replies.getFirst().err()).strip());
          case Outcome.Done(Answer.Failed failed) -> Optional.of(failed.failure().message());
          case Outcome.Failed(Exception cause) ->
              throw new IllegalStateException("asking " + node.id(), cause);
          case Outcome.TimedOut() -> Optional.of("no reply in time");
        };
    wrong.ifPresent(why -> out.problem(node.id() + ": " + why));
    return wrong.isEmpty() && outcome instanceof Outcome.Done(Answer.Complete(List<Reply> replies))
        ? Optional.of(replies.getFirst().out().stripTrailing() + "\n")
        : Optional.empty();
  }

  private static boolean write(Path folder, String name, String text, Out out) {
    Optional<String> unsafe = SafePath.problem(name);
    if (unsafe.isPresent()) {
      out.problem("netlab collect: `" + name + "` cannot be a file: " + unsafe.get());
      return false;
    }
    try {
      Files.createDirectories(folder);
      LabFolder.replace(folder.resolve(name), text, READABLE, false);
      return true;
    } catch (IOException e) {
      out.problem("netlab collect: cannot write " + folder.resolve(name) + ": " + e.getMessage());
      return false;
    }
  }

  private boolean pack(Path folder, List<String> names, Out out) throws InterruptedException {
    Path archive = session.folder().resolve(tar.orElseThrow()).toAbsolutePath();
    List<String> argv = new ArrayList<>(List.of("tar", "-czf", archive.toString(), "--"));
    argv.addAll(names);
    Result result = session.shell().run(Command.of(argv).in(folder));
    if (!result.ok()) {
      out.problem("netlab collect: cannot write " + archive + ": " + result.problem());
    }
    return result.ok();
  }
}
