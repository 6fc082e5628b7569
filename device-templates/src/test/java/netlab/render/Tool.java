package netlab.render;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that a test runs, with a limit of a minute. Both output streams come as one text. */
final class Tool {
  private Tool() {}

  /** What a program gave. */
  record Answer(int status, String output) {
    /** The output without white space at its ends. */
    String text() {
      return output.strip();
    }
  }

  /** Runs a program to its end. */
  static Answer run(List<String> command) {
    try {
      File log = File.createTempFile("netlab-tool", ".log");
      try {
        Process process =
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new IllegalStateException("no end after a minute: " + command);
        }
        String output =
            new String(java.nio.file.Files.readAllBytes(log.toPath()), StandardCharsets.UTF_8);
        return new Answer(process.exitValue(), output);
      } finally {
        java.nio.file.Files.deleteIfExists(log.toPath());
      }
    } catch (IOException e) {
      return new Answer(127, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Runs a program to its end. */
  static Answer run(String... command) {
    return run(List.of(command));
  }

  /** Runs a program that must succeed. */
  static String must(String... command) {
    Answer answer = run(command);
    if (answer.status() != 0) {
      throw new IllegalStateException(String.join(" ", command) + ": " + answer.output());
    }
    return answer.output();
  }
}
