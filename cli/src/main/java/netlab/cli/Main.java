package netlab.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import netlab.cli.Entry.Topic;
import netlab.diag.Suggest;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program. Only the sub-command that was asked for is built: the model of all of them would
 * cost more time than most commands take.
 */
public final class Main {
  /** Every command there is. A new one is a class and a line here. */
  static final List<Entry> ENTRIES =
      List.of(
          new Entry(Topic.LABS, "up", "Start a lab and prove that it works", Up::new),
          new Entry(Topic.LABS, "verify", "Prove that a running lab works", Verify::new),
          new Entry(Topic.LABS, "validate", "Run the tests of the lab file", Validate::new),
          new Entry(Topic.LABS, "down", "Take a lab down", Down::new),
          new Entry(Topic.LABS, "create", "Compile a lab and write its files", Create::new),
          new Entry(Topic.LABS, "matrix", "Run many labs on many devices", Matrix::new),
          new Entry(Topic.LABS, "status", "What of a lab runs", Status::new),
          new Entry(Topic.DEVICES, "connect", "Open the command line of a node", Connect::new),
          new Entry(Topic.DEVICES, "exec", "Run a command on nodes", Exec::new),
          new Entry(Topic.DEVICES, "initial", "Configure nodes anew by the lab file", Initial::new),
          new Entry(Topic.DEVICES, "config", "Apply a template to nodes", Configure::new),
          new Entry(Topic.DEVICES, "capture", "Show packets of an interface", Capture::new),
          new Entry(Topic.DEVICES, "collect", "Save running configurations", Collect::new),
          new Entry(Topic.DEVICES, "tc", "Impair links, and see how they are", Impair::new),
          new Entry(Topic.KNOWLEDGE, "show", "Devices, modules and providers there are", Show::new),
          new Entry(Topic.KNOWLEDGE, "inspect", "The compiled lab, or a part of it", Inspect::new),
          new Entry(Topic.KNOWLEDGE, "schema", "The JSON schema of lab files", LabSchema::new),
          new Entry(Topic.KNOWLEDGE, "explain", "What a diagnostic code means", Explain::new),
          new Entry(Topic.KNOWLEDGE, "completion", "Completion for the shell", Completion::new),
          new Entry(Topic.KNOWLEDGE, "version", "Versions of netlab and its tools", Version::new),
          new Entry(Topic.HIDDEN, "warmup", "Run what class caches are made from", Warmup::new));

  private final Session session;
  private final List<Entry> entries;

  Main(Session session) {
    this(session, ENTRIES);
  }

  Main(Session session, List<Entry> entries) {
    this.session = session;
    this.entries = List.copyOf(entries);
  }

  /** Runs the command line and ends the process. */
  public static void main(String[] args) {
    System.exit(new Main(Session.ofProcess()).run(args));
  }

  /** Runs one command line and returns one of {@link ExitCode}. Never throws. */
  int run(String... args) {
    try {
      return dispatch(List.of(args));
    } catch (Exception | Error bug) {
      return CrashLog.write(session, bug);
    }
  }

  private int dispatch(List<String> args) {
    String first = args.isEmpty() ? "help" : args.getFirst();
    return switch (first) {
      case "-h", "--help" -> overview();
      case "help" -> args.size() < 2 ? overview() : command(args.get(1), List.of("--help"));
      case "-V", "--version" -> command("version", List.of());
      default -> command(first, args.subList(1, args.size()));
    };
  }

  private int overview() {
    session.out().raw(Overview.text(entries));
    return ExitCode.OK;
  }

  private int command(String name, List<String> args) {
    Optional<Entry> entry = entries.stream().filter(e -> e.name().equals(name)).findFirst();
    if (entry.isEmpty()) {
      List<String> names = entries.stream().filter(Entry::listed).map(Entry::name).toList();
      String hint = Suggest.hint(name, names).orElse("netlab --help lists the commands");
      session.out().problem("netlab: there is no command `" + name + "`; " + hint);
      return ExitCode.USAGE;
    }
    return prepare(entry.get(), "netlab " + name).execute(args.toArray(String[]::new));
  }

  private CommandLine prepare(Entry entry, String name) {
    CommandLine line = new CommandLine(entry.command().apply(session));
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
    line.getCommandSpec()
        .usageMessage()
        .sortOptions(false)
        .abbreviateSynopsis(true)
        .optionListHeading("%n")
        .footerHeading("%nExamples:%n");
    return line.setCommandName(name)
        .setStopAtPositional(line.getCommand() instanceof WordsOfNodes)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(new PrintWriter(session.stdout(), true, StandardCharsets.UTF_8))
        .setColorScheme(
            Help.defaultColorScheme(session.out().colour() ? Help.Ansi.ON : Help.Ansi.OFF))
        .setParameterExceptionHandler((wrong, unused) -> usage(wrong))
        .setExecutionExceptionHandler((bug, unused, parsed) -> CrashLog.write(session, bug));
  }

  private int usage(ParameterException wrong) {
    String name = wrong.getCommandLine().getCommandName();
    session.out().problem(name + ": " + wrong.getMessage());
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      session.out().problem("  did you mean " + String.join(", ", unmatched.getSuggestions()));
    }
    session.out().problem("  " + name + " --help shows the options");
    return ExitCode.USAGE;
  }

  /** All commands as one picocli model, which the completion script is made from. */
  CommandLine everything() {
    CommandLine root = new CommandLine(new Root());
    entries.stream()
        .filter(Entry::listed)
        .forEach(e -> root.addSubcommand(e.name(), prepare(e, e.name())));
    return root;
  }

  @CommandLine.Command(name = "netlab")
  private static final class Root {}
}
