package netlab.provider.clab;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.compile.Compilation;
import netlab.diag.Diagnostics;
import netlab.exec.FakeShell;
import netlab.exec.Result;
import netlab.intent.DefaultFiles;
import netlab.intent.Overrides;
import netlab.lab.Lab;
import netlab.lab.NodeId;
import netlab.plan.LabFolder;
import netlab.plan.LabId;
import netlab.provider.Impairment;
import netlab.provider.RunRequest;
import netlab.render.Renderer;
import netlab.render.Subject;
import netlab.schema.Library;
import netlab.view.PublicModel;

/** Lab files, compiled and rendered, and hosts to run them on. */
public final class Labs {
  static final LabId ID = new LabId("seedx");
  static final Path RESOURCES = Path.of("src/test/resources/netlab/provider/clab");

  private static final Library LIBRARY = Library.of(Labs.class.getClassLoader());

  private Labs() {}

  /** A request whose id and folder are the same on every machine. */
  static RunRequest request(Path file) {
    Diagnostics diag = new Diagnostics();
    var compiled =
        new Compilation(LIBRARY, diag)
            .compile(file, Overrides.NONE, DefaultFiles.NONE, Optional.empty())
            .orElseThrow(() -> new AssertionError(diag.sorted()));
    Lab lab = compiled.lab();
    SequencedMap<String, Object> model = PublicModel.of(lab);
    Renderer renderer = new Renderer();
    SequencedMap<NodeId, RunRequest.NodeFiles> files = new LinkedHashMap<>();
    compiled
        .devices()
        .forEach((id, device) -> {
          Subject subject = new Subject(tree(model, id), model, device, lab.node(id).span());
          files.put(id, new RunRequest.NodeFiles(device, renderer.render(subject, diag)));
        });
    if (diag.hasErrors()) {
      throw new AssertionError(diag.sorted());
    }
    return new RunRequest(
        ID,
        new LabFolder(Path.of("/lab")),
        lab,
        files,
        new LinkedHashMap<>(),
        Impairment.wanted(lab));
  }

  /** A request for a lab file of these tests. */
  public static RunRequest named(String name) {
    return request(RESOURCES.resolve(name + ".yml"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> tree(Map<String, Object> model, NodeId id) {
    Map<String, Object> nodes = (Map<String, Object>) model.getOrDefault("nodes", Map.of());
    return (Map<String, Object>) nodes.getOrDefault(id.name(), Map.of());
  }

  /** A host on which each command works. */
  static FakeShell host() {
    return new FakeShell();
  }

  /** A host whose kernel makes no dummy interfaces. */
  static FakeShell hostWithoutDummies() {
    return new FakeShell(command ->
        command.argv().getFirst().equals("unshare")
            ? Result.exited(2, "", "Error: Unknown device type.")
            : Result.exited(0, "", ""));
  }
}
