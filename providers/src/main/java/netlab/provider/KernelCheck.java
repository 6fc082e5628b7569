package netlab.provider;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.diag.Code;
import netlab.diag.Span;
import netlab.exec.Command;
import netlab.exec.Shell;
import netlab.lab.NodeId;

/** What nodes need of the kernel beyond veth pairs: kinds of interfaces, kernel parameters. */
public final class KernelCheck {
  /**
   * What a node wants.
   *
   * @param at the node in the lab file
   * @param ip lines for {@code ip -batch}
   * @param settings kernel parameters, {@code key=value}
   */
  public record Wish(Span at, String ip, List<String> settings) {
    public Wish {
      settings = List.copyOf(settings);
    }
  }

  /** How many nodes are named in full. */
  private static final int NAMED = 5;

  private static final Pattern TYPE = Pattern.compile("\\btype\\s+([a-z][a-z0-9_]*)");
  private static final Pattern FILTERING = Pattern.compile("\\bvlan_filtering\\s+1\\b");
  private static final Pattern FAILED = Pattern.compile("Command failed -:(\\d+)");
  private static final String UNKNOWN_TYPE = "Unknown device type";
  private static final String VLAN_FILTERING = "bridge with VLAN filtering";

  /** Made in every lab. */
  private static final List<String> BASIC = List.of("veth");

  /** What {@code ip} wants to know before it asks the kernel for an interface of a type. */
  private static final Map<String, String> ARGUMENTS =
      Map.of(
          "vlan",
          "id 5",
          "vrf",
          "table 5",
          "vxlan",
          "id 5 dstport 4789",
          "gre",
          "local 192.0.2.1 remote 192.0.2.2",
          "ipip",
          "local 192.0.2.1 remote 192.0.2.2",
          "sit",
          "local 192.0.2.1 remote 192.0.2.2",
          "ip6gre",
          "local 2001:db8::1 remote 2001:db8::2",
          VLAN_FILTERING,
          "vlan_filtering 1");

  /** Modules that are not called as the interface type is. */
  private static final Map<String, String> MODULES =
      Map.of("vlan", "8021q", "bond", "bonding", VLAN_FILTERING, "bridge");

  private final Shell shell;
  private final List<String> ip;
  private final boolean ipv6;
  private final Path settings;

  /**
   * A check of this kernel.
   *
   * @param ip starts {@code ip} in a namespace that ends with it
   * @param ipv6 true when this host has IPv6; where it is off, parameters of IPv6 are not missed
   * @param settings where kernel parameters are: {@code /proc/sys}
   */
  public KernelCheck(Shell shell, List<String> ip, boolean ipv6, Path settings) {
    this.shell = shell;
    this.ip = List.copyOf(ip);
    this.ipv6 = ipv6;
    this.settings = settings;
  }

  /** What is missing, with the nodes that need it. */
  public List<Missing> run(SequencedMap<NodeId, Wish> nodes) throws InterruptedException {
    List<Missing> all = new ArrayList<>();
    SequencedMap<String, List<NodeId>> types = new LinkedHashMap<>();
    SequencedMap<String, List<NodeId>> absent = new LinkedHashMap<>();
    nodes.forEach((node, wish) -> {
      for (String type : types(wish.ip())) {
        types.computeIfAbsent(type, t -> new ArrayList<>()).add(node);
      }
      for (String family : unknownSettings(wish.settings())) {
        absent.computeIfAbsent(family, f -> new ArrayList<>()).add(node);
      }
    });
    for (String type : unknownTypes(List.copyOf(types.sequencedKeySet()))) {
      List<NodeId> users = types.getOrDefault(type, List.of());
      all.add(
          missing(
              nodes,
              users,
              "this kernel has no interfaces of type `" + type + "`, which " + use(users),
              "modprobe " + MODULES.getOrDefault(type, type)));
    }
    absent.forEach((name, users) ->
        all.add(
            missing(
                nodes,
                users,
                "this kernel has no parameter `" + name + "`, which " + use(users),
                name.startsWith("net.mpls") ? "modprobe mpls_router mpls_iptunnel" : "")));
    return all;
  }

