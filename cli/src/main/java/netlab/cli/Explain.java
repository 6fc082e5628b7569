package netlab.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import netlab.diag.Code;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code netlab explain}. */
@Command(
    description = "Explains a diagnostic: what it means, an example, and what to do about it.",
    footer = {
      "  netlab explain NL0201     what `error[NL0201]` in a message is about",
      "  netlab explain            all codes",
    })
final class Explain implements Callable<Integer> {
  private final Session session;
  @Mixin private OutputOptions options = new OutputOptions();

  @Parameters(arity = "0..1", paramLabel = "CODE", description = "The code, such as NL0201.")
  private @Nullable String code;

  Explain(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Out out = session.out(options);
    if (code == null) {
      Arrays.stream(Code.values()).forEach(c -> out.line(c.id() + "   " + title(c)));
      return ExitCode.OK;
    }
    String id = code.toUpperCase(Locale.ROOT);
    Optional<String> page = Resources.text("errors/" + id + ".md");
    if (page.isEmpty()) {
      out.problem("netlab explain: there is no code `" + code + "`; netlab explain lists all");
      return ExitCode.USAGE;
    }
    out.line(page.get().strip());
    out.document(json ->
        json.beginObject().name("code").value(id).name("text").value(page.get()).endObject());
    return ExitCode.OK;
  }

  private static String title(Code code) {
    return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
