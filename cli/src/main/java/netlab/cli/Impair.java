package netlab.cli;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import netlab.diag.Diagnostics;
import netlab.exec.Command;
import netlab.exec.Result;
import netlab.plan.LabFolder;
import netlab.provider.Impairment;
import netlab.state.NodeState;
import netlab.state.StateFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code netlab tc}. */
@picocli.CommandLine.Command(
    description = {
      "Shows how links are impaired (delay, loss, ...), and changes it while the lab runs.",
      "Without --node and --interface all interfaces of the lab are meant."
    },
    footer = {
      "  netlab tc show",
      "  netlab tc set -n r1 -i eth1 --delay 20ms --loss 5",
      "  netlab tc set -n r1 --modify --loss 10    leaves the delay as it is",
      "  netlab tc enable                          as the lab file has it",
      "  netlab tc disable -n r1                   links of r1 send as a wire does"
    })
final class Impair implements Callable<Integer> {
  /** What there is to do. */
  enum Deed {
    SHOW,
    SET,
    ENABLE,
    DISABLE
  }

  private final Session session;

  @Option(
      names = "--instance",
      paramLabel = "LAB",
      description = "A lab in another folder, by its name or id: see netlab status --all.")
  private String instance = "";

  @Mixin private OutputOptions options = new OutputOptions();

  @Parameters(index = "0", paramLabel = "DEED", description = "show, set, enable or disable.")
  private Deed deed = Deed.SHOW;

  @Option(
      names = {"-n", "--node"},
      paramLabel = "NODES",
      description = "Only these: names, globs, devices, roles, with commas.")
  private String nodes = "all";

  @Option(
      names = {"-i", "--interface"},
      paramLabel = "NAME",
      description = "Only this interface.")
  private String itf = "";

  @Option(names = "--delay", paramLabel = "TIME", description = "Of each packet: 20, 20ms, 1.5s.")
  private Optional<String> delay = Optional.empty();

  @Option(names = "--jitter", paramLabel = "TIME", description = "By which the delay varies.")
  private Optional<String> jitter = Optional.empty();

  @Option(names = "--loss", paramLabel = "PERCENT", description = "Packets that get lost.")
  private Optional<String> loss = Optional.empty();

  @Option(names = "--corrupt", paramLabel = "PERCENT", description = "Packets with a wrong bit.")
  private Optional<String> corrupt = Optional.empty();

  @Option(names = "--duplicate", paramLabel = "PERCENT", description = "Packets sent twice.")
  private Optional<String> duplicate = Optional.empty();

  @Option(names = "--reorder", paramLabel = "PERCENT", description = "Packets sent at once.")
  private Optional<String> reorder = Optional.empty();

  @Option(names = "--rate", paramLabel = "KBIT", description = "Kilobits in a second.")
  private Optional<String> rate = Optional.empty();

  @Option(names = "--modify", description = "Change only what is named, and leave the rest.")
  private boolean modify;

