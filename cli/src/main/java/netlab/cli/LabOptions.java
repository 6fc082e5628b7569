package netlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import netlab.compile.Compilation;
import netlab.compile.WarningRules;
import netlab.diag.Diagnostics;
import netlab.diag.Severity;
import netlab.intent.DefaultFiles;
import netlab.intent.LanguageVersion;
import netlab.intent.Overrides;
import netlab.lab.Numbering;
import netlab.plan.LabFolder;
import netlab.provider.FrrFolder;
import netlab.schema.Library;
import netlab.state.NumberingFile;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The lab file and what the command line changes in it: a mixin. */
final class LabOptions {
  /** Set for the processes of a lab; somebody may call the program from there. */
  private static final Set<String> OWN_VARIABLES =
      Set.of("NETLAB_LAB", "NETLAB_HOLDER", FrrFolder.VARIABLE);

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The lab file; topology.yml when there is none.")
  private Path file = Path.of("topology.yml");

  @Option(
      names = {"-d", "--device"},
      paramLabel = "DEVICE",
      description = "Device of the nodes that name none: netlab show devices.")
  private Optional<String> device = Optional.empty();

  @Option(
      names = {"-p", "--provider"},
      paramLabel = "PROVIDER",
      description = "What runs the lab: netlab show providers.")
  private Optional<String> provider = Optional.empty();

  @Option(
      names = {"-s", "--set"},
      paramLabel = "KEY=VALUE",
      description = "A setting that wins over the lab file: -s bgp.as=65000.")
  private List<String> set = new ArrayList<>();

  @Option(names = "--plugin", paramLabel = "PLUGIN", description = "One more plugin.")
  private List<String> plugins = new ArrayList<>();

  @Option(
      names = "--defaults",
      paramLabel = "FILE",
      description = "Defaults instead of topology-defaults.yml and ~/.netlab.yml.")
  private List<Path> defaults = new ArrayList<>();

  @Option(
      names = "--renumber",
      description = "Fresh addresses; else what ran before keeps its own.")
  private boolean renumber;

  @Option(names = "--strict", description = "Warnings about the lab are errors.")
  private boolean strict;

  /** The words of a command line that choose the same, but for what is asked once only. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    device.ifPresent(name -> words.addAll(List.of("-d", name)));
    provider.ifPresent(name -> words.addAll(List.of("-p", name)));
    set.forEach(setting -> words.addAll(List.of("-s", setting)));
    plugins.forEach(plugin -> words.addAll(List.of("--plugin", plugin)));
    defaults.forEach(path -> words.addAll(List.of("--defaults", path.toString())));
    words.add(file.toString());
    return words;
  }

  /** The lab file as the user named it. */
  Path file() {
    return file;
  }

  /** The provider that was named on the command line. */
  Optional<String> provider() {
    return provider;
  }

  /**
   * Compiles the lab file.
   *
   * @param usual the provider of a lab that names none; empty to leave it open
   * @param worst how bad it is when a test of the lab makes no sense
   * @return empty when something is wrong, which is reported
   */
  Optional<Built> compile(
      Session session, Optional<String> usual, Severity worst, Diagnostics diag) {
    Library library = Library.of(LabOptions.class.getClassLoader());
    Path chosen = LanguageVersion.file(session.folder().resolve(file)).getFileName();
    file = file.resolveSibling(chosen);
    Optional<Compilation.Compiled> compiled =
        new Compilation(library, numbering(session, diag), diag)
            .compile(session.folder().resolve(file), overrides(session), defaults(session), usual);
    Optional<Built> built =
        compiled.filter(c -> !diag.hasErrors()).map(c -> Built.of(c, folders(session)));
    built.ifPresent(b -> b.checkTests(worst, diag));
    compiled.ifPresent(c -> WarningRules.apply(c.defaults().fieldsAt("warnings"), diag));
    if (strict) {
      diag.judge(code -> Optional.of(Severity.ERROR));
    }
    return built.filter(b -> !diag.hasErrors());
  }

  /** Where templates are looked for that are not beside the lab file. */
  static List<Path> folders(Session session) {
    List<Path> folders = new ArrayList<>(List.of(session.folder()));
    session.variable("HOME").map(home -> Path.of(home, ".netlab")).ifPresent(folders::add);
    folders.add(Path.of("/etc/netlab"));
    return folders;
  }

  private Numbering numbering(Session session, Diagnostics diag) {
    try {
      return renumber ? Numbering.NONE : NumberingFile.read(LabFolder.at(session.folder()), diag);
    } catch (IOException e) {
      // There is no such folder: the lab file will not be found either.
      return Numbering.NONE;
    }
  }

  private DefaultFiles defaults(Session session) {
    List<Path> user = new ArrayList<>();
    if (defaults.isEmpty()) {
      user.add(session.folder().resolve("topology-defaults.yml"));
      session
          .variable("HOME")
          .map(Path::of)
          .ifPresent(home -> {
            user.add(home.resolve(".netlab.yml"));
            user.add(home.resolve("topology-defaults.yml"));
          });
    } else {
      defaults.forEach(file -> user.add(session.folder().resolve(file)));
    }
    return new DefaultFiles(user, List.of(Path.of("/etc/netlab/defaults.yml")));
  }

  /** What options change, and variables that were not set by the program itself for its labs. */
  private Overrides overrides(Session session) {
    Map<String, String> variables = new TreeMap<>();
    session
        .variables()
        .forEach((name, value) -> {
          if (name.startsWith("NETLAB_") && !OWN_VARIABLES.contains(name)) {
            variables.put(name, value);
          }
        });
    return new Overrides(set, device, provider, plugins).withEnvironment(variables);
  }
}
