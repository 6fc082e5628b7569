package netlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.plan.LabFolder;
import netlab.plan.LabRegistry;
import netlab.state.LabState;
import netlab.state.StateFile;
import picocli.CommandLine.Option;

/** The option that says which lab a command is about: a mixin. */
final class LabChoice {
  @Option(
      names = {"-i", "--instance"},
      paramLabel = "LAB",
      description = "A lab in another folder, by its name or id: see netlab status --all.")
  private String instance = "";

  /** The choice of a command that has an option of its own for it. */
  static LabChoice of(String instance) {
    LabChoice choice = new LabChoice();
    choice.instance = instance;
    return choice;
  }

  /** The folder of the lab: of the instance that was named, otherwise the current one. */
  Optional<LabFolder> folder(Session session, Diagnostics diag) {
    try {
      if (instance.isEmpty()) {
        return Optional.of(LabFolder.at(session.folder()));
      }
      List<LabRegistry.Entry> all = registry(session).list();
      List<LabRegistry.Entry> found =
          all.stream()
              .filter(e -> e.name().equals(instance) || e.id().text().equals(instance))
              .toList();
      if (found.size() == 1) {
        return Optional.of(LabFolder.at(found.getFirst().folder()));
      }
      diag.error(
          Code.STATE_MISSING,
          Span.NONE,
          (found.isEmpty() ? "you have no lab `" : "you have several labs `") + instance + "`",
          all.isEmpty() ? "`netlab up FILE` brings a lab up" : "your labs: " + list(all));
    } catch (IOException e) {
      diag.error(
          Code.STATE_MISSING,
          Span.NONE,
          "cannot open the folder of the lab: " + e.getMessage(),
          "`netlab status --all` lists your labs");
    }
    return Optional.empty();
  }

  /** The compiled lab; reports where else there is one when there is none here. */
  Optional<LabState> state(Session session, Diagnostics diag) {
    Optional<LabFolder> folder = folder(session, diag);
    if (folder.isPresent() && !Files.exists(folder.get().lab())) {
      elsewhere(session, diag);
      return Optional.empty();
    }
    return folder.flatMap(f -> StateFile.read(f, diag));
  }

  private static void elsewhere(Session session, Diagnostics diag) {
    List<LabRegistry.Entry> all = List.of();
    try {
      all = registry(session).list();
    } catch (IOException e) {
      // The list only makes the hint better.
    }
    diag.error(
        Code.STATE_MISSING,
        Span.NONE,
        "there is no lab in this folder (no `.netlab/lab.json`)",
        all.isEmpty()
            ? "`netlab up FILE` brings a lab up"
            : "go to its folder or name it with -i; your labs: " + list(all));
  }

  private static String list(List<LabRegistry.Entry> labs) {
    return labs.stream()
        .map(e -> e.name() + " (" + e.id() + ") in " + e.folder())
        .collect(Collectors.joining(", "));
  }

  /** The labs of the user. */
  static LabRegistry registry(Session session) {
    Path home = Path.of(session.variable("HOME").orElse(System.getProperty("user.home", "/")));
    return LabRegistry.of(session.variables(), home);
  }
}
