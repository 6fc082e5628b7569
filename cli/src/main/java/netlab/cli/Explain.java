package netlab.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import netlab.diag.Code;
import netlab.diag.Explanation;
import netlab.diag.Suggest;
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
      SequencedMap<String, String> titles = new LinkedHashMap<>();
      Arrays.stream(Code.values()).forEach(c -> titles.put(c.id(), title(c)));
      titles.forEach((id, title) -> out.line(id + "   " + title));
      out.tree(titles);
      return ExitCode.OK;
    }
    String id = code.toUpperCase(Locale.ROOT);
    Optional<String> page = Explanation.of(id);
    if (page.isEmpty()) {
      List<String> ids = Arrays.stream(Code.values()).map(Code::id).toList();
      String hint = Suggest.hint(id, ids).orElse("netlab explain lists all");
      out.problem("netlab explain: there is no code `" + code + "`; " + hint);
      return ExitCode.USAGE;
    }
    out.line(page.get().strip());
    out.document(json ->
        json.beginObject().name("code").value(id).name("text").value(page.get()).endObject());
    return ExitCode.OK;
  }

  /** The heading of the page without the code. */
  private static String title(Code code) {
    String heading = Explanation.of(code).orElse("").lines().findFirst().orElse("");
    return heading.substring(heading.indexOf(':') + 1).strip();
  }
}
