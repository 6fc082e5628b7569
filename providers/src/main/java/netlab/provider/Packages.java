package netlab.provider;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import netlab.diag.Code;
import netlab.diag.Span;
import netlab.exec.Command;

/**
 * Packages of the host's distribution: those of Debian and Ubuntu can be installed, of others only
 * the names are told.
 *
 * @param apt true when the host has {@code apt-get}
 * @param systemd true when the host has {@code systemctl}
 * @param root true when this is root; otherwise {@code sudo} goes before each command
 */
public record Packages(boolean apt, boolean systemd, boolean root) {
  /** The package of the routing daemons. */
  public static final String FRR = "frr";

  private static final String APT = "/usr/bin/apt-get";
  private static final String SYSTEMCTL = "/usr/bin/systemctl";

  /** Services that packages bring and start. */
  private static final Map<String, String> SERVICES =
      Map.of(
          FRR,
          "frr.service",
          "bird2",
          "bird.service",
          "gobgpd",
          "gobgpd.service",
          "openbgpd",
          "openbgpd.service",
          "exabgp",
          "exabgp.service");

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  /** The packages of this host. */
  public static Packages ofHost() {
    return new Packages(
        Files.isExecutable(Path.of(APT)),
        Files.isExecutable(Path.of(SYSTEMCTL)),
        "root".equals(System.getProperty("user.name")));
  }

  /** A program that is missing, and the packages that bring it. */
  public Missing missing(Span at, String message, List<String> names) {
    String list = String.join(" ", names);
    return new Missing(
        Code.HOST_PROGRAM_MISSING,
        at,
        message,
        apt
            ? "apt-get install " + list + ", or `netlab up --install`"
            : "install the package " + list + " of your distribution",
        apt ? names : List.of());
  }

  /**
   * The commands that install packages, one after the other, to be announced before they run. The
   * services that packages of routers bring are never started, and not enabled either: labs start
   * daemons of their own.
   */
  public List<Command> install(List<String> names) {
    List<String> still =
        systemd
            ? names.stream().filter(SERVICES::containsKey).map(SERVICES::get).toList()
            : List.of();
    List<Command> all = new ArrayList<>();
    // The package's script starts an enabled service, but never a masked one.
    still.forEach(service -> all.add(command(SYSTEMCTL, "mask", service)));
    all.add(command(APT, "update", "-q"));
    List<String> argv = new ArrayList<>(List.of(APT, "install", "-q", "-y"));
    argv.add("--no-install-recommends");
    argv.addAll(names);
    all.add(command(argv.toArray(String[]::new)));
    for (String service : still) {
      all.add(command(SYSTEMCTL, "unmask", service));
      all.add(command(SYSTEMCTL, "disable", service));
    }
    return List.copyOf(all);
  }

  private Command command(String... argv) {
    List<String> all = new ArrayList<>();
    if (!root) {
      all.add("sudo");
    }
    all.addAll(List.of(argv));
    return Command.of(all).with(Map.of("DEBIAN_FRONTEND", "noninteractive")).within(PATIENCE);
  }
}
