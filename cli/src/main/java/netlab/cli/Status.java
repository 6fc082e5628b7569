package netlab.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.plan.LabRegistry;
import netlab.provider.NodeStatus;
import netlab.state.NodeState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code netlab status}. */
@Command(
    description = "What of a lab runs, asked from the system itself.",
    footer = {
      "  netlab status                 the lab of this folder, node by node",
      "  netlab status -o json",
      "  netlab status --all           all labs that you brought up, and where"
    })
final class Status implements Callable<Integer> {
  private final Session session;
  @Mixin private LabChoice lab = new LabChoice();
  @Mixin private OutputOptions options = new OutputOptions();

  @Option(
      names = {"-a", "--all"},
      description = "All labs, not only the one of this folder.")
  private boolean all;

  Status(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Out out = session.out(options);
    Diagnostics diag = new Diagnostics();
    if (all) {
      return labs(out, diag);
    }
    Optional<RunningLab> running = RunningLab.of(lab, session, diag);
    if (running.isEmpty()) {
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    return nodes(running.get(), out);
  }

  private int nodes(RunningLab lab, Out out) throws InterruptedException {
    List<NodeStatus> found = lab.provider().status(lab.run());
    long up = found.stream().filter(n -> n.state() == NodeStatus.State.RUNNING).count();
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    tree.put("lab", lab.state().name());
    tree.put("provider", lab.run().provider());
    tree.put("folder", lab.run().folder().toString());
    tree.put("running", up);
    List<Object> rows = new ArrayList<>();
    out.line(
        "lab %s   provider %s   %d of %d nodes run"
            .formatted(lab.state().name(), lab.run().provider(), up, found.size()));
    List<List<String>> table = new ArrayList<>();
    for (NodeStatus node : found) {
      Optional<NodeState> known = lab.state().node(node.node());
      rows.add(row(node, known));
      table.add(
          List.of(
              node.node().name(),
              known.map(NodeState::device).orElse(""),
              state(node),
              known.flatMap(NodeState::management).orElse(""),
              node.place(),
              troubles(node)));
    }
    Columns.of(table).forEach(line -> out.line("  " + line));
    tree.put("nodes", rows);
    out.tree(tree);
    if (up < found.size()) {
      out.line("next: netlab up " + lab.state().file() + ", or netlab down");
      return ExitCode.FAILED;
    }
    return ExitCode.OK;
  }

  private static String state(NodeStatus node) {
    return switch (node.state()) {
      case RUNNING -> "running";
      case DEGRADED -> "degraded";
      case ABSENT -> "absent";
    };
  }

  /** The programs that are dead; when all live, their number is of no interest. */
  private static String troubles(NodeStatus node) {
    return node.parts().stream()
        .filter(part -> !part.alive())
        .map(part -> part.name() + ": " + part.detail())
        .collect(Collectors.joining(", "));
  }

  private static SequencedMap<String, Object> row(NodeStatus node, Optional<NodeState> known) {
    SequencedMap<String, Object> row = new LinkedHashMap<>();
    row.put("node", node.node().name());
    known.ifPresent(n -> {
      row.put("device", n.device());
      n.image().ifPresent(image -> row.put("image", image));
      n.management().ifPresent(address -> row.put("management", address));
    });
    row.put("state", state(node));
    row.put("place", node.place());
    List<Object> parts = new ArrayList<>();
    for (NodeStatus.Part part : node.parts()) {
      SequencedMap<String, Object> one = new LinkedHashMap<>();
      one.put("name", part.name());
      one.put("alive", part.alive());
      one.put("detail", part.detail());
      parts.add(one);
    }
    row.put("parts", parts);
    return row;
  }

  private int labs(Out out, Diagnostics diag) {
    List<LabRegistry.Entry> entries;
    try {
      entries = LabChoice.registry(session).list();
    } catch (IOException e) {
      diag.error(Code.STATE_DAMAGED, Span.NONE, "cannot read the list of labs: " + e.getMessage());
      return Problems.fail(out, diag, ExitCode.ENVIRONMENT);
    }
    List<Object> rows = new ArrayList<>();
    List<List<String>> table = new ArrayList<>();
    for (LabRegistry.Entry entry : entries) {
      SequencedMap<String, Object> row = new LinkedHashMap<>();
      row.put("lab", entry.name());
      row.put("id", entry.id().text());
      row.put("provider", entry.provider());
      row.put("folder", entry.folder().toString());
      row.put("since", entry.since().toString());
      rows.add(row);
      table.add(
          List.of(
              entry.name(),
              entry.id().text(),
              entry.provider(),
              entry.folder().toString(),
              "since " + entry.since()));
    }
    if (table.isEmpty()) {
      out.line("no labs are up          next: netlab up FILE");
    }
    Columns.of(table).forEach(out::line);
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    tree.put("labs", rows);
    out.tree(tree);
    return ExitCode.OK;
  }
}
