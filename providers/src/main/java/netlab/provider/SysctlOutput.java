package netlab.provider;

import java.util.ArrayList;
import java.util.List;
import netlab.lab.NodeId;
import netlab.render.ConfigFile;

/**
 * What {@code sysctl -w} says about a setting that it did not make: {@code sysctl: setting key
 * "net.ipv4.x": Invalid argument}, or {@code sysctl: cannot stat /proc/sys/net/ipv4/x: No such file
 * or directory}.
 */
public final class SysctlOutput {
  private SysctlOutput() {}

  /**
   * The settings in the files of a node that it complained about.
   *
   * @param files of the node; those with settings are looked into
   */
  public static List<Refusal> refusals(NodeId node, List<ConfigFile> files, String printed) {
    List<Refusal> all = new ArrayList<>();
    for (ConfigFile file : files) {
      List<String> lines =
          file.use() == ConfigFile.Use.SYSCTL ? file.content().lines().toList() : List.of();
      for (int i = 0; i < lines.size(); i++) {
        String text = lines.get(i).strip();
        int number = i + 1;
        String key = text.substring(0, Math.max(0, text.indexOf('='))).strip();
        printed
            .lines()
            .filter(said -> isAbout(key, said))
            .findFirst()
            .ifPresent(said -> all.add(new Refusal(node, file.name(), number, text, why(said))));
      }
    }
    return List.copyOf(all);
  }

  private static boolean isAbout(String key, String said) {
    return !key.isEmpty()
        && !key.startsWith("#")
        && (said.contains("\"" + key + "\"")
            || said.contains("/proc/sys/" + key.replace('.', '/') + ":"));
  }

  private static String why(String said) {
    return said.substring(said.lastIndexOf(": ") + 1).strip();
  }
}
