package netlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import netlab.diag.Diagnostics;
import netlab.diag.Severity;
import netlab.plan.FileContent;
import netlab.plan.Journal;
import netlab.plan.LabFolder;
import netlab.plan.LabLock;
import netlab.plan.OwnFiles;
import netlab.plan.SafePath;
import netlab.plugin.multiserver.Server;
import netlab.provider.Provider;
import netlab.report.YamlText;
import netlab.state.LabState;
import netlab.state.StateFile;
import netlab.view.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code netlab create}. */
@Command(
    description = "Compiles a lab file and writes what running the lab takes; starts nothing.",
    footer = {
      "  netlab create lab.yml                 configs/, and clab.yml for containerlab",
      "  netlab create lab.yml -o json         the compiled lab on standard output",
      "  netlab create lab.yml -o yaml=lab.out.yml -s bgp.as=65100",
      "  netlab create lab.yml -d frr -o config=/tmp/configs",
    })
final class Create implements Callable<Integer> {
  private enum Format {
    JSON,
    YAML,
    CONFIG,
    NONE
  }

  /** Something to write, and where; without a place to standard output, or to {@code configs}. */
  private record Output(Format format, Optional<String> place) {
    /** picocli's own words about enums do not know what follows the name. */
    static Output parse(String text) {
      int equals = text.indexOf('=');
      String name = equals < 0 ? text : text.substring(0, equals);
      for (Format format : Format.values()) {
        if (format.name().equalsIgnoreCase(name)) {
          return new Output(
              format, equals < 0 ? Optional.empty() : Optional.of(text.substring(equals + 1)));
        }
      }
      throw new TypeConversionException(
          "there is no format `" + name + "`: json, yaml, config, none");
    }
  }

