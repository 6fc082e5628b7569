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
 * @param forbidden words of the configuration that make a program read or write files of the host
 * @param all the programs by name, in the order of their start
 * @param command what runs a command of the device
 */
record DevicePrograms(
    String packageName,
    String folder,
    Optional<String> owner,
    List<String> forbidden,
    SequencedMap<String, Program> all,
    List<String> command) {
  /**
   * A program.
   *
   * @param run its name and arguments
   * @param asRoot more arguments when root runs the lab
   * @param background true when it does not go to the background by itself
   * @param ready the file in the node's folder that is there once it can be asked
   */
  record Program(
      List<String> run, List<String> asRoot, boolean background, Optional<String> ready) {
    Program {
      run = List.copyOf(run);
      asRoot = List.copyOf(asRoot);
    }
  }

  static final String FOLDER = "{folder}";

  /** Starts what does not go to the background by itself; part of every Debian. */
  static final String STARTER = "start-stop-daemon";

  static final String STARTER_PACKAGE = "dpkg";

  /** Texts and comments first, so that words in them are none. */
  private static final Pattern TOKEN =
      Pattern.compile("\"[^\"\\n]*\"|#.*|/\\*[\\s\\S]*?\\*/|[A-Za-z_][A-Za-z0-9_-]*");

  private static final Library LIBRARY = Library.of(DevicePrograms.class.getClassLoader());

  DevicePrograms {
    forbidden = List.copyOf(forbidden);
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
              one.boolAt("background").orElse(false),
              one.textAt("ready")));
    }
    return new DevicePrograms(
        section.textAt("package").orElseThrow(),
        section.textAt("folder").orElseThrow(),
        section.textAt("owner"),
        section.textsAt("forbidden"),
        all,
        section.textsAt("command"));
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

  /** The lines that would make a program use files of the host. */
  List<Unsafe> unsafe(ConfigFile file) {
    List<Unsafe> found = new ArrayList<>();
    Matcher token = TOKEN.matcher(file.content());
    while (token.find()) {
      if (forbidden.contains(token.group())) {
        int line = (int) file.content().substring(0, token.start()).lines().count();
        found.add(
            new Unsafe(
                file.name(),
                file.content().lines().skip(Math.max(0, line - 1)).findFirst().orElse("").strip()));
      }
    }
    return found;
  }

  /** Arguments with the folder in its place. */
  static List<String> filled(List<String> argv, String folder) {
    return argv.stream().map(word -> word.replace(FOLDER, folder)).toList();
  }
}
