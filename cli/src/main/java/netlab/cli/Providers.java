package netlab.cli;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.exec.Shell;
import netlab.provider.Provider;
import netlab.provider.clab.ClabProvider;
import netlab.provider.netns.NetnsProvider;

/** The providers there are. A new one is a package and a line in {@link #NAMES} and {@link #of}. */
final class Providers {
  /** Their names, the one for most devices first. */
  static final List<String> NAMES = List.of("clab", "netns");

  /** What a lab that names no provider means in the lab language. */
  static final String OF_LANGUAGE = "libvirt";

  private Providers() {}

  /** The provider of that name. */
  static Optional<Provider> of(String name, Shell shell) {
    return switch (name) {
      case "clab" -> Optional.of(new ClabProvider(shell));
      case "netns" -> Optional.of(new NetnsProvider(shell));
      default -> Optional.empty();
    };
  }

  /** What a provider is, in one line. */
  static String description(String name) {
    return switch (name) {
      case "clab" -> "containers of any vendor, by containerlab and Docker";
      case "netns" -> "network namespaces and the FRR of this machine; no image, no daemon";
      default -> "";
    };
  }

  /** The provider of a lab; reports when there is none of that name. */
  static Optional<Provider> choose(Built lab, Session session, Diagnostics diag) {
    String name = lab.lab().provider().orElseGet(() -> usual(session));
    Optional<Provider> provider = of(name, session.shell());
    if (provider.isEmpty()) {
      diag.error(
          Code.PROVIDER_NOT_BUILT,
          Span.NONE,
          "this netlab cannot run labs with provider `" + name + "`",
          "choose another one: " + NAMES.stream().map(n -> "-p " + n).collect(joining(", ")));
    }
    return provider;
  }

  /** The provider of a lab that names none: containers where containerlab is, else namespaces. */
  static String usual(Session session) {
    boolean containers =
        session
            .variable("PATH")
            .map(path ->
                List.of(path.split(":")).stream()
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, "containerlab"))))
            .orElse(false);
    return containers ? "clab" : "netns";
  }
}
