package netlab.cli;

import java.util.List;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.lab.Node;
import netlab.provider.Refusal;
import netlab.render.Origin;
import netlab.render.Renderer;

/** Tells of lines that routers refused, each with the line of the template it came from. */
final class Refusals {
  /** What to think of a router that is up without the line. */
  static final String RUNNING =
      "the router runs without it; the template or the version of the device does not fit";

  private static final String DISCARDED =
      "the router took nothing of the file; the template or the version of the device does not fit";

  /** What to think of a lab that the line stopped on its way up. */
  static final String STOPPED =
      "`netlab up` goes on from here when it is mended, `netlab down` takes away what was made";

  private Refusals() {}

  /**
   * Reports the lines.
   *
   * @param hint {@link #RUNNING} or {@link #STOPPED}
   */
  static void report(List<Refusal> refusals, String hint, Built lab, Diagnostics diag) {
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
          message(refusal),
          refusal.discarded() ? DISCARDED : hint);
    }
  }

  private static String message(Refusal refusal) {
    String said = refusal.message().strip();
    if (refusal.line() < 1) {
      return "node `%s` refused %s as a whole (%s)".formatted(refusal.node(), refusal.file(), said);
    }
    return "node `%s` refused line %d of %s: `%s` (%s)"
        .formatted(refusal.node(), refusal.line(), refusal.file(), refusal.text().strip(), said);
  }

  private static Span at(Origin origin) {
    int line = origin.line();
    String text =
        origin.template().text().lines().skip(Math.max(0, line - 1)).findFirst().orElse("");
    int column = line > 0 ? 1 + text.length() - text.stripLeading().length() : 0;
    return new Span(
        origin.template(), line, column, line, Math.max(column, 1 + text.stripTrailing().length()));
  }
}
