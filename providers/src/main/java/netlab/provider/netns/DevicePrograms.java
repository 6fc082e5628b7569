package netlab.provider.netns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.device.Device;
import netlab.lab.NodeId;
import netlab.provider.Refusal;
import netlab.provider.netns.NodeFiles.Unsafe;
import netlab.render.ConfigFile;
import netlab.schema.Library;
import netlab.schema.Untyped;
import netlab.schema.Value;

/**
 * The programs that make a namespace a router, from the section {@code programs} of a {@code
 * device.yml}. {@link #FOLDER} in their arguments stands for the node's own folder, which has its
 * files, sockets, logs and process ids.
 *
 * @param packageName the Debian package that brings them
 * @param folder where the device wants its files: those go to the node's folder instead
 * @param owner the user whom the folder is given to when root runs the lab
 * @param rootOnly true when the programs need more than one user, and so cannot be an ordinary
 *     user's
 * @param hostFolders folders of the host that have to be there, such as those they chroot to
 * @param pipes named pipes to make in the node's folder
 * @param forbidden words of the configuration that make a program read or write files of the host
 * @param allowed lines of their own templates that have such a word
 * @param check what tells whether the configuration is right, before anything starts
 * @param all the programs by name, in the order of their start
 * @param tell the commands that each node is told once its programs can be asked
 * @param command what runs a command of the device
 */
