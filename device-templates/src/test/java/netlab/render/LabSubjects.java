package netlab.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.compile.Compilation;
import netlab.device.DeviceCatalog;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.intent.DefaultFiles;
import netlab.intent.Overrides;
import netlab.schema.Library;
import netlab.source.Yaml;
import netlab.view.PublicModel;

/** The nodes of a compiled lab file as the renderer takes them. */
final class LabSubjects {
  private static final Library LIBRARY = Library.of(LabSubjects.class.getClassLoader());

  /** The devices as they come with the program. */
  static final DeviceCatalog DEVICES = new DeviceCatalog(LIBRARY, Yaml.Map.empty(Span.NONE));

  private LabSubjects() {}

  static List<Subject> of(Path file, Diagnostics diagnostics) {
    return compile(file, Overrides.NONE, Optional.empty(), diagnostics)
        .map(LabSubjects::subjects)
        .orElseThrow(() -> new AssertionError(diagnostics.sorted()));
  }

  /** The nodes of a lab whose default device is replaced; none when it cannot be compiled. */
  static List<Subject> of(Path file, String device, Diagnostics diagnostics) {
    var overrides = new Overrides(List.of(), Optional.of(device), Optional.empty(), List.of());
    return compile(file, overrides, Optional.of("clab"), diagnostics)
        .map(LabSubjects::subjects)
        .orElse(List.of());
  }

  private static Optional<Compilation.Compiled> compile(
      Path file, Overrides overrides, Optional<String> provider, Diagnostics diagnostics) {
    return new Compilation(LIBRARY, diagnostics)
        .compile(file, overrides, DefaultFiles.NONE, provider);
  }

  private static List<Subject> subjects(Compilation.Compiled compiled) {
    Map<String, Object> model = PublicModel.of(compiled.lab());
    List<Subject> subjects = new ArrayList<>();
    if (model.get("nodes") instanceof Map<?, ?> nodes) {
      compiled
          .devices()
          .forEach((id, device) -> {
            Map<String, Object> tree = new LinkedHashMap<>();
            if (nodes.get(id.name()) instanceof Map<?, ?> node) {
              node.forEach((key, value) -> tree.put(String.valueOf(key), value));
            }
            subjects.add(new Subject(tree, model, device, compiled.lab().node(id).span()));
          });
    }
    return subjects;
  }
}
