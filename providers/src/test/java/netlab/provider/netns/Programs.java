package netlab.provider.netns;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import netlab.exec.Command;

/** Main classes of the tests as commands. */
final class Programs {
  private Programs() {}

  /** A Java program with this JVM's class path. */
  static Command java(Class<?> main, String... arguments) {
    return java(String.join(":", classPath()), main, arguments);
  }

  /** This JVM's class path. Surefire hides it behind a jar that only has a manifest. */
  static List<String> classPath() {
    String direct = System.getProperty("java.class.path", "");
    return List.of(System.getProperty("surefire.test.class.path", direct).split(":"));
  }

  /** A Java program with another class path. */
  static Command java(String classPath, Class<?> main, String... arguments) {
    List<String> argv = new ArrayList<>();
    argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    argv.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    argv.addAll(List.of("-cp", classPath, main.getName()));
    argv.addAll(List.of(arguments));
    return Command.of(argv);
  }
}
