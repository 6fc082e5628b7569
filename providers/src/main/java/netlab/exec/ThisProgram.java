package netlab.exec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How this program can be started once more. */
public final class ThisProgram {
  private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

  private ThisProgram() {}

  /**
   * The Java runtime with all its options and this main class, as this process was started: so a
   * second one has the same class cache. Arguments of the program follow.
   */
  public static List<String> argv(String mainClass) {
    try {
      String line = Files.readString(COMMAND_LINE, StandardCharsets.UTF_8);
      return argv(Arrays.asList(line.split("\0", -1)), mainClass);
    } catch (IOException e) {
      return argv(List.of(), mainClass);
    }
  }

  static List<String> argv(List<String> line, String mainClass) {
    List<String> argv = new ArrayList<>();
    argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    int main = line.indexOf(mainClass);
    if (main > 0) {
      argv.addAll(line.subList(1, main));
    } else {
      // Started in some other way, such as from a test.
      argv.addAll(List.of("-cp", System.getProperty("java.class.path")));
    }
    argv.add(mainClass);
    return List.copyOf(argv);
  }
}
