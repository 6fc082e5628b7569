package netlab.cli;

import java.util.List;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.diag.Span;
import netlab.lab.Node;
import netlab.provider.Refusal;
import netlab.render.Origin;
import netlab.render.Renderer;

/** Tells of lines that routers refused, each with the line of the template it came from. */
final class Refusals {
  private Refusals() {}

  static void report(List<Refusal> refusals, Built lab, Diagnostics diag) {
    if (refusals.isEmpty()) {
      return;
    }
    Renderer renderer = new Renderer();
    for (Refusal refusal : refusals) {
      Node node = lab.lab().node(refusal.node());
      List<Origin> origins = renderer.origins(lab.subject(node, new Diagnostics()), refusal.file());
      diag.error(
          Code.LINE_REFUSED,
          refusal.line() >= 1 && refusal.line() <= origins.size()
              ? at(origins.get(refusal.line() - 1))
              : node.span(),
          "node `%s` refused line %d of %s: `%s` (%s)"
              .formatted(
                  refusal.node(),
                  refusal.line(),
                  refusal.file(),
                  refusal.text().strip(),
                  refusal.message().strip()),
          "the router runs without it; the template or the version of the device does not fit");
    }
  }

  private static Span at(Origin origin) {
    SourceFile file = new SourceFile(origin.template(), "");
    int column = origin.line() > 0 ? 1 : 0;
    return new Span(file, origin.line(), column, origin.line(), column);
  }
}