record DevicePrograms(
    String packageName,
    String folder,
    Optional<String> owner,
    boolean rootOnly,
    List<String> hostFolders,
    List<String> pipes,
    List<String> forbidden,
    List<String> allowed,
    Optional<Check> check,
    SequencedMap<String, Program> all,
    Optional<Tell> tell,
    List<String> command) {
  /**
   * A file of commands.
   *
   * @param file its name in the folder of the device
   * @param lines what each of its lines must be
   */
  record Tell(String file, Pattern lines) {}

  /**
   * What reads a configuration and says what is wrong in it.
   *
   * @param run the program and its arguments; it fails when the configuration is wrong
   * @param file the name of the file that is meant
   * @param refused a line of what it prints, with the groups {@code line} and {@code message}
   */
  record Check(List<String> run, String file, Pattern refused) {
    Check {
      run = List.copyOf(run);
    }

    /** The lines that are refused, by what the program printed about a text. */
    List<Refusal> refusals(NodeId node, String text, String printed) {
      List<String> lines = text.lines().toList();
      List<Refusal> all = new ArrayList<>();
      Matcher found = refused.matcher(printed);
      while (found.find()) {
        int line = Integer.parseInt(found.group("line"));
        if (line >= 1 && line <= lines.size()) {
          String what = lines.get(line - 1).strip();
          all.add(new Refusal(node, file, line, what, found.group("message").strip()));
        }
      }
      return List.copyOf(all);
    }
  }

  /**
   * A program.
   *
   * @param run its name and arguments
   * @param asRoot more arguments when root runs the lab
   * @param asUser more arguments when an ordinary user does
   * @param background true when it does not go to the background by itself
   * @param ready the file in the node's folder that is there once it can be asked
   */
  record Program(
      List<String> run,
      List<String> asRoot,
      List<String> asUser,
      boolean background,
      Optional<String> ready) {
    Program {
      run = List.copyOf(run);
      asRoot = List.copyOf(asRoot);
      asUser = List.copyOf(asUser);
    }
  }

  static final String FOLDER = "{folder}";

  /** Starts what does not go to the background by itself; part of every Debian. */
  static final String STARTER = "start-stop-daemon";

  static final String STARTER_PACKAGE = "dpkg";

  static final String PIPE = "mkfifo";
  static final String PIPE_PACKAGE = "coreutils";

  /** Texts and comments first, so that words in them are none. */
  private static final Pattern TOKEN =
      Pattern.compile("\"[^\"\\n]*\"|#.*|/\\*[\\s\\S]*?\\*/|[A-Za-z_][A-Za-z0-9_-]*");

  private static final Library LIBRARY = Library.of(DevicePrograms.class.getClassLoader());

  DevicePrograms {
    hostFolders = List.copyOf(hostFolders);
    pipes = List.copyOf(pipes);
    forbidden = List.copyOf(forbidden);
    allowed = List.copyOf(allowed);
    all = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(all));
    command = List.copyOf(command);
  }

  /**
   * The programs of a device; empty when it has none. Read from the files that come with netlab and
   * never from a lab, which could run anything on the host otherwise.
   */
  static Optional<DevicePrograms> of(Device device) {
    return device.lineage().stream()
        .flatMap(name -> LIBRARY.find("devices/" + name + "/device.yml").stream())
        .map(facts -> Untyped.of(facts).fieldsAt("programs"))
        .filter(section -> !section.fields().isEmpty())
        .findFirst()
        .map(DevicePrograms::read);
  }

  private static DevicePrograms read(Value.Fields section) {
    SequencedMap<String, Program> all = new LinkedHashMap<>();
    Value.Fields start = section.fieldsAt("start");
    for (String name : start.fields().keySet()) {
      Value.Fields one = start.fieldsAt(name);
      all.put(
          name,
          new Program(
              one.textsAt("run"),
              one.textsAt("as_root"),
              one.textsAt("as_user"),
              one.boolAt("background").orElse(false),
              one.textAt("ready")));
    }
    return new DevicePrograms(
        section.textAt("package").orElseThrow(),
        section.textAt("folder").orElseThrow(),
        section.textAt("owner"),
        section.boolAt("root_only").orElse(false),
        section.textsAt("host_folders"),
        section.textsAt("pipes"),
        section.textsAt("forbidden"),
        section.textsAt("allowed"),
        section.at("check").map(c -> check(section.fieldsAt("check"))),
        all,
        section
            .textAt("tell.file")
            .map(file ->
                new Tell(file, Pattern.compile(section.textAt("tell.lines").orElseThrow()))),
        section.textsAt("command"));
  }

  private static Check check(Value.Fields section) {
    return new Check(
        section.textsAt("run"),
        section.textAt("file").orElseThrow(),
        Pattern.compile(section.textAt("refused").orElseThrow(), Pattern.MULTILINE));
  }

  /** The programs of the host that are needed, each with its package. */
  SequencedMap<String, String> needs() {
    SequencedMap<String, String> needs = new LinkedHashMap<>();
    for (Program program : all.values()) {
      needs.put(program.run().getFirst(), packageName);
      if (program.background()) {
        needs.put(STARTER, STARTER_PACKAGE);
      }
    }
    if (!pipes.isEmpty()) {
      needs.put(PIPE, PIPE_PACKAGE);
    }
    check.ifPresent(c -> needs.put(c.run().getFirst(), packageName));
    needs.put(command.getFirst(), packageName);
    return needs;
  }

  /** The name of a file in the node's folder; empty when it belongs elsewhere. */
  Optional<String> place(ConfigFile file) {
    String start = folder + "/";
    return file.target().startsWith(start) && file.target().indexOf('/', start.length()) < 0
        ? Optional.of(file.target().substring(start.length()))
        : Optional.empty();
  }

  /** True for the file whose lines are commands for the running programs. */
  boolean tells(ConfigFile file) {
    return tell.isPresent() && place(file).filter(tell.get().file()::equals).isPresent();
  }

  /** The lines that would make a program use files of the host. */
  List<Unsafe> unsafe(ConfigFile file) {
    List<Unsafe> found = new ArrayList<>();
    if (tells(file)) {
      file.content()
          .lines()
          .filter(line -> !tell.orElseThrow().lines().matcher(line.strip()).matches())
          .forEach(line -> found.add(new Unsafe(file.name(), line.strip())));
      return found;
    }
    Matcher token = TOKEN.matcher(file.content());
    while (token.find()) {
      if (forbidden.contains(token.group())) {
        String line = line(file.content(), token.start());
        if (!allowed.contains(line)) {
          found.add(new Unsafe(file.name(), line));
        }
      }
    }
    return found;
  }

  private static String line(String text, int at) {
    int end = text.indexOf('\n', at);
    return text.substring(text.lastIndexOf('\n', at - 1) + 1, end < 0 ? text.length() : end)
        .strip();
  }

  /** Arguments with the folder in its place. */
  static List<String> filled(List<String> argv, String folder) {
    return argv.stream().map(word -> word.replace(FOLDER, folder)).toList();
  }
}
