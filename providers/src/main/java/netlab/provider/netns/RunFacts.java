package netlab.provider.netns;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;
import netlab.lab.NodeId;
import netlab.provider.RunInfo;
import netlab.provider.RunRequest;

/** What this provider writes into a {@link RunInfo}, and reads out of it. */
record RunFacts(RunInfo info, Reach reach) {
  static final String PROVIDER = "netns";

  private static final String ROOTLESS = "rootless";
  private static final String FRR_FOLDER = "frr_folder";
  private static final String FRR_VERSION = "frr_version";
  private static final String FRR_MANAGED = "frr_managed";
  private static final String TOOL = "tool_";
  private static final String NAMESPACE = "namespace";
  private static final String DAEMONS = "daemons";
  private static final String PROGRAMS = "programs";
  private static final String COMMAND = "command";
  private static final String READY = "ready";
  private static final String CHECK = "check";
  private static final String CHECK_FILE = "check_file";
  private static final String CHECK_REFUSED = "check_refused";

  /** The facts of a lab that is to run on a host. */
  static RunInfo describe(RunRequest request, HostFacts host) {
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    facts.put(ROOTLESS, Boolean.toString(host.rootless()));
    host.frr()
        .ifPresent(frr -> {
          facts.put(FRR_FOLDER, frr.folder().toString());
          facts.put(FRR_VERSION, frr.version());
          facts.put(FRR_MANAGED, Boolean.toString(frr.managed()));
        });
    host.tools().forEach((tool, path) -> facts.put(TOOL + tool, path.toString()));
    Names names = new Names(request.id());
    SequencedMap<NodeId, SequencedMap<String, String>> nodes = new LinkedHashMap<>();
    request
        .nodes()
        .forEach((node, own) -> {
          SequencedMap<String, String> row = new LinkedHashMap<>();
          row.put(NAMESPACE, names.namespace(node));
          NodeFiles files = NodeFiles.of(own);
          if (files.isRouter()) {
            boolean managed = host.frr().map(HostFacts.Frr::managed).orElse(false);
            DaemonSet daemons =
                DaemonSet.of(
                    files.text(NodeFiles.DAEMONS),
                    files.text(NodeFiles.FRR_CONF).orElse(""),
                    managed);
            row.put(DAEMONS, String.join(" ", daemons.names()));
          }
          files
              .started()
              .ifPresent(programs -> {
                String folder = Sight.FOLDERS + names.namespace(node);
                row.put(PROGRAMS, String.join(" ", programs.all().sequencedKeySet()));
                row.put(COMMAND, words(programs.command(), folder, host));
                programs
                    .check()
                    .ifPresent(check -> {
                      row.put(CHECK, words(check.run(), folder, host));
                      row.put(CHECK_FILE, check.file());
                      row.put(CHECK_REFUSED, check.refused().pattern());
                    });
                List<String> ready =
                    programs.all().values().stream().flatMap(p -> p.ready().stream()).toList();
                row.put(READY, String.join(" ", ready));
              });
          nodes.put(node, row);
        });
    return new RunInfo(PROVIDER, request.id(), request.folder().root(), facts, nodes);
  }

  private static String words(List<String> command, String folder, HostFacts host) {
    List<String> words = new ArrayList<>(DevicePrograms.filled(command, folder));
    words.set(0, host.tool(words.getFirst()));
    return String.join(" ", words);
  }

  /** Reads facts; of a lab of which only the id is left, they are those of this process. */
  static RunFacts of(RunInfo info) {
    boolean rootless =
        Optional.ofNullable(info.facts().get(ROOTLESS))
            .map(Boolean::parseBoolean)
            .orElseGet(() -> !HostProbe.isPrivileged());
    SequencedMap<String, Path> tools = new TreeMap<>();
    info.facts()
        .forEach((name, text) -> {
          if (name.startsWith(TOOL)) {
            tools.put(name.substring(TOOL.length()), Path.of(text));
          }
        });
    Optional<HostFacts.Frr> frr =
        Optional.ofNullable(info.facts().get(FRR_FOLDER))
            .map(folder ->
                new HostFacts.Frr(
                    Path.of(folder),
                    info.facts().getOrDefault(FRR_VERSION, ""),
                    Boolean.parseBoolean(info.facts().get(FRR_MANAGED))));
    HostFacts host = new HostFacts(rootless, true, tools, frr);
    return new RunFacts(info, new Reach(host, new Names(info.id())));
  }

  Names names() {
    return reach.names();
  }

  /** The lab as the host shows it now. */
  Optional<Sight> sight() {
    return Sight.of(names(), reach.host().rootless());
  }

  SequencedSet<NodeId> nodes() {
    return info.nodes().sequencedKeySet();
  }

  /** The namespace of a node, also of one that is not among {@link #nodes}. */
  String namespace(NodeId node) {
    return names().namespace(node);
  }

  /** True when the node runs FRR. */
  boolean isRouter(NodeId node) {
    return !daemons(node).isEmpty();
  }

  /** The daemons of a node; empty for one that is no router. */
  List<String> daemons(NodeId node) {
    return words(node, DAEMONS);
  }

  /** The programs of a node other than FRR's daemons. */
  List<String> programs(NodeId node) {
    return words(node, PROGRAMS);
  }

  /** What runs a command of a device with programs of its own; empty for other nodes. */
  List<String> command(NodeId node) {
    return words(node, COMMAND);
  }

  /** The files in a node's folder that are there once its programs can be asked. */
  List<String> ready(NodeId node) {
    return words(node, READY);
  }

  /** What tells whether the configuration of a node's own programs is right. */
  Optional<DevicePrograms.Check> check(NodeId node) {
    List<String> command = words(node, CHECK);
    return command.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DevicePrograms.Check(
                command,
                text(node, CHECK_FILE),
                Pattern.compile(text(node, CHECK_REFUSED), Pattern.MULTILINE)));
  }

  private List<String> words(NodeId node, String name) {
    String text = text(node, name);
    return text.isBlank() ? List.of() : List.of(text.split(" "));
  }

  private String text(NodeId node, String name) {
    return Optional.ofNullable(info.nodes().get(node))
        .map(row -> row.getOrDefault(name, ""))
        .orElse("");
  }
}
