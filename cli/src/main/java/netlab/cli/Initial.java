package netlab.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.exec.Deadline;
import netlab.exec.Fanout;
import netlab.exec.Fanout.Outcome;
import netlab.lab.NodeId;
import netlab.plan.FileContent;
import netlab.plan.Journal;
import netlab.plan.LabFolder;
import netlab.plan.LabLock;
import netlab.plan.OwnFiles;
import netlab.plan.Plan;
import netlab.plan.SafePath;
import netlab.plan.Step;
import netlab.provider.Change;
import netlab.provider.Provider;
import netlab.provider.Refusal;
import netlab.provider.RunInfo;
import netlab.provider.RunRequest;
import netlab.provider.RunRequest.NodeFiles;
import netlab.render.ConfigFile;
import netlab.state.GivenFile;
import netlab.state.GivenFile.Given;
import netlab.state.LabState;
import netlab.state.NodeState;
import netlab.state.NumberingFile;
import netlab.state.StateFile;
import netlab.view.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code netlab initial}. */
@Command(
    description = {
      "Renders the configurations of a running lab again, from its lab file as it is now, and gives",
      "the nodes what differs from what they were given before. FRR forgets what is gone; other",
      "devices are given the new lines. Nodes and links must be those that run."
    },
    footer = {
      "  netlab initial                         after a change of the lab file or of a template",
      "  netlab initial --dry-run               what the nodes would be given",
      "  netlab initial -l r1 --whole           all of it again, whatever was changed by hand",
    })
final class Initial implements Callable<Integer> {
  private final Session session;
  @Mixin private LabChoice lab = new LabChoice();
  @Mixin private OutputOptions output = new OutputOptions();

  @Option(
      names = {"-l", "--limit"},
      paramLabel = "NODES",
      description = "Only these: names, globs, devices, roles, with commas.")
  private String nodes = "all";

  @Option(names = "--whole", description = "Give all lines, not only those that differ.")
  private boolean whole;

  @Option(names = "--dry-run", description = "Print what would be given, and give nothing.")
  private boolean dryRun;

  @Option(
      names = {"-t", "--timeout"},
      paramLabel = "SECONDS",
      description = "How long a node may take; 60 when not given.")
  private int seconds = 60;

  private final Diagnostics diag = new Diagnostics();

  /** The lab as it is to be from now on. */
  private record Wanted(Built built, RunRequest request, LabOptions options) {}

  Initial(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Out out = session.out(output);
    return Interruption.during("initial", out, diag, () -> run(out));
  }

