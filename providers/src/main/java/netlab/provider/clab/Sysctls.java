package netlab.provider.clab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * Kernel settings of a node. Docker sets those of a whole network namespace when it makes a
 * container; those of an interface must wait until the interface is there.
 */
final class Sysctls {
  private static final Pattern WHOLE =
      Pattern.compile(
          "net\\.(?!.*\\.(conf|neigh)\\.).*|net\\..*\\.(conf|neigh)\\.(all|default)\\..*");

  private Sysctls() {}

  /** The settings that Docker can make. */
  static SequencedMap<String, String> ofNamespace(String lines) {
    SequencedMap<String, String> settings = new LinkedHashMap<>();
    for (String line : lines.lines().toList()) {
      int equals = line.indexOf('=');
      if (equals > 0 && WHOLE.matcher(line.substring(0, equals)).matches()) {
        settings.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return settings;
  }

  /** The others, as {@code key=value}. */
  static List<String> ofInterfaces(String lines) {
    List<String> settings = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      int equals = line.indexOf('=');
      if (equals > 0 && !WHOLE.matcher(line.substring(0, equals)).matches()) {
        settings.add(line);
      }
    }
    return settings;
  }
}
