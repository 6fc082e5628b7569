package netlab.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netlab.compile.Compilation;
import netlab.compile.Modules;
import netlab.custom.CustomTemplates;
import netlab.custom.LabFolders;
import netlab.custom.Place;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Severity;
import netlab.diag.SourceFile;
import netlab.diag.Span;
import netlab.exec.Deadline;
import netlab.exec.Fanout;
import netlab.exec.Fanout.Outcome;
import netlab.expect.Expectation;
import netlab.expect.Reach;
import netlab.lab.IfId;
import netlab.lab.Lab;
import netlab.lab.Node;
import netlab.lab.NodeId;
import netlab.lab.Numbering;
import netlab.plan.LabFolder;
import netlab.plan.LabId;
import netlab.plan.SafePath;
import netlab.plugin.multiserver.Distribution;
import netlab.plugin.multiserver.Server;
import netlab.provider.Impairment;
import netlab.provider.RunInfo;
import netlab.provider.RunRequest;
import netlab.provider.RunRequest.NodeFiles;
import netlab.render.ConfigFile;
import netlab.render.Renderer;
import netlab.render.Subject;
import netlab.schema.Value;
import netlab.state.LabState;
import netlab.state.NodeState;
import netlab.validate.TestCheck;
import netlab.validation.ValidationTests;
import netlab.view.PublicModel;

/**
 * A compiled lab and everything that is derived from it.
 *
 * @param model the public model as a plain tree
 * @param devices the device of each node
 * @param templates where the configuration templates of the lab itself are
 * @param kept true when something has another address than it had got in a new lab
 * @param impairments of the interfaces that the lab file wants to send worse than a wire
 * @param spread who runs what of a lab that is on several machines
 */
