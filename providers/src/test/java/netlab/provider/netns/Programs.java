package netlab.provider.netns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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

  /** The class path, copied to where an ordinary user may read it. */
  static String readableClassPath(Path to) throws IOException {
    List<String> copies = new ArrayList<>();
    for (String entry : classPath()) {
      Path from = Path.of(entry);
      if (Files.exists(from)) {
        Path copy = to.resolve(copies.size() + "-" + from.getFileName());
        copyTree(from, copy);
        copies.add(copy.toString());
      }
    }
    return String.join(":", copies);
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path copy = to.resolve(from.relativize(path).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
        String mode = Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString(mode));
      }
    }
    Files.setPosixFilePermissions(to.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
