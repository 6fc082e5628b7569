package netlab.provider.netns;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What a plan needs to know of the host.
 *
 * @param rootless true when the lab runs in a user namespace, because this is not root
 * @param ipv6 true when the kernel has IPv6
 * @param tools where the programs are that a plan uses, by name; those not found are absent
 * @param frr the FRR installation; empty when there is none
 */
record HostFacts(
    boolean rootless, boolean ipv6, SequencedMap<String, Path> tools, Optional<Frr> frr) {
  /**
   * An installation of FRR.
   *
   * @param folder where its daemons are
   * @param version such as {@code 8.4.4}
   * @param managed true when it has {@code mgmtd} (from release 9 on): then daemons are started
   *     without a configuration and {@code vtysh -b} loads it
   */
  record Frr(Path folder, String version, boolean managed) {}

  HostFacts {
    tools = Collections.unmodifiableSequencedMap(new TreeMap<>(tools));
  }

  /** The path of a program; its bare name when it was not found, so that a plan can be shown. */
  String tool(String name) {
    Path path = tools.get(name);
    return path == null ? name : path.toString();
  }

  /** The path of {@code tc}, which comes with {@code ip}. */
  String traffic() {
    return Path.of(tool("ip")).resolveSibling("tc").toString();
  }
}