  Impair(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Out out = session.out(options);
    Diagnostics diag = new Diagnostics();
    Impairment said = said();
    if (deed == Deed.SET && said.isNone()) {
      out.problem("netlab tc set: say what to change: --delay, --jitter, --loss, --rate, ...");
      return ExitCode.USAGE;
    }
    if (deed != Deed.SET && !said.isNone()) {
      out.problem("netlab tc: only `set` takes " + said);
      return ExitCode.USAGE;
    }
    Optional<RunningLab> running = RunningLab.of(LabChoice.of(instance), session, diag);
    Optional<JsonObject> model =
        running.flatMap(r -> StateFile.model(new LabFolder(r.run().folder()), diag));
    List<NodeState> chosen = running.map(r -> NodeSet.of(nodes, r.state(), diag)).orElse(List.of());
    List<Plug> plugs = model.map(m -> Plug.of(m, chosen, itf, diag)).orElse(List.of());
    if (model.isEmpty() || diag.hasErrors()) {
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    return deed == Deed.SHOW
        ? show(running.get(), plugs, out)
        : change(running.get(), plugs, said, out);
  }

  private Impairment said() {
    Map<String, Optional<String>> all =
        Map.of(
            "delay", delay,
            "jitter", jitter,
            "loss", loss,
            "corrupt", corrupt,
            "duplicate", duplicate,
            "reorder", reorder,
            "rate", rate);
    return Impairment.of(name -> Objects.requireNonNull(all.get(name)));
  }

  private int show(RunningLab running, List<Plug> plugs, Out out) throws InterruptedException {
    List<Object> rows = new ArrayList<>();
    List<List<String>> table = new ArrayList<>();
    boolean good = true;
    for (Plug plug : plugs) {
      Result result = tc(running, plug, List.of("-j", "qdisc", "show", "dev", plug.port(), "root"));
      good &= result.ok();
      if (!result.ok()) {
        out.problem(plug.node().id() + " " + plug.name() + ": " + result.problem());
        continue;
      }
      Impairment now = Impairment.shown(result.out());
      SequencedMap<String, Object> row = new LinkedHashMap<>();
      row.put("node", plug.node().id().name());
      row.put("interface", plug.name());
      row.putAll(now.parameters());
      rows.add(row);
      table.add(
          List.of(
              plug.node().id().name(), plug.name(), now.isNone() ? "as a wire" : now.toString()));
    }
    Columns.of(table).forEach(out::line);
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    tree.put("interfaces", rows);
    out.tree(tree);
    return good ? ExitCode.OK : ExitCode.FAILED;
  }

  private int change(RunningLab running, List<Plug> plugs, Impairment said, Out out)
      throws InterruptedException {
    int changed = 0;
    SequencedMap<String, Object> tree = new LinkedHashMap<>();
    for (Plug plug : plugs) {
      Impairment next = next(running, plug, said);
      Optional<String> wrong = next.problem();
      if (wrong.isPresent()) {
        out.problem(plug.node().id() + " " + plug.name() + ": " + wrong.get());
        return ExitCode.USAGE;
      }
      Result result =
          tc(running, plug, next.isNone() ? Impairment.clear(plug.port()) : next.set(plug.port()));
      boolean clear = next.isNone() && Impairment.isClear(result);
      if (!result.ok() && !clear) {
        out.problem(plug.node().id() + " " + plug.name() + ": " + why(result));
        out.tree(told(tree, changed, false));
        return Impairment.isUnknown(result) ? ExitCode.ENVIRONMENT : ExitCode.FAILED;
      }
      changed++;
    }
    out.line(
        changed
            + (changed == 1 ? " interface" : " interfaces")
            + " set          next: netlab tc show");
    out.tree(told(tree, changed, true));
    return ExitCode.OK;
  }

  private static SequencedMap<String, Object> told(
      SequencedMap<String, Object> tree, int changed, boolean good) {
    tree.put("ok", good);
    tree.put("changed", (long) changed);
    return tree;
  }

  private static String why(Result result) {
    return Impairment.isUnknown(result)
        ? "this kernel has no netem (`" + Impairment.LOAD + "`)"
        : result.problem();
  }

  private Impairment next(RunningLab running, Plug plug, Impairment said)
      throws InterruptedException {
    return switch (deed) {
      case SHOW, DISABLE -> Impairment.NONE;
      case ENABLE -> plug.wanted();
      case SET -> modify ? said.over(now(running, plug)) : said;
    };
  }

  private static Impairment now(RunningLab running, Plug plug) throws InterruptedException {
    return Impairment.shown(
        tc(running, plug, List.of("-j", "qdisc", "show", "dev", plug.port(), "root")).out());
  }

  private static Result tc(RunningLab running, Plug plug, List<String> words)
      throws InterruptedException {
    List<String> argv = new ArrayList<>(List.of("tc"));
    argv.addAll(words);
    Optional<Command> command = running.provider().inNetwork(running.run(), plug.node().id(), argv);
    return command.isEmpty()
        ? Result.notStarted("the network of this node is not on this machine")
        : running.provider().shell(running.run()).run(command.get());
  }
}