  private static String use(List<NodeId> users) {
    return named(users) + (users.size() == 1 ? " uses" : " use");
  }

  /** Some names in full, many as a count. */
  public static String named(List<NodeId> nodes) {
    SequencedSet<String> names = new LinkedHashSet<>();
    nodes.stream().limit(NAMED).forEach(node -> names.add(node.name()));
    int more = nodes.size() - names.size();
    return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
  }

  private static Missing missing(
      Map<NodeId, Wish> nodes, List<NodeId> users, String message, String load) {
    String elsewhere = "use a host whose kernel has it";
    return Missing.of(
        Code.HOST_KERNEL,
        users.stream().findFirst().map(nodes::get).map(Wish::at).orElse(Span.NONE),
        message,
        load.isEmpty() ? elsewhere : load + "; where that fails, " + elsewhere);
  }

  private static SequencedSet<String> types(String ip) {
    SequencedSet<String> types = new TreeSet<>();
    ip.lines()
        .filter(line -> line.contains("link add"))
        .forEach(line -> {
          Matcher type = TYPE.matcher(line);
          if (type.find() && !BASIC.contains(type.group(1))) {
            types.add(type.group(1));
          }
          if (FILTERING.matcher(line).find()) {
            types.add(VLAN_FILTERING);
          }
        });
    return types;
  }

  /**
   * Tries to make an interface of each type in a namespace of its own, which ends with the program.
   * This also makes the kernel load modules, which a look at {@code /proc/modules} would not.
   */
  private List<String> unknownTypes(List<String> types) throws InterruptedException {
    if (types.isEmpty()) {
      return List.of();
    }
    StringBuilder lines = new StringBuilder("link add name base type veth peer name peer\n");
    for (int i = 0; i < types.size(); i++) {
      String type = types.get(i);
      String kind = type.equals(VLAN_FILTERING) ? "bridge" : type;
      lines.append(
          "link add link base name try%d type %s %s\n"
              .formatted(i, kind, ARGUMENTS.getOrDefault(type, "")));
    }
    List<String> argv = new ArrayList<>(ip);
    argv.addAll(List.of("-force", "-batch", "-"));
    String said = shell.run(Command.of(argv).input(lines.toString())).err();
    List<String> unknown = new ArrayList<>();
    String reason = "";
    for (String line : said.lines().toList()) {
      Matcher failed = FAILED.matcher(line);
      if (failed.find()) {
        int at = Integer.parseInt(failed.group(1)) - 2;
        if (at >= 0 && at < types.size() && isUnknown(types.get(at), reason)) {
          unknown.add(types.get(at));
        }
        reason = "";
      } else {
        reason = line;
      }
    }
    return unknown;
  }

  private static boolean isUnknown(String type, String reason) {
    return reason.contains(UNKNOWN_TYPE)
        || (type.equals(VLAN_FILTERING) && reason.contains("not supported"));
  }

  /**
   * Parameters that the kernel lacks. Those of one interface come with it and are not looked at.
   */
  private SequencedSet<String> unknownSettings(List<String> wanted) {
    SequencedSet<String> unknown = new TreeSet<>();
    for (String setting : wanted) {
      String key = setting.substring(0, setting.indexOf('='));
      boolean ofInterface = key.contains(".conf.") || key.contains(".neigh.");
      String checked = ofInterface ? key.replaceFirst("\\.(conf|neigh)\\..*", "") : key;
      boolean off = checked.startsWith("net.ipv6") && !ipv6;
      if (!off && !Files.exists(settings.resolve(checked.replace('.', '/')))) {
        unknown.add(checked);
      }
    }
    return unknown;
  }
}
