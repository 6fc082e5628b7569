package netlab.cli;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import netlab.custom.CustomTemplates;
import netlab.custom.LabFolders;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.exec.Deadline;
import netlab.exec.Fanout;
import netlab.exec.Fanout.Outcome;
import netlab.expr.Json;
import netlab.plan.LabFolder;
import netlab.provider.Change;
import netlab.provider.Refusal;
import netlab.render.ChangeTemplates;
import netlab.render.ConfigFile;
import netlab.render.Subject;
import netlab.state.NodeState;
import netlab.state.StateFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code netlab config}. */
@Command(
    description = {
      "Applies a configuration template to nodes of a running lab.",
      "Templates are looked for as those of the key `config` of a lab file. Nothing is sent to any",
      "node unless the template can be rendered for every one."
    },
    footer = {
      "  netlab config mpls-te                  mpls-te.j2, mpls-te/frr.j2, ... on all nodes",
      "  netlab config -l 'r*' drain -e peer=10.0.0.1",
      "  netlab config --dry-run drain          prints what would be sent"
    })
final class Configure implements Callable<Integer> {
  private final Session session;
  @Mixin private LabChoice lab = new LabChoice();
  @Mixin private OutputOptions options = new OutputOptions();

  @Option(
      names = {"-l", "--limit"},
      paramLabel = "NODES",
      description = "Only these: names, globs, devices, roles, with commas.")
  private String nodes = "all";

  @Option(
      names = {"-e", "--extra-vars"},
      paramLabel = "NAME=VALUE",
      description = "A value for the template, which wins over those of the lab.")
  private Map<String, String> variables = new LinkedHashMap<>();

  @Option(names = "--dry-run", description = "Print what would be sent, and send nothing.")
  private boolean dryRun;

  @Option(
      names = {"-t", "--timeout"},
      paramLabel = "SECONDS",
      description = "How long a node may take; 60 when not given.")
  private int seconds = 60;

  @Parameters(paramLabel = "TEMPLATE", description = "The template, with or without its ending.")
  private String template = "";

  Configure(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Out out = session.out(options);
    Diagnostics diag = new Diagnostics();
    Optional<RunningLab> running = RunningLab.of(lab, session, diag);
    Optional<JsonObject> model =
        running.flatMap(r -> StateFile.model(new LabFolder(r.run().folder()), diag));
    List<NodeState> chosen =
        running.map(r -> NodeSet.of(nodes, r.state(), diag)).orElse(List.of()).stream()
            .filter(node -> running.orElseThrow().run().nodes().containsKey(node.id()))
            .toList();
    SequencedMap<NodeState, ConfigFile> files =
        model.map(m -> files(running.get(), m, chosen, diag)).orElse(new LinkedHashMap<>());
    if (diag.hasErrors()) {
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    return dryRun ? show(files, out) : apply(running.orElseThrow(), files, out, diag);
  }

  private SequencedMap<NodeState, ConfigFile> files(
      RunningLab running, JsonObject model, List<NodeState> chosen, Diagnostics diag) {
    ChangeTemplates templates = new ChangeTemplates(new CustomTemplates(folders(running)));
    Map<String, Object> whole = Json.fields(model);
    SequencedMap<NodeState, ConfigFile> files = new LinkedHashMap<>();
    for (NodeState node : chosen) {
      Map<String, Object> own =
          Json.fields(model.getAsJsonObject("nodes").getAsJsonObject(node.id().name()));
      Subject subject = new Subject(own, whole, running.state().device(node), Span.NONE);
      templates
          .file(subject, template, running.run().provider(), variables, diag)
          .ifPresent(file -> files.put(node, file));
    }
    return files;
  }

  /** Here, beside the lab file, in the lab's folder, and where labs share templates. */
  private LabFolders folders(RunningLab running) {
    return LabFolders.of(List.of())
        .with(List.of(session.folder().toAbsolutePath()))
        .with(running.folders(session));
  }

  private static int show(SequencedMap<NodeState, ConfigFile> files, Out out) {
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    files.forEach((node, file) -> {
      out.line(out.styled(Out.Style.STRONG, "== " + node.id()));
      out.line(file.content().stripTrailing());
      tree.put(node.id().name(), file.content());
    });
    out.tree(tree);
    return ExitCode.OK;
  }

  private int apply(
      RunningLab running, SequencedMap<NodeState, ConfigFile> files, Out out, Diagnostics diag)
      throws InterruptedException {
    Deadline deadline = Deadline.after(Duration.ofSeconds(seconds));
    List<NodeState> asked = List.copyOf(files.sequencedKeySet());
    List<Outcome<Change>> changes =
        Fanout.map(
            asked,
            deadline,
            node ->
                running
                    .provider()
                    .change(
                        running.run(),
                        node.id(),
                        Objects.requireNonNull(files.get(node)),
                        deadline));
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    int made = 0;
    for (int i = 0; i < asked.size(); i++) {
      NodeState node = asked.get(i);
      Optional<String> wrong = tell(node, changes.get(i), out, diag);
      made += wrong.isEmpty() ? 1 : 0;
      SequencedMap<String, Object> said = new LinkedHashMap<>();
      said.put("ok", wrong.isEmpty());
      wrong.ifPresent(why -> said.put("problem", why));
      tree.put(node.id().name(), said);
    }
    Problems.put(tree, diag);
    out.tree(tree);
    out.diagnostics(diag.sorted());
    out.line(
        "%d of %d nodes took `%s`          next: netlab verify"
            .formatted(made, asked.size(), template));
    return made == asked.size() ? ExitCode.OK : ExitCode.FAILED;
  }

  /** Tells what became of a change; why it was not made, if so. */
  private Optional<String> tell(
      NodeState node, Outcome<Change> outcome, Out out, Diagnostics diag) {
    return switch (outcome) {
      case Outcome.Done(Change.Made(String printed)) -> {
        if (!printed.isBlank()) {
          out.line(node.id() + ": " + printed.strip());
        }
        yield Optional.empty();
      }
      case Outcome.Done(Change.Refused(List<Refusal> lines)) -> {
        for (Refusal line : lines) {
          diag.error(Code.LINE_REFUSED, Span.NONE, refused(node, line), left(line));
        }
        yield Optional.of(lines.size() + " refused");
      }
      case Outcome.Done(Change.Failed(String why, String printed)) ->
          problem(node, (why + "\n" + printed).strip(), out);
      case Outcome.Done(Change.Unsupported(String why)) -> problem(node, why, out);
      case Outcome.Failed(Exception cause) ->
          throw new IllegalStateException("configuring " + node.id(), cause);
      case Outcome.TimedOut() -> problem(node, "no answer in time", out);
    };
  }

  private String refused(NodeState node, Refusal line) {
    String said = line.message().strip();
    return line.line() < 1
        ? "node `%s` refused `%s` as a whole (%s)".formatted(node.id(), template, said)
        : "node `%s` refused line %d of `%s`: `%s` (%s)"
            .formatted(node.id(), line.line(), template, line.text().strip(), said);
  }

  private static String left(Refusal line) {
    return (line.discarded() ? "its configuration is as it was before" : "it took the other lines")
        + "; `netlab config --dry-run` shows all";
  }

  private static Optional<String> problem(NodeState node, String why, Out out) {
    out.problem(node.id() + ": " + why);
    return Optional.of(why);
  }
}
