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
    var compiled =
        new Compilation(LIBRARY, diagnostics)
            .compile(file, Overrides.NONE, DefaultFiles.NONE, Optional.empty())
            .orElseThrow(() -> new AssertionError(diagnostics.sorted()));
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
