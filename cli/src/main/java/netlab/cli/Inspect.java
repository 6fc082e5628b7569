package netlab.cli;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.plan.LabFolder;
import netlab.report.PlainTree;
import netlab.report.TreePath;
import netlab.report.YamlText;
import netlab.state.LabState;
import netlab.state.NodeState;
import netlab.state.StateFile;
import netlab.view.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code netlab inspect}. */
@Command(
    description = "Shows the compiled lab, or the part of it that a path leads to.",
    footer = {
      "  netlab inspect nodes.r1.bgp",
      "  netlab inspect --node r1 bgp.neighbors[0].as",
      "  netlab inspect --node 'r*' loopback.ipv4",
      "  netlab inspect 'links[*].interfaces' -o json",
    })
final class Inspect implements Callable<Integer> {
  private enum Form {
    YAML,
    JSON
  }

  private final Session session;
  @Mixin private LabChoice lab = new LabChoice();

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      description = {
        "Keys joined by dots; [0] and [-1] pick an item, [name=r2] those",
        "with that value, [*] all of them."
      })
  private String path = "";

  @Option(
      names = "--node",
      paramLabel = "NODES",
      description = "The path begins at these nodes: names, globs, device types, all.")
  private String nodes = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "yaml|json",
      description = "Form of the result.")
  private Form form = Form.YAML;

  Inspect(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Out out = new Out(session, form == Form.JSON ? Out.Format.JSON : Out.Format.TEXT);
    Diagnostics diag = new Diagnostics();
    Optional<Object> found = find(diag);
    if (found.isEmpty()) {
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    Object tree = found.get();
    out.raw(
        form == Form.JSON
            ? Json.text(tree)
            : tree instanceof String s ? s + "\n" : YamlText.of(tree));
    return ExitCode.OK;
  }

  private Optional<Object> find(Diagnostics diag) {
    Optional<LabFolder> folder = lab.folder(session, diag);
    Optional<LabState> state = lab.state(session, diag);
    Optional<JsonObject> model =
        state.isEmpty() ? Optional.empty() : folder.flatMap(f -> StateFile.model(f, diag));
    if (model.isEmpty()) {
      return Optional.empty();
    }
    SequencedMap<String, Object> tree = PlainTree.of(model.get());
    return nodes.isEmpty() ? follow(path, tree, diag) : ofNodes(tree, state.orElseThrow(), diag);
  }

  private Optional<Object> ofNodes(Map<String, Object> tree, LabState state, Diagnostics diag) {
    List<NodeState> chosen = NodeSet.of(nodes, state, diag);
    String rest = path.isEmpty() || path.startsWith("[") ? path : "." + path;
    SequencedMap<String, Object> found = new LinkedHashMap<>();
    for (NodeState node : chosen) {
      String name = node.id().name();
      follow("nodes." + name + rest, tree, diag).ifPresent(value -> found.put(name, value));
    }
    if (diag.hasErrors()) {
      return Optional.empty();
    }
    return chosen.size() == 1 ? Optional.of(found.firstEntry().getValue()) : Optional.of(found);
  }

  private static Optional<Object> follow(String path, Object tree, Diagnostics diag) {
    Optional<TreePath> way = TreePath.parse(path);
    if (way.isEmpty()) {
      diag.error(
          Code.PATH_NOT_FOUND,
          Span.NONE,
          "`" + path + "` is not a path",
          "write keys with dots between them: nodes.r1.bgp.neighbors[0].as");
      return Optional.empty();
    }
    return switch (way.get().in(tree)) {
      case TreePath.Found.Value(Object value) -> Optional.of(value);
      case TreePath.Found.Nothing(String why) -> {
        diag.error(Code.PATH_NOT_FOUND, Span.NONE, why);
        yield Optional.empty();
      }
    };
  }
}
