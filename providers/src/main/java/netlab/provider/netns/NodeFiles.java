package netlab.provider.netns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import netlab.provider.RunRequest;
import netlab.render.ConfigFile;

/**
 * The rendered files of a node, sorted by what becomes of them in a namespace.
 *
 * @param frr files for FRR's folder of the node, by their name there
 * @param own files of the device's own programs, by their name in the node's folder
 * @param programs the device's own programs
 * @param ip lines for {@code ip -batch}, in order
 * @param sysctls settings {@code key=value}
 * @param cli lines to type when the router runs
 * @param unsafe lines that must not be run on the host, with the file they are in
 * @param scripts programs that would run on the host itself, by their name
 * @param unplaced files that have no place in a namespace, by their target
 */
record NodeFiles(
    SequencedMap<String, ConfigFile> frr,
    SequencedMap<String, ConfigFile> own,
    Optional<DevicePrograms> programs,
    List<IpLine> ip,
    List<String> sysctls,
    String cli,
    List<Unsafe> unsafe,
    List<String> scripts,
    List<String> unplaced) {
  /**
   * A line for {@code ip}.
   *
   * @param file the file it is from
   * @param number its number in that file, from 1
   */
  record IpLine(String file, int number, String text) {}

  /** A line that must not be run. */
  record Unsafe(String file, String line) {}

  static final String FRR_CONF = "frr.conf";
  static final String DAEMONS = "daemons";
  static final String VTYSH_CONF = "vtysh.conf";

  /**
   * What {@code ip} may do for a node. Its other commands run programs ({@code netns exec}, {@code
   * vrf exec}) or reach into other namespaces.
   */
  static final List<String> IP_OBJECTS =
      List.of("addr", "address", "link", "neigh", "nexthop", "route", "rule", "tunnel");

  private static final Set<String> IP_FAMILIES = Set.of("-4", "-6");

  /** Words that take a line out of its namespace, or load a program into the kernel. */
  private static final Set<String> IP_FORBIDDEN =
      Set.of("netns", "link-netns", "link-netnsid", "xdp", "xdpgeneric", "xdpdrv", "xdpoffload");

  /** A dot first makes {@code sysctl} read all dots as slashes, so no {@code ..} can be in it. */
  private static final Pattern SYSCTL =
      Pattern.compile("net\\.[A-Za-z0-9_-]+([./][A-Za-z0-9_-]+)*\\s*=\\s*[0-9A-Za-z\\t ,-]+");

  /**
   * Commands of {@code vtysh} that start programs on the host or write files there, if a lab brings
   * such lines. They can be cut short.
   */
  private static final List<String> FRR_FORBIDDEN =
      List.of(
          "do", "start-shell", "copy", "output", "ssh", "telnet", "ping", "traceroute", "mtrace");

  private static final Pattern FRR_FILE = Pattern.compile("/etc/frr/([A-Za-z0-9][A-Za-z0-9._-]*)");

  NodeFiles {
    frr = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(frr));
    own = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(own));
    ip = List.copyOf(ip);
    sysctls = List.copyOf(sysctls);
    unsafe = List.copyOf(unsafe);
    scripts = List.copyOf(scripts);
    unplaced = List.copyOf(unplaced);
  }

  /** Sorts the files of a node. */
  static NodeFiles of(RunRequest.NodeFiles node) {
    return of(node.files(), DevicePrograms.of(node.device()));
  }

  /** Sorts files of a node that has programs of its own, or none. */
  static NodeFiles of(List<ConfigFile> files, Optional<DevicePrograms> programs) {
    SequencedMap<String, ConfigFile> frr = new LinkedHashMap<>();
    SequencedMap<String, ConfigFile> own = new LinkedHashMap<>();
    List<IpLine> ip = new ArrayList<>();
    StringBuilder cli = new StringBuilder();
    List<String> sysctls = new ArrayList<>();
    List<Unsafe> unsafe = new ArrayList<>();
    List<String> scripts = new ArrayList<>();
    List<String> unplaced = new ArrayList<>();
    for (ConfigFile file : files) {
      switch (file.use()) {
        case BOOT -> {
          var place = FRR_FILE.matcher(file.target());
          Optional<String> name = programs.flatMap(p -> p.place(file));
          if (name.isPresent()) {
            if (programs.orElseThrow().tells(file)) {
              cli.append(file.content());
            } else {
              own.put(name.get(), file);
            }
            unsafe.addAll(programs.orElseThrow().unsafe(file));
          } else if (place.matches()) {
            frr.put(place.group(1), file);
            lines(file).stream()
                .filter(line -> file.name().equals(FRR_CONF) && !isSafeFrr(line))
                .forEach(line -> unsafe.add(new Unsafe(file.name(), line)));
          } else {
            unplaced.add(file.target());
          }
        }
        case IP -> ip(file, "", ip, unsafe);
        case SYSCTL -> {
          for (String line : lines(file)) {
            if (SYSCTL.matcher(line).matches()) {
              sysctls.add(line.replaceFirst("\\s*=\\s*", "="));
            } else {
              unsafe.add(new Unsafe(file.name(), line));
            }
          }
        }
        case STARTUP -> unplaced.add(file.target());
        case CLI -> cli.append(file.content());
        case SCRIPT -> {
          if (lines(file).stream().allMatch(line -> line.startsWith("ip "))) {
            ip(file, "ip ", ip, unsafe);
          } else {
            scripts.add(file.name());
          }
        }
      }
    }
    return new NodeFiles(
        frr, own, programs, ip, sysctls, cli.toString(), unsafe, scripts, unplaced);
  }

  /** Takes the lines of a file, each without the word in front. */
  private static void ip(ConfigFile file, String word, List<IpLine> ip, List<Unsafe> unsafe) {
    int number = 0;
    for (String written : file.content().lines().map(String::strip).toList()) {
      number++;
      if (isLine(written)) {
        String line = written.substring(word.length()).strip();
        ip.add(new IpLine(file.name(), number, line));
        if (!isSafeIp(line)) {
          unsafe.add(new Unsafe(file.name(), line));
        }
      }
    }
  }

  /** The lines for {@code ip} as one text. */
  String ipText() {
    return ip.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
  }

  private static boolean isSafeFrr(String line) {
    String first = line.split("\\s+", 2)[0];
    return FRR_FORBIDDEN.stream().noneMatch(forbidden -> forbidden.startsWith(first));
  }

  /** A line that would start a program on the host or write a file there, if there is one. */
  static Optional<String> unsafeFrr(ConfigFile file) {
    return lines(file).stream().filter(line -> !isSafeFrr(line)).findFirst();
  }

  /** The programs to start in the node: those of its device, when they have a configuration. */
  Optional<DevicePrograms> started() {
    return programs.filter(p -> !own.isEmpty());
  }

  /** True when the node is a router that runs FRR. */
  boolean isRouter() {
    return frr.containsKey(FRR_CONF);
  }

  /** The text of a file of FRR. */
  Optional<String> text(String name) {
    return Optional.ofNullable(frr.get(name)).map(ConfigFile::content);
  }

  private static List<String> lines(ConfigFile file) {
    return file.content().lines().map(String::strip).filter(NodeFiles::isLine).toList();
  }

  private static boolean isLine(String text) {
    return !text.isEmpty() && !text.startsWith("#");
  }

  private static boolean isSafeIp(String line) {
    List<String> words = List.of(line.split("\\s+"));
    int object = IP_FAMILIES.contains(words.getFirst()) ? 1 : 0;
    return words.size() > object
        && IP_OBJECTS.contains(words.get(object))
        && words.stream().noneMatch(word -> IP_FORBIDDEN.contains(unquoted(word)))
        && line.indexOf('\\') < 0;
  }

  /** {@code ip -batch} takes words in quotes as well. */
  private static String unquoted(String word) {
    return word.replace("\"", "").replace("'", "");
  }
}
