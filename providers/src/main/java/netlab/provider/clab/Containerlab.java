package netlab.provider.clab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import netlab.exec.Command;

/** Calls of containerlab. */
final class Containerlab {
  /** Containerlab asks the network for newer releases unless told not to; 3 s without a way out. */
  private static final Map<String, String> QUIET = Map.of("CLAB_VERSION_CHECK", "disable");

  private Containerlab() {}

  /** What tells its version. */
  static Command version() {
    return Command.of("containerlab", "version").with(QUIET);
  }

  /**
   * A command in the lab's folder, under a lock of it: a containerlab that outlived its netlab must
   * end before another undoes its work.
   */
  static Command command(Path folder, String... arguments) {
    List<String> argv = new ArrayList<>(List.of("flock", folder.toString(), "containerlab"));
    argv.addAll(List.of(arguments));
    return Command.of(argv).in(folder).with(QUIET);
  }
}
