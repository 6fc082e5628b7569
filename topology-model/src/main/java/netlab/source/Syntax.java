package netlab.source;

import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

final class Syntax {
  private final SourceFile file;
  private final Diagnostics diagnostics;

  Syntax(SourceFile file, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
  }

  boolean charactersAllowed() {
    return true;
  }

  void report(MarkedYamlEngineException e) {
    Positions p = new Positions(file);
    int i = e.getProblemMark().map(m -> p.offset(m.getIndex())).orElse(0);
    int c = e.getContextMark().map(m -> p.offset(m.getIndex())).orElse(0);
    diagnostics.error(
        Code.YAML_SYNTAX,
        p.span(i, i),
        e.getContext() + " | " + e.getProblem() + " | ctx " + p.span(c, c));
  }

  void report(YamlEngineException e) {
    diagnostics.error(
        Code.YAML_SYNTAX, new Positions(file).span(0, 0), String.valueOf(e.getMessage()));
  }
}
