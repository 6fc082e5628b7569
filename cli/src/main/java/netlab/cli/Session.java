package netlab.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import netlab.exec.HostShell;
import netlab.exec.Shell;

/**
 * What a command may touch of the world around it. Tests make one from memory streams and a
 * temporary folder.
 *
 * @param in standard input
 * @param stdout where results go
 * @param stderr where progress and problems go
 * @param terminal whether standard output is a terminal
 * @param errorTerminal whether standard error is a terminal
 * @param variables the environment
 * @param folder the folder the command was started in
 * @param shell how to run other programs
 */
record Session(
    InputStream in,
    PrintStream stdout,
    PrintStream stderr,
    boolean terminal,
    boolean errorTerminal,
    Map<String, String> variables,
    Path folder,
    Shell shell) {
  Session {
    variables = Map.copyOf(variables);
  }

  /** The session of this process: its own streams, variables and current folder. */
  static Session ofProcess() {
    return new Session(
        System.in,
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        // Java 21 cannot tell whether it writes to a terminal; the launcher can.
        Boolean.getBoolean("netlab.terminal.out"),
        Boolean.getBoolean("netlab.terminal.err"),
        System.getenv(),
        Path.of(""),
        new HostShell());
  }

  private static PrintStream stream(FileDescriptor to) {
    OutputStream bytes = new BufferedOutputStream(new FileOutputStream(to));
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }

  /** The same, as if it had been started in another folder. */
  Session in(Path place) {
    return new Session(in, stdout, stderr, terminal, errorTerminal, variables, place, shell);
  }

  /** A variable that is set and not empty. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(v -> !v.isEmpty());
  }

  /** The output of a command whose options are read. */
  Out out(OutputOptions options) {
    return new Out(this, options.format());
  }

  /** Output as text, for what is said before options are read. */
  Out out() {
    return new Out(this, Out.Format.TEXT);
  }
}
