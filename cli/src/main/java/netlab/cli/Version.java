package netlab.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import netlab.exec.Running;
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
  public Integer call() throws InterruptedException {
    Out out = session.out(options);
    SequencedMap<String, Optional<String>> versions = all(session);
    versions.forEach(
        (name, version) -> out.line("%-14s%s".formatted(name, version.orElse("not found"))));
    out.document(json -> write(json, versions));
    return ExitCode.OK;
  }

  /** The versions of netlab, Java and the tools; empty for a tool that is not there. */
  static SequencedMap<String, Optional<String>> all(Session session) throws InterruptedException {
    SequencedMap<String, Optional<String>> versions = new LinkedHashMap<>();
    versions.put("netlab", Optional.of(netlab()));
    versions.put("java", Optional.of(Runtime.version().toString()));
    List<Tool> tools = Tool.all();
    List<Running> answers = tools.stream().map(tool -> tool.ask(session.shell())).toList();
    for (int i = 0; i < tools.size(); i++) {
      versions.put(tools.get(i).name(), Tool.version(answers.get(i).await()));
    }
    return versions;
  }

  private static void write(JsonWriter json, SequencedMap<String, Optional<String>> versions)
      throws IOException {
    json.beginObject();
    for (var version : versions.entrySet()) {
      json.name(version.getKey()).value(version.getValue().orElse(null));
    }
    json.endObject();
  }

  /** The version that this build was given. */
  static String netlab() {
    return Resources.text("netlab/cli/version.txt").map(String::strip).orElse("unknown");
  }
}
