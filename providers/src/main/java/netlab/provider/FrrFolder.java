package netlab.provider;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the programs of FRR are on this machine. Only its user can choose another place: a lab file
 * that could would run any program.
 *
 * @param path the folder of the daemons
 * @param chosen true when the user named it
 */
public record FrrFolder(Path path, boolean chosen) {
  /** Names a folder with the daemons of another FRR than the machine's own. */
  public static final String VARIABLE = "NETLAB_FRR";

  /** Debian and Ubuntu; Fedora and its kin; built from source. */
  private static final List<Path> USUAL =
      Stream.of("/usr/lib/frr", "/usr/libexec/frr", "/usr/local/sbin", "/usr/lib/frr/sbin")
          .map(Path::of)
          .toList();

  /** The folder that this process uses, whether there is anything in it or not. */
  public static FrrFolder ofHost() {
    return of(System.getenv());
  }

  /** The folder, with these variables. */
  static FrrFolder of(Map<String, String> variables) {
    String chosen = variables.getOrDefault(VARIABLE, "");
    return chosen.isBlank()
        ? new FrrFolder(
            USUAL.stream().filter(FrrFolder::isFrr).findFirst().orElse(USUAL.getFirst()), false)
        : new FrrFolder(Path.of(chosen).toAbsolutePath().normalize(), true);
  }

  private static boolean isFrr(Path folder) {
    return Files.isExecutable(folder.resolve("zebra"));
  }

  /**
   * The command line that speaks with these daemons: beside them, or where an FRR that was built
   * from source has it. Empty for that of the machine's own FRR.
   */
  public Optional<Path> vtysh() {
    return chosen
        ? Stream.of(path.resolve("vtysh"), path.resolveSibling("bin").resolve("vtysh"))
            .filter(Files::isExecutable)
            .findFirst()
        : Optional.empty();
  }
}