  private final Session session;
  @Mixin private LabOptions options = new LabOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT[=FILE]",
      converter = OutputConverter.class,
      description = {
        "Write this instead: json or yaml (the compiled lab), config",
        "(the files of the nodes), none. Can be given several times."
      })
  private List<Output> outputs = new ArrayList<>();

  @Option(
      names = {"-q", "--quiet"},
      description = "Print problems only.")
  private boolean quiet;

  Create(Session session) {
    this.session = session;
  }

  private static final class OutputConverter implements ITypeConverter<Output> {
    @Override
    public Output convert(String text) {
      return Output.parse(text);
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    Diagnostics diag = new Diagnostics();
    Out out = new Out(session, format());
    boolean run = outputs.isEmpty();
    Optional<Built> lab = options.compile(session, Optional.of(usual()), worst(), diag);
    if (lab.isEmpty()) {
      return Problems.fail(out, diag, ExitCode.FAILED);
    }
    try {
      boolean written = run ? writeRun(lab.get(), out, diag) : write(lab.get(), out, diag);
      if (!written) {
        return Problems.fail(out, diag, ExitCode.FAILED);
      }
      out.diagnostics(diag.sorted());
      return ExitCode.OK;
    } catch (IOException e) {
      Problems.disk(e, diag);
      return Problems.fail(out, diag, ExitCode.ENVIRONMENT);
    }
  }

  /**
   * The provider of a lab that names none. Files are for the one that will run them; the model
   * alone is that of the language.
   */
  private String usual() {
    return isModelOnly() ? Providers.OF_LANGUAGE : Providers.usual(session);
  }

  private boolean isModelOnly() {
    return !outputs.isEmpty() && outputs.stream().noneMatch(o -> o.format == Format.CONFIG);
  }

  /** A lab whose model alone is wanted is not run here. */
  private Severity worst() {
    return isModelOnly() ? Severity.WARNING : Severity.ERROR;
  }

  private Out.Format format() {
    boolean document = outputs.stream().anyMatch(o -> o.format == Format.JSON && o.place.isEmpty());
    return document ? Out.Format.JSON : quiet ? Out.Format.QUIET : Out.Format.TEXT;
  }

  /** The files of the nodes and of the provider, and what later commands read. */
  private boolean writeRun(Built lab, Out out, Diagnostics diag)
      throws IOException, InterruptedException {
    Optional<Provider> provider = Providers.choose(lab, session, diag);
    if (provider.isEmpty()) {
      return false;
    }
    if (lab.isElsewhere()) {
      return writeServers(lab, provider.get(), out, diag);
    }
    SequencedMap<SafePath, FileContent> files = new LinkedHashMap<>();
    LabFolder folder = LabFolder.at(session.folder());
    Optional<Boolean> runs = write(lab, folder, provider.get(), files, diag);
    if (runs.isEmpty()) {
      return false;
    }
    out.line(lab.headline());
    lab.remark().ifPresent(out::line);
    out.line("  wrote " + places(files) + "          next: netlab up " + options.file());
    if (runs.get()) {
      out.line("  the lab that is up in this folder stays as it is until then");
    }
    return true;
  }

  /** A folder for each machine that has a part of the lab. */
  private boolean writeServers(Built lab, Provider provider, Out out, Diagnostics diag)
      throws IOException, InterruptedException {
    Spread spread = lab.spread().orElseThrow();
    ServerFolders folders = new ServerFolders(session.folder(), options.file(), diag);
    out.line(lab.headline());
    for (Server server : spread.servers()) {
      Built part = lab.at(server);
      if (part.managed().isEmpty()) {
        continue;
      }
      LabFolder folder = folders.make(server);
      SequencedMap<SafePath, FileContent> files = folders.files(part, spread.text(server));
      Optional<Boolean> runs = write(part, folder, provider, files, diag);
      if (runs.isEmpty()) {
        return false;
      }
      folders.copy(spread, folder);
      out.line(
          "  server %s   wrote %s/          next: copy it to %s and run `netlab up` in it"
              .formatted(server.name(), server.folder(), server.host()));
    }
    return !diag.hasErrors();
  }

  /**
   * Writes the files of a lab into its folder.
   *
   * @param files further ones; those of the provider are added to them
   * @return whether a lab is up there; empty when nothing is written since something is wrong
   */
  private Optional<Boolean> write(
      Built lab,
      LabFolder folder,
      Provider provider,
      SequencedMap<SafePath, FileContent> files,
      Diagnostics diag)
      throws IOException, InterruptedException {
    files.putAll(provider.files(lab.request(folder, diag)));
    Optional<LabLock> lock =
        diag.hasErrors() ? Optional.empty() : LabLock.acquire(folder, "create", diag);
    if (lock.isEmpty()) {
      return Optional.empty();
    }
    try (LabLock held = lock.get()) {
      Optional<Journal> journal = Journal.open(held, diag);
      if (journal.isEmpty()) {
        return Optional.empty();
      }
      boolean runs;
      try (Journal history = journal.get()) {
        runs = !history.entries().isEmpty();
      }
      if (!new OwnFiles(held.folder()).write(lab.ownFiles(diag), diag)) {
        return Optional.empty();
      }
      for (Map.Entry<SafePath, FileContent> file : files.entrySet()) {
        held.folder().write(file.getKey(), file.getValue().text(), file.getValue().mode());
      }
      if (!runs) {
        LabState state = lab.state(options.file().toString(), Optional.empty());
        held.folder().writeState(folder.lab(), StateFile.text(state, Json.text(lab.shown())));
      }
      return Optional.of(runs);
    }
  }

  private static String places(SequencedMap<SafePath, FileContent> files) {
    List<String> tops =
        files.sequencedKeySet().stream()
            .map(path -> path.names().getFirst() + (path.names().size() > 1 ? "/" : ""))
            .distinct()
            .toList();
    return tops.isEmpty() ? "nothing" : String.join(", ", tops);
  }

  private boolean write(Built lab, Out out, Diagnostics diag)
      throws IOException, InterruptedException {
    SequencedMap<SafePath, FileContent> configs = new LinkedHashMap<>();
    if (outputs.stream().anyMatch(o -> o.format == Format.CONFIG)) {
      lab.render(diag)
          .forEach((node, own) ->
              own.files()
                  .forEach(file ->
                      configs.put(
                          SafePath.of(node.name(), file.name()), FileContent.of(file.content()))));
    }
    if (diag.hasErrors()) {
      return false;
    }
    for (Output output : outputs) {
      switch (output.format) {
        case JSON -> document(output, Json.text(lab.model()), out);
        case YAML -> document(output, YamlText.of(lab.model()), out);
        case CONFIG -> files(output.place.orElse("configs"), configs);
        case NONE -> {}
      }
    }
    return true;
  }

  private void document(Output output, String text, Out out) throws IOException {
    if (output.place.isEmpty()) {
      out.raw(text);
    } else {
      Path file = session.folder().resolve(output.place.get()).toAbsolutePath();
      LabFolder.replace(file, text, "rw-r--r--", false);
    }
  }

  private void files(String place, Map<SafePath, FileContent> files) throws IOException {
    Path root = session.folder().resolve(place);
    Files.createDirectories(root);
    LabFolder folder = LabFolder.at(root);
    for (Map.Entry<SafePath, FileContent> file : files.entrySet()) {
      folder.write(file.getKey(), file.getValue().text(), file.getValue().mode());
    }
  }
}
