package netlab.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import netlab.compile.Compilation;
import netlab.compile.Modules;
import netlab.diag.Diagnostic;
import netlab.diag.DiagnosticText;
import netlab.diag.Diagnostics;
import netlab.intent.DefaultFiles;
import netlab.intent.Overrides;
import netlab.lab.Node;
import netlab.render.Renderer;
import netlab.render.Subject;
import netlab.schema.Library;
import netlab.view.Json;
import netlab.view.PublicModel;

/**
 * What {@code netlab create} does with a lab file, for the fuzzer: text to model, expectations,
 * configurations, and all that is said about mistakes. Anything thrown is a defect.
 */
public final class CreateTarget {
  private static final Library LIBRARY = Library.of(CreateTarget.class.getClassLoader());
  private static final int NODES_TO_RENDER = 3;

  private CreateTarget() {}

  /** The entry that the fuzzer calls with the bytes of a lab file. */
  public static void fuzzerTestOneInput(byte[] lab) throws IOException {
    Path folder = Files.createTempDirectory("netlab-fuzz");
    Path file = folder.resolve("lab.yml");
    try {
      Files.write(file, lab);
      create(file);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private static void create(Path file) {
    Diagnostics diagnostics = new Diagnostics();
    new Compilation(LIBRARY, diagnostics)
        .compile(file, Overrides.NONE, DefaultFiles.NONE, Optional.of("clab"))
        .ifPresent(compiled -> {
          Map<String, Object> model = PublicModel.of(compiled.lab());
          Json.text(model);
          Modules.expectations(compiled.lab());
          compiled.lab().nodes().values().stream()
              .limit(NODES_TO_RENDER)
              .forEach(node -> render(compiled, node, model, diagnostics));
        });
    new DiagnosticText(true).render(diagnostics.sorted());
    diagnostics.sorted().forEach(Diagnostic::line);
  }

  @SuppressWarnings("unchecked")
  private static void render(
      Compilation.Compiled compiled, Node node, Map<String, Object> model, Diagnostics diag) {
    Map<String, Object> nodes = (Map<String, Object>) model.getOrDefault("nodes", Map.of());
    Map<String, Object> tree = (Map<String, Object>) nodes.getOrDefault(node.id().name(), Map.of());
    Optional.ofNullable(compiled.devices().get(node.id()))
        .ifPresent(
            device -> new Renderer().render(new Subject(tree, model, device, node.span()), diag));
  }
}
