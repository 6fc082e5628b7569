package netlab.exec;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What tests with real programs need of their host. A test for which something is missing is
 * skipped, or fails when {@code NETLAB_REQUIRE_LABS=1} says that this host has everything.
 */
public final class LabHost {
  private LabHost() {}

  /** Goes on when the condition holds. */
  public static void needs(boolean condition, String what) {
    if (condition) {
      return;
    }
    if ("1".equals(System.getenv("NETLAB_REQUIRE_LABS"))) {
      fail("this host lacks " + what);
    } else {
      abort("needs " + what);
    }
  }

  /** Goes on when the program is there. */
  public static void needsProgram(String path) {
    needs(Files.isExecutable(Path.of(path)), path);
  }

  /** Goes on when this process may make network namespaces. */
  public static void needsRoot() {
    needs("root".equals(System.getProperty("user.name")), "root");
  }
}
