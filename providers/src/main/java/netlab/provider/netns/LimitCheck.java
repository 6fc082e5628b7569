package netlab.provider.netns;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.diag.Code;
import netlab.diag.Span;
import netlab.lab.Interface;
import netlab.lab.Lab;
import netlab.lab.NodeId;
import netlab.net.Family;
import netlab.provider.Missing;

/**
 * Limits of the host that a large lab can exceed. It would not fail at once, but some of its nodes
 * would, one after the other.
 */
final class LimitCheck {
  /** Threads of a daemon: bgpd has 4, zebra 4, the others 1 or 2 (counted, FRR 8.4.4). */
  private static final int THREADS = 4;

  /** Resident memory of a daemon in megabytes, without a large routing table. */
  private static final int MEGABYTES = 9;

  private static final Pattern PROCESSES =
      Pattern.compile("(?m)^Max processes\\s+(\\d+|unlimited)");

  private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB");

  private final Path proc;

  /** A check that reads limits below {@code proc}. */
  LimitCheck(Path proc) {
    this.proc = proc;
  }

  /**
   * What a lab weighs.
   *
   * @param neighbors4 entries of the ARP tables of all nodes together
   * @param neighbors6 those of the IPv6 neighbor tables
   */
  record Load(int namespaces, int daemons, int neighbors4, int neighbors6) {
    /** The weight of a lab. */
    static Load of(Wiring wiring, Lab lab, int daemons) {
      int four = 0;
      int six = 0;
      for (Wiring.Wire wire : wiring.wires()) {
        int others = wire.ends().size() - 1;
        for (Wiring.Plug plug : wire.ends()) {
          four += uses(lab, plug, Family.IPV4) ? others : 0;
          // One for the link-local and one for the global address.
          six += uses(lab, plug, Family.IPV6) ? 2 * others : 0;
        }
      }
      return new Load(wiring.namespaces().size(), daemons, four, six);
    }

    private static boolean uses(Lab lab, Wiring.Plug plug, Family family) {
      return interfaceOf(lab, plug.node(), plug.name()).flatMap(i -> i.ip(family)).isPresent();
    }

    private static Optional<Interface> interfaceOf(Lab lab, NodeId node, String name) {
      return lab.node(node).interfaces().stream().filter(i -> i.name().equals(name)).findFirst();
    }
  }

  /** The limits that the lab exceeds. */
  List<Missing> run(Load load) {
    List<Missing> all = new ArrayList<>();
    above(all, "namespaces", load.namespaces(), "user.max_net_namespaces");
    above(all, "threads", (long) load.daemons() * THREADS, "kernel.pid_max");
    above(all, "threads", (long) load.daemons() * THREADS, "kernel.threads-max");
    above(all, "neighbors", load.neighbors4(), "net.ipv4.neigh.default.gc_thresh3");
    above(all, "IPv6 neighbors", load.neighbors6(), "net.ipv6.neigh.default.gc_thresh3");
    processes(all, load);
    memory(all, load);
    return all;
  }

  private void above(List<Missing> all, String what, long wanted, String key) {
    OptionalLong limit = number(read("sys/" + key.replace('.', '/')));
    if (limit.isPresent() && wanted > limit.getAsLong()) {
      all.add(
          Missing.of(
              Code.HOST_LIMIT,
              Span.NONE,
              "the lab has about %d %s, this host keeps at most %d"
                  .formatted(wanted, what, limit.getAsLong()),
              "sysctl -w " + key + "=" + 2 * wanted));
    }
  }

  private void processes(List<Missing> all, Load load) {
    Matcher limit = PROCESSES.matcher(read("self/limits").orElse(""));
    long wanted = (long) load.daemons() * THREADS;
    if (limit.find() && !limit.group(1).equals("unlimited")) {
      long allowed = Long.parseLong(limit.group(1));
      if (wanted > allowed) {
        all.add(
            Missing.of(
                Code.HOST_LIMIT,
                Span.NONE,
                "the lab has about %d threads, this user may have %d".formatted(wanted, allowed),
                "ulimit -u " + 2 * wanted + ", or `nproc` in /etc/security/limits.conf"));
      }
    }
  }

  private void memory(List<Missing> all, Load load) {
    Matcher available = AVAILABLE.matcher(read("meminfo").orElse(""));
    long wanted = (long) load.daemons() * MEGABYTES;
    if (available.find()) {
      long megabytes = Long.parseLong(available.group(1)) / 1024;
      if (wanted > megabytes) {
        all.add(
            Missing.of(
                Code.HOST_LIMIT,
                Span.NONE,
                "the lab needs about %d MB of memory, %d MB are free".formatted(wanted, megabytes),
                "use a larger host, or fewer routers"));
      }
    }
  }

  private static OptionalLong number(Optional<String> text) {
    return text.map(String::strip).filter(t -> t.matches("\\d{1,18}")).stream()
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  private Optional<String> read(String file) {
    // In one read: the kernel takes the second read of a parameter as one of its end.
    try (InputStream in = Files.newInputStream(proc.resolve(file))) {
      byte[] bytes = new byte[8192];
      int n = in.read(bytes);
      return n < 0
          ? Optional.empty()
          : Optional.of(new String(bytes, 0, n, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
