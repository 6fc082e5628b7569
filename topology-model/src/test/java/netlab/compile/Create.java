package netlab.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import netlab.diag.Diagnostic;
import netlab.diag.Diagnostics;
import netlab.intent.DefaultFiles;
import netlab.intent.Overrides;
import netlab.lab.Lab;
import netlab.schema.Library;
import netlab.view.Json;
import netlab.view.PublicModel;

/** Compiles lab files from the command line: {@code create FILE -o json=OUT}. For development. */
final class Create {
  private Create() {}

  public static void main(String[] args) throws IOException {
    var diagnostics = new Diagnostics();
    Optional<Lab> lab =
        new Compilation(Library.of(Create.class.getClassLoader()), diagnostics)
            .compile(Path.of(args[1]), Overrides.NONE, DefaultFiles.NONE, Optional.of("clab"))
            .map(Compilation.Compiled::lab);
    for (Diagnostic diagnostic : diagnostics.sorted()) {
      System.err.println(diagnostic.line());
    }
    if (lab.isEmpty()) {
      System.exit(1);
    }
    Files.writeString(
        Path.of(args[3].substring("json=".length())), Json.text(PublicModel.of(lab.get())));
  }
}
