package netlab.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code netlab warmup}: runs the commands that must start fast, so that a JVM told to record what
 * it loads records the right classes. The build calls it; users do not.
 */
@Command(
    description = "Runs typical commands without output, for the build to make a class cache from.",
    footer = {
      "  java -XX:AOTCacheOutput=netlab.aot -cp netlab.jar netlab.cli.Main warmup",
      "  netlab warmup && echo every typical command still works",
    })
final class Warmup implements Callable<Integer> {
  private static final List<List<String>> TYPICAL =
      List.of(
          List.of("--help"),
          List.of("version"),
          List.of("version", "-o", "json"),
          List.of("explain", "NL0201"),
          List.of("version", "--help"));

  private final Session session;

  Warmup(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Session silent =
        new Session(
            InputStream.nullInputStream(),
            nowhere,
            nowhere,
            true,
            true,
            Map.of(),
            session.folder(),
            session.shell());
    for (List<String> args : TYPICAL) {
      int status = new Main(silent).run(args.toArray(String[]::new));
      if (status != ExitCode.OK) {
        session.out().problem("netlab warmup: status " + status + " of " + args);
        return status;
      }
    }
    return ExitCode.OK;
  }
}
