package netlab.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import netlab.compile.WholeSchema;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.intent.Trees;
import netlab.schema.JsonSchema;
import netlab.schema.Library;
import netlab.schema.Schema;
import netlab.source.Sources;
import netlab.source.Yaml;
import netlab.view.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code netlab schema}. */
@Command(
    description = "The JSON schema of lab files, which editors complete and check them with.",
    footer = {
      "  netlab schema > lab.schema.json",
      "  netlab schema lab.yml > lab.schema.json    with what this lab declares",
      "A first line that editors with a YAML language server read:",
      "  # yaml-language-server: $schema=lab.schema.json"
    })
final class LabSchema implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "A lab file whose own attributes, modules and devices count, too.")
  private Optional<Path> file = Optional.empty();

  LabSchema(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Out out = session.out();
    Diagnostics diagnostics = new Diagnostics();
    Library library = Library.of(LabSchema.class.getClassLoader());
    Yaml.Map defaults = Yaml.Map.empty(Span.NONE);
    if (file.isPresent()) {
      Optional<Yaml.Map> lab = new Sources(diagnostics).load(session.folder().resolve(file.get()));
      if (lab.isEmpty() || diagnostics.hasErrors()) {
        return Problems.fail(out, diagnostics, ExitCode.FAILED);
      }
      defaults = Trees.mapAt(lab.get(), "defaults");
    }
    WholeSchema whole = WholeSchema.of(library, defaults, Schema.plugins(library));
    out.raw(Json.text(JsonSchema.of(whole.schema(), whole.names())));
    return ExitCode.OK;
  }
}
