package netlab.cli;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import netlab.exec.Command;
import netlab.exec.Line;
import netlab.exec.Result;
import netlab.exec.Running;
import netlab.exec.Shell;

/** Runs command lines in memory and keeps what they print. */
final class Console {
  private final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
  private final ByteArrayOutputStream stderr = new ByteArrayOutputStream();
  private final Session session;

  private Console(Path folder, boolean terminal, Map<String, String> variables, Shell shell) {
    this.session =
        new Session(
            InputStream.nullInputStream(),
            new PrintStream(stdout, false, StandardCharsets.UTF_8),
            new PrintStream(stderr, false, StandardCharsets.UTF_8),
            terminal,
            terminal,
            variables,
            folder,
            shell);
  }

  /** In a folder which is also the home: nothing of the real user is seen or touched. */
  static Console in(Path folder) {
    return in(folder, new NoPrograms());
  }

  static Console in(Path folder, Shell shell) {
    return new Console(folder, false, Map.of("HOME", folder.toString()), shell);
  }

  static Console in(Path folder, Map<String, String> variables) {
    return new Console(folder, false, variables, new NoPrograms());
  }

  static Console terminal(Map<String, String> variables) {
    return new Console(Path.of(""), true, variables, new NoPrograms());
  }

  static Console with(Shell shell) {
    return new Console(Path.of(""), false, Map.of(), shell);
  }

  Session session() {
    return session;
  }

  int run(String... args) {
    return new Main(session).run(args);
  }

  int run(List<Entry> entries, String... args) {
    return new Main(session, entries).run(args);
  }

  String out() {
    session.stdout().flush();
    return stdout.toString(StandardCharsets.UTF_8);
  }

  String err() {
    session.stderr().flush();
    return stderr.toString(StandardCharsets.UTF_8);
  }

  /** A machine where nothing is installed. */
  private static final class NoPrograms implements Shell {
    @Override
    public Running start(Command command, Consumer<Line> onLine) {
      return new Ended(Result.notStarted("cannot start `" + command.argv().getFirst() + "`"));
    }

    @Override
    public Result interactive(Command command) {
      return Result.notStarted("cannot start `" + command.argv().getFirst() + "`");
    }
  }

  /** A program that is at its end already. */
  record Ended(Result await) implements Running {
    @Override
    public void stop() {}
  }
}