  private int run(Out out) throws IOException, InterruptedException {
    Optional<RunningLab> running = RunningLab.of(lab, session, diag);
    if (running.isEmpty()) {
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    LabFolder folder = new LabFolder(running.get().run().folder());
    Optional<LabLock> lock = dryRun ? Optional.empty() : LabLock.acquire(folder, "initial", diag);
    if (lock.isEmpty() && !dryRun) {
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    if (lock.isEmpty()) {
      return run(running.get(), folder, lock, out);
    }
    try (LabLock held = lock.get()) {
      return run(running.get(), folder, Optional.of(held), out);
    }
  }

  private int run(RunningLab running, LabFolder folder, Optional<LabLock> lock, Out out)
      throws IOException, InterruptedException {
    Given given = GivenFile.read(folder, diag);
    Optional<Wanted> wanted = wanted(running, folder, given);
    List<NodeState> chosen = NodeSet.of(nodes, running.state(), diag);
    if (diag.hasErrors() || wanted.isEmpty()) {
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    List<Update> updates =
        chosen.stream()
            .map(NodeState::id)
            .filter(wanted.get().request.nodes()::containsKey)
            .map(node ->
                Update.of(node, given.files(node), files(wanted.get().request, node), whole))
            .toList();
    return lock.isEmpty()
        ? show(updates, out)
        : apply(running, wanted.get(), given, updates, lock.get(), out);
  }

  private static List<ConfigFile> files(RunRequest request, NodeId node) {
    return Objects.requireNonNull(request.nodes().get(node)).files();
  }

  private Optional<Wanted> wanted(RunningLab running, LabFolder folder, Given given)
      throws IOException, InterruptedException {
    LabOptions options = new LabOptions();
    List<String> words =
        given.options().isEmpty() ? List.of(running.state().file()) : given.options();
    new CommandLine(CommandSpec.create().addMixin("lab", CommandSpec.forAnnotatedObject(options)))
        .parseArgs(words.toArray(String[]::new));
    Optional<Built> built =
        options.compile(
            session.in(folder.root()), Optional.of(running.run().provider()), Severity.ERROR, diag);
    if (built.isEmpty()) {
      return Optional.empty();
    }
    RunRequest request = built.get().request(folder, diag);
    Optional<JsonObject> before = StateFile.model(folder, diag);
    if (diag.hasErrors() || before.isEmpty()) {
      return Optional.empty();
    }
    JsonObject now = JsonParser.parseString(Json.text(built.get().shown())).getAsJsonObject();
    compare(running, request, before.get(), now);
    return Optional.of(new Wanted(built.get(), request, options));
  }

  /** Reports what only {@code netlab up} can make so. */
  private void compare(RunningLab running, RunRequest request, JsonObject before, JsonObject now) {
    String what = "";
    LabState state = running.state();
    if (!request.id().equals(running.run().id())) {
      what = "the lab has another name";
    } else if (!Set.copyOf(state.nodes().stream().map(NodeState::id).toList())
        .equals(request.nodes().keySet())) {
      what = "the lab has other nodes";
    }
    for (NodeState node : what.isEmpty() ? state.nodes() : List.<NodeState>of()) {
      String device = Objects.requireNonNull(request.nodes().get(node.id())).device().name();
      if (!device.equals(node.device())) {
        what = "node `%s` is another device, `%s`".formatted(node.id(), device);
      } else if (!wires(before, node.id()).equals(wires(now, node.id()))) {
        what = "node `" + node.id() + "` has other links";
      }
    }
    if (!what.isEmpty()) {
      diag.error(
          Code.WIRES_CHANGED,
          Span.NONE,
          what + " than the one that runs",
          "`netlab up` with the options that you gave it makes it so");
    }
  }

  /** Where the wires of a node go. */
  private static Set<String> wires(JsonObject model, NodeId node) {
    Set<String> wires = new TreeSet<>();
    JsonObject own = model.getAsJsonObject("nodes").getAsJsonObject(node.name());
    boolean wired = own != null && own.has("interfaces");
    for (JsonElement each : wired ? own.getAsJsonArray("interfaces") : new JsonArray()) {
      JsonObject port = each.getAsJsonObject();
      if (!port.has("virtual_interface")) {
        wires.add(text(port, "ifname") + " " + text(port, "linkindex") + ends(port));
      }
    }
    return wires;
  }

  private static String ends(JsonObject port) {
    JsonArray all = port.has("neighbors") ? port.getAsJsonArray("neighbors") : new JsonArray();
    return all.asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(end -> " " + text(end, "node") + " " + text(end, "ifname"))
        .sorted()
        .collect(Collectors.joining());
  }

  private static String text(JsonObject json, String name) {
    return json.has(name) ? json.get(name).toString() : "";
  }

  private int show(List<Update> updates, Out out) {
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    for (Update update : updates) {
      SequencedMap<String, Object> files = new LinkedHashMap<>();
      for (Update.Part part : update.parts()) {
        out.line(out.styled(Out.Style.STRONG, "== " + update.node() + " " + part.file().name()));
        out.line(part.file().content().stripTrailing());
        files.put(part.file().name(), part.file().content());
      }
      tellOfRest(update);
      tree.put(update.node().name(), files);
    }
    if (updates.stream().allMatch(update -> update.parts().isEmpty())) {
      out.line("nothing differs");
    }
    Problems.put(tree, diag);
    out.tree(tree);
    out.diagnostics(diag.sorted());
    return ExitCode.OK;
  }

  private void tellOfRest(Update update) {
    for (Update.Rest rest : update.stays()) {
      diag.warning(
          Code.LINES_STAY,
          Span.NONE,
          "node `%s` keeps %s of %s that %s not in the lab any more: `%s`"
              .formatted(
                  update.node(),
                  rest.lines().size() == 1 ? "a line" : rest.lines().size() + " lines",
                  rest.file(),
                  rest.lines().size() == 1 ? "is" : "are",
                  String.join("`, `", rest.lines().stream().limit(3).toList())),
          "take it back by hand, or begin anew: `netlab down` and `netlab up`");
    }
  }

  private int apply(
      RunningLab running, Wanted wanted, Given given, List<Update> updates, LabLock lock, Out out)
      throws IOException, InterruptedException {
    Optional<Journal> journal = Journal.open(lock, diag);
    if (journal.isEmpty()) {
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    try (Journal history = journal.get()) {
      Provider provider = running.provider();
      Set<NodeId> done = new TreeSet<>((a, b) -> a.name().compareTo(b.name()));
      updates.forEach(update -> done.add(update.node()));
      RunRequest request = mixed(wanted, given, done);
      write(provider, request, wanted.built);
      RunInfo run = provider.describe(request);
      SequencedMap<String, Object> tree = new LinkedHashMap<>();
      List<Update> changing = updates.stream().filter(u -> !u.parts().isEmpty()).toList();
      List<Outcome<List<Update.Made>>> made =
          Fanout.map(
              changing,
              Deadline.after(Duration.ofSeconds(seconds)),
              update -> update.apply(provider, run, Deadline.after(Duration.ofSeconds(seconds))));
      for (int i = 0; i < changing.size(); i++) {
        if (!tell(changing.get(i), made.get(i), wanted.built, tree, out)) {
          done.remove(changing.get(i).node());
        }
        tellOfRest(changing.get(i));
      }
      int failed = updates.size() - done.size();
      remember(provider, wanted, given, done, history, lock.folder());
      return ended(updates, changing.size(), failed, tree, out);
    }
  }

  private int ended(
      List<Update> updates, int changed, int failed, SequencedMap<String, Object> tree, Out out) {
    SequencedMap<String, Object> document = new LinkedHashMap<>();
    document.put("ok", failed == 0 && !diag.hasErrors());
    document.put("nodes", tree);
    Problems.put(document, diag);
    out.tree(document);
    out.diagnostics(diag.sorted());
    out.line(
        changed == 0
            ? "nothing differs: %d nodes have what the lab file says".formatted(updates.size())
            : "%d of %d nodes changed%s          next: netlab verify"
                .formatted(
                    changed - failed,
                    updates.size(),
                    failed == 0 ? "" : ", " + failed + " not as they should be"));
    return failed == 0 && !diag.hasErrors() ? ExitCode.OK : ExitCode.FAILED;
  }

  /** The lab with new files for the nodes that take them, and those of before for the others. */
  private static RunRequest mixed(Wanted wanted, Given given, Set<NodeId> fresh) {
    RunRequest all = wanted.request;
    SequencedMap<NodeId, NodeFiles> files = new LinkedHashMap<>();
    all.nodes()
        .forEach((node, own) ->
            files.put(
                node,
                fresh.contains(node) || !given.nodes().containsKey(node)
                    ? own
                    : new NodeFiles(own.device(), given.files(node))));
    return new RunRequest(
        all.id(), all.folder(), all.lab(), files, all.tunnels(), all.impairments());
  }

  /** What nodes read when they start, before anything is changed in them. */
  private void write(Provider provider, RunRequest request, Built built)
      throws IOException, InterruptedException {
    new OwnFiles(request.folder()).write(built.ownFiles(diag), diag);
    for (Step step : provider.plan(request).steps()) {
      if (step instanceof Step.WriteFiles write) {
        for (Map.Entry<SafePath, FileContent> file : write.files().entrySet()) {
          request.folder().write(file.getKey(), file.getValue().text(), file.getValue().mode());
        }
      }
    }
    Optional<String> wrong = provider.settle(request);
    if (wrong.isPresent()) {
      diag.error(
          Code.STEP_FAILED,
          Span.NONE,
          "could not put the files of the nodes in place: " + wrong.get(),
          "`netlab initial` tries again");
    }
  }

  /** Notes what the nodes have now, so that later commands go on from there. */
  private void remember(
      Provider provider,
      Wanted wanted,
      Given given,
      Set<NodeId> done,
      Journal journal,
      LabFolder folder)
      throws IOException, InterruptedException {
    RunRequest request = mixed(wanted, given, done);
    if (done.size() < wanted.request.nodes().size()) {
      write(provider, request, wanted.built);
    }
    RunInfo run = provider.describe(request);
    LabState state = wanted.built.state(wanted.options.file().toString(), Optional.of(run));
    folder.writeState(folder.lab(), StateFile.text(state, Json.text(wanted.built.shown())));
    folder.writeState(folder.numbering(), NumberingFile.text(wanted.built.numbering()));
    SequencedMap<NodeId, List<ConfigFile>> files = new LinkedHashMap<>();
    request.nodes().forEach((node, own) -> files.put(node, own.files()));
    folder.writeState(folder.given(), GivenFile.text(new Given(wanted.options.words(), files)));
    Plan plan = provider.plan(request);
    journal.amend("initial", plan);
  }

  /** Tells what became of a node; true when it has all that it should. */
  private boolean tell(
      Update update,
      Outcome<List<Update.Made>> outcome,
      Built built,
      SequencedMap<String, Object> tree,
      Out out) {
    List<String> problems = new ArrayList<>();
    switch (outcome) {
      case Outcome.Done(List<Update.Made> all) -> {
        for (Update.Made made : all) {
          tell(update, made, built, problems, out);
        }
      }
      case Outcome.Failed(Exception cause) ->
          throw new IllegalStateException("configuring " + update.node(), cause);
      case Outcome.TimedOut() -> problems.add("no answer in time");
    }
    SequencedMap<String, Object> said = new LinkedHashMap<>();
    said.put("ok", problems.isEmpty());
    SequencedMap<String, Object> files = new LinkedHashMap<>();
    update.parts().forEach(part -> files.put(part.file().name(), part.summary()));
    said.put("changed", files);
    if (!problems.isEmpty()) {
      said.put("problem", String.join("; ", problems));
      problems.forEach(why -> out.problem(update.node() + ": " + why));
    }
    tree.put(update.node().name(), said);
    out.line(
        update.node()
            + ": "
            + update.parts().stream()
                .map(part -> part.file().name() + " " + part.summary())
                .collect(Collectors.joining(", ")));
    return problems.isEmpty();
  }

  private void tell(Update update, Update.Made made, Built built, List<String> problems, Out out) {
    switch (made.change()) {
      case Change.Made(String printed) -> {
        if (!printed.isBlank()) {
          out.line(update.node() + ": " + printed.strip());
        }
      }
      case Change.Refused(List<Refusal> lines) -> {
        List<Refusal> placed = new ArrayList<>();
        for (Refusal line : lines) {
          int number = made.part().number(line.line());
          if (number > 0) {
            placed.add(
                new Refusal(
                    line.node(),
                    line.file(),
                    number,
                    line.text(),
                    line.message(),
                    line.discarded()));
          } else {
            diag.error(
                Code.LINE_REFUSED,
                Span.NONE,
                "node `%s` refused `%s` (%s)"
                    .formatted(line.node(), line.text().strip(), line.message().strip()),
                "what it was to take back is still there");
          }
        }
        Refusals.report(placed, Refusals.RUNNING, built, diag);
        problems.add(lines.size() + (lines.size() == 1 ? " line" : " lines") + " refused");
      }
      case Change.Failed(String why, String printed) ->
          problems.add((why + "\n" + printed).strip());
      case Change.Unsupported(String why) ->
          problems.add(
              "%s cannot be changed while it runs: %s; `netlab down` and `netlab up` do that"
                  .formatted(made.part().file().name(), why));
    }
  }
}