record Built(
    Lab lab,
    SequencedMap<String, Object> model,
    SequencedMap<NodeId, Device> devices,
    Numbering numbering,
    CustomTemplates templates,
    boolean kept,
    SequencedMap<IfId, Impairment> impairments,
    Optional<Spread> spread) {
  /** Rendering ends by itself; this only stops a defect from hanging for ever. */
  private static final Duration RENDERING = Duration.ofMinutes(10);

  private record Rendered(Node node, List<ConfigFile> files, Diagnostics diag) {}

  Built {
    devices = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(devices));
    impairments = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(impairments));
  }

  /**
   * What is derived from a lab.
   *
   * @param folders where templates are looked for behind the folder of the lab file
   */
  static Built of(Compilation.Compiled compiled, List<Path> folders) {
    Lab lab = compiled.lab();
    LabFolders files =
        LabFolders.of(lab.nodes().values().stream().map(Node::span).toList())
            .with(folders)
            .with(LabFolders.inline(lab.globals()));
    return new Built(
        lab,
        PublicModel.of(lab),
        compiled.devices(),
        compiled.numbering(),
        new CustomTemplates(files),
        compiled.kept(),
        compiled.defaults().boolAt("tc.enable").orElse(true)
            ? Impairment.wanted(lab)
            : new LinkedHashMap<>(),
        Distribution.of(lab).map(d -> new Spread(d, d.here(), compiled.whole())));
  }

  /** The part of the lab that is one machine's. */
  Built at(Server server) {
    return new Built(
        lab,
        model,
        devices,
        numbering,
        templates,
        kept,
        impairments,
        spread.map(all -> all.at(server)));
  }

  /** True when the lab is on other machines, and this one only makes their folders. */
  boolean isElsewhere() {
    return spread.filter(s -> s.here().isEmpty()).isPresent();
  }

  /** The public model of what is on this machine; templates see all of the lab. */
  SequencedMap<String, Object> shown() {
    return spread.filter(s -> s.here().isPresent()).map(s -> s.shown(model)).orElse(model);
  }

  private boolean isHere(NodeId node) {
    return isElsewhere() || spread.isEmpty() || spread.get().has(node);
  }

  /** What to tell when addresses are those of the last run, not those of a new lab. */
  Optional<String> remark() {
    return kept
        ? Optional.of("  addresses of the last run are kept; --renumber gives fresh ones")
        : Optional.empty();
  }

  /** The nodes that are started: all but those the lab file calls unmanaged. */
  List<Node> managed() {
    return lab.nodes().values().stream().filter(node -> isManaged(node.id())).toList();
  }

  private boolean isManaged(NodeId node) {
    return isHere(node) && !isForeign(node);
  }

  /** Nobody can say when a node that others run is there. */
  private boolean isForeign(NodeId node) {
    return lab.node(node).attributes().boolAt("unmanaged").orElse(false);
  }

  /** The files of all nodes that are started; what goes wrong is reported. */
  SequencedMap<NodeId, NodeFiles> render(Diagnostics diag) throws InterruptedException {
    Renderer renderer = new Renderer();
    SequencedMap<NodeId, NodeFiles> files = new LinkedHashMap<>();
    for (Outcome<Rendered> outcome :
        Fanout.map(managed(), cores(), Deadline.after(RENDERING), node -> render(renderer, node))) {
      switch (outcome) {
        case Outcome.Done(Rendered done) -> {
          diag.addAll(done.diag);
          files.put(done.node.id(), new NodeFiles(device(done.node), done.files));
        }
        case Outcome.Failed(Exception cause) -> throw new IllegalStateException(cause);
        case Outcome.TimedOut() -> throw new IllegalStateException("rendering does not end");
      }
    }
    return files;
  }

  /** What a provider is asked to run; what goes wrong in rendering is reported. */
  RunRequest request(LabFolder folder, Diagnostics diag) throws InterruptedException {
    return new RunRequest(
        LabId.of(folder, lab.name()),
        folder,
        lab,
        render(diag),
        spread.map(Spread::tunnels).orElseGet(LinkedHashMap::new),
        impairments);
  }

  /** {@code lab seed 2 routers (frr) 1 link provider netns}. */
  String headline() {
    SequencedMap<String, Integer> devices = new LinkedHashMap<>();
    managed().forEach(node -> devices.merge(node.device(), 1, Integer::sum));
    int nodes = managed().size();
    long links =
        lab.links().stream()
            .filter(link -> link.ends().stream().anyMatch(end -> isManaged(end.port().node())))
            .count();
    String kinds =
        devices.size() == 1
            ? devices.firstEntry().getKey()
            : devices.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
    return "lab %s%s   %d %s (%s)   %d %s   provider %s"
        .formatted(
            lab.name(),
            spread.flatMap(Spread::here).map(s -> " on server " + s.name()).orElse(""),
            nodes,
            nodes == 1 ? "node" : "nodes",
            kinds,
            links,
            links == 1 ? "link" : "links",
            lab.provider().orElse("not chosen"));
  }

  private static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  private Rendered render(Renderer renderer, Node node) {
    Diagnostics diag = new Diagnostics();
    return new Rendered(node, renderer.render(subject(node, diag), diag), diag);
  }

  /** A node as templates see it; a template of the lab that is not there is reported. */
  Subject subject(Node node, Diagnostics diag) {
    return new Subject(tree(node), model, device(node), node.span(), custom(node, diag));
  }

  private List<Subject.Custom> custom(Node node, Diagnostics diag) {
    List<String> elsewhere = new ArrayList<>(node.attributes().textsAt("skip_config"));
    elsewhere.addAll(lab.globals().textsAt("plugin"));
    SequencedMap<String, Span> wanted = new LinkedHashMap<>();
    for (Value item : node.attributes().itemsAt("config")) {
      String name = item instanceof Value.Scalar s ? s.data().toString() : "";
      wanted.put(name, item.span().or(node.span()));
    }
    SequencedMap<String, Place> places =
        provider(node).equals("clab") ? Place.of(node.attributes(), diag) : new LinkedHashMap<>();
    Value.Fields placed = node.attributes().fieldsAt("clab.config_templates");
    places.keySet().forEach(name -> wanted.putIfAbsent(name, placed.keySpan(name)));
    List<Subject.Custom> found = new ArrayList<>();
    wanted.forEach((name, at) -> {
      if (!elsewhere.contains(name)) {
        find(name, node)
            .ifPresentOrElse(
                file ->
                    found.add(
                        new Subject.Custom(name, file, Optional.ofNullable(places.get(name)))),
                () -> missing(name, at, node, diag));
      }
    });
    return found;
  }

  /** What the lab tells its user once it is up: one text, or one for each command. */
  List<String> message() {
    return Stream.of("message.up", "message.initial", "message")
        .flatMap(path -> lab.globals().textAt(path).stream())
        .findFirst()
        .map(text -> text.lines().map(line -> line.replaceAll("\\p{Cntrl}", " ")).toList())
        .orElse(List.of());
  }

  /** Tells of the tools beside the lab, which this program does not start. */
  void tellOfTools(Diagnostics diag) {
    Value.Fields tools = lab.globals().fieldsAt("tools");
    tools
        .fields()
        .keySet()
        .forEach(tool ->
            diag.warning(
                Code.TOOL_NOT_STARTED,
                tools.keySpan(tool).or(lab.globals().keySpan("tools")),
                "tool `" + tool + "` is not started: this netlab runs the nodes of a lab only",
                "start it yourself; `netlab inspect` tells addresses and containers of the nodes"));
  }

  /** The files that the lab file itself holds; a path that cannot be used is reported. */
  SequencedMap<SafePath, String> ownFiles(Diagnostics diag) {
    SequencedMap<SafePath, String> files = new LinkedHashMap<>();
    LabFolders.inline(lab.globals())
        .forEach((path, text) ->
            SafePath.parse(path)
                .ifPresentOrElse(
                    safe -> files.put(safe, text),
                    () ->
                        diag.error(
                            Code.INVALID_NAME,
                            lab.globals().keySpan("files"),
                            "`" + path + "` cannot be the path of a file")));
    return files;
  }

  /** The configuration templates of the nodes that are started, but those in the lab file. */
  SequencedMap<SafePath, String> ownTemplates() {
    SequencedMap<SafePath, String> found = new LinkedHashMap<>();
    for (Node node : managed()) {
      List<String> names = new ArrayList<>(node.attributes().textsAt("config"));
      names.addAll(node.attributes().fieldsAt("clab.config_templates").fields().keySet());
      for (String name : names) {
        templates
            .path(name, node.id().name(), device(node), provider(node))
            .flatMap(SafePath::parse)
            .ifPresent(path ->
                templates
                    .folders()
                    .read(path.toString())
                    .ifPresent(file -> found.put(path, file.text())));
      }
    }
    LabFolders.inline(lab.globals())
        .keySet()
        .forEach(path -> SafePath.parse(path).ifPresent(found::remove));
    return found;
  }

  private Optional<SourceFile> find(String name, Node node) {
    return templates.find(name, node.id().name(), device(node), provider(node));
  }

  private String provider(Node node) {
    return node.provider().or(lab::provider).orElse("");
  }

  private static void missing(String name, Span at, Node node, Diagnostics diag) {
    diag.error(
        Code.CONFIG_MISSING,
        at,
        "there is no configuration template `%s` for node `%s` (device `%s`)"
            .formatted(name, node.id(), node.device()),
        "add `%s.j2` or `%s/%s.j2` beside the lab file; with plugin `check.config` it is left out"
            .formatted(name, name, node.device()));
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> tree(Node node) {
    Map<String, Object> nodes = (Map<String, Object>) model.getOrDefault("nodes", Map.of());
    return (Map<String, Object>) nodes.getOrDefault(node.id().name(), Map.of());
  }

  private Device device(Node node) {
    return Optional.ofNullable(devices.get(node.id())).orElseThrow();
  }

  /**
   * Looks at the tests of the lab before anything runs.
   *
   * @param worst how bad a mistake in them is
   */
  void checkTests(Severity worst, Diagnostics diag) {
    List<Value> written = lab.globals().itemsAt("validate");
    Object plain = model.get("validate");
    if (written.isEmpty() || plain == null) {
      return;
    }
    List<TestCheck.Target> targets =
        managed().stream()
            .map(node -> new TestCheck.Target(node.id(), device(node), provider(node)))
            .toList();
    new TestCheck(targets, model, templates, worst, diag).check(written, plain);
  }

  /** What is left to later commands. */
  LabState state(String file, Optional<RunInfo> run) {
    SequencedMap<String, Device> types = new LinkedHashMap<>();
    devices.values().forEach(device -> types.putIfAbsent(device.name(), device));
    List<NodeState> nodes = new ArrayList<>();
    for (Node node : managed()) {
      nodes.add(
          new NodeState(
              node.id(),
              node.device(),
              provider(node),
              node.role(),
              node.modules(),
              node.image(),
              node.management().flatMap(m -> m.ipv4().map(Object::toString))));
    }
    List<Expectation> expectations =
        Modules.expectations(lab).stream()
            .filter(e -> isManaged(e.node()) && !isForeign(e.peer()))
            .toList();
    List<Reach> reaches =
        Modules.reaches(lab).stream()
            .map(r ->
                new Reach(
                    r.protocol(),
                    r.family(),
                    r.from().stream().filter(this::isManaged).toList(),
                    r.to()))
            .filter(r -> !r.from().isEmpty())
            .toList();
    return new LabState(
        Version.netlab(),
        lab.name(),
        file,
        types,
        nodes,
        expectations,
        reaches,
        ValidationTests.places(lab),
        run);
  }
}
