package netlab.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code netlab version}. */
@Command(
    description = "Shows the version of netlab, and the versions of the tools that it finds.",
    footer = {
      "  netlab version            for people",
      "  netlab version -o json    for scripts and bug reports",
    })
final class Version implements Callable<Integer> {
  private final Session session;
  @Mixin private OutputOptions options = new OutputOptions();

  Version(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Out out = session.out(options);
    out.line("netlab        " + netlab());
    out.line("java          " + Runtime.version());
    out.document(this::write);
    return ExitCode.OK;
  }

  private void write(JsonWriter json) throws IOException {
    json.beginObject();
    json.name("netlab").value(netlab());
    json.name("java").value(Runtime.version().toString());
    json.endObject();
  }

  /** The version that this build was given. */
  static String netlab() {
    return Resources.text("netlab/cli/version.txt").map(String::strip).orElse("unknown");
  }
}
