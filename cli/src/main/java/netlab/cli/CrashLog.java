package netlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What is left of an exception that nobody expected: a file for whoever mends it, one sentence for
 * the user. Arguments are not written, for they may hold passwords.
 */
final class CrashLog {
  private CrashLog() {}

  /** Writes the trace, tells the user where it is and returns {@link ExitCode#BUG}. */
  static int write(Session session, Throwable bug) {
    Out out = session.out();
    out.problem("netlab: this is a bug in netlab, not in your lab (" + brief(bug) + ")");
    try {
      out.problem("        please report it with the file " + save(session.folder(), trace(bug)));
    } catch (IOException e) {
      out.problem("        and its trace could not be written: " + e.getMessage());
    }
    return ExitCode.BUG;
  }

  private static String brief(Throwable bug) {
    String message = bug.getMessage();
    String name = bug.getClass().getSimpleName();
    return message == null ? name : name + ": " + message.lines().findFirst().orElse("");
  }

  private static Path save(Path folder, String trace) throws IOException {
    Path state = folder.resolve(".netlab");
    try {
      Files.createDirectories(state);
      return Files.writeString(state.resolve("crash.log"), trace);
    } catch (IOException folderIsClosed) {
      return Files.writeString(Files.createTempFile("netlab-crash-", ".log"), trace);
    }
  }

  private static String trace(Throwable bug) {
    StringWriter text = new StringWriter();
    PrintWriter lines = new PrintWriter(text);
    lines.println(Instant.now() + "  netlab " + Version.netlab());
    lines.println(Runtime.version() + "  " + System.getProperty("os.name"));
    bug.printStackTrace(lines);
    return text.toString();
  }
}
