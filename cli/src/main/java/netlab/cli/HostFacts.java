package netlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What this Linux host says of itself. */
final class HostFacts {
  /** See proc_meminfo(5). */
  private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable: +(\\d+) kB$");

  private HostFacts() {}

  /** The memory that programs can still get, in bytes; without limit where nobody knows. */
  static long available() {
    try {
      Matcher line = AVAILABLE.matcher(Files.readString(Path.of("/proc/meminfo")));
      return line.find() ? Long.parseLong(line.group(1)) << 10 : Long.MAX_VALUE;
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }

  /** The release of the kernel. */
  static String kernel() {
    return System.getProperty("os.version", "unknown");
  }
}
