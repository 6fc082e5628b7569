package netlab.provider.netns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import netlab.diag.Code;
import netlab.diag.Span;
import netlab.exec.Command;
import netlab.exec.FakeShell;
import netlab.exec.Result;
import netlab.lab.NodeId;
import netlab.provider.KernelCheck;
import netlab.provider.Missing;
import netlab.provider.Packages;
import netlab.render.ConfigFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostCheckTest {
  private static final Packages DEBIAN = new Packages(true, true, true);

  @TempDir Path folder;

  private static HostFacts host(boolean rootless, Optional<HostFacts.Frr> frr) {
    SequencedMap<String, Path> tools = new TreeMap<>();
    HostProbe.TOOLS.keySet().forEach(tool -> tools.put(tool, Path.of("/bin", tool)));
    return new HostFacts(rootless, true, tools, frr);
  }

  /** An FRR whose folder has these daemons. */
  private HostFacts.Frr frr(String... daemons) throws IOException {
    for (String daemon : daemons) {
      Path file = Files.createFile(folder.resolve(daemon));
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    return new HostFacts.Frr(folder, "8.4.4", false);
  }

  private static List<Missing> check(Sketch lab, HostFacts host) throws InterruptedException {
    return check(lab, host, new FakeShell());
  }

  private static List<Missing> check(Sketch lab, HostFacts host, FakeShell shell)
      throws InterruptedException {
    return new HostCheck(lab.fixed(), host, shell, DEBIAN).run();
  }

  @Test
  void withoutFrrTheRoutersThatNeedItAreNamedAndThePackage() throws Exception {
    assertThat(check(Sketch.ring(7), host(false, Optional.empty())))
        .singleElement()
        .satisfies(missing -> {
          assertThat(missing.code()).isEqualTo(Code.HOST_PROGRAM_MISSING);
          assertThat(missing.message())
              .isEqualTo(
                  "FRR is not installed, and it runs the routers r1, r2, r3, r4, r5 and 2 more");
          assertThat(missing.packages()).containsExactly("frr");
        });
  }

  @Test
  void hostsNeedNoFrr() throws Exception {
    Sketch hosts = new Sketch("h").host("h1", "link set eth1 up\n").link("h1:eth1");
    assertThat(check(hosts, host(false, Optional.empty()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anOldFrrIsToldToLoseRouterMacAddressesWithSeveralEvpnSessions(int sessions) {
    String config =
        "vrf tenant\n vni 200000\nexit-vrf\n!\nrouter bgp 65000\n address-family l2vpn evpn\n"
            + "  neighbor 10.0.0.17 activate\n"
            + (sessions == 2 ? "  neighbor 10.0.0.18 activate\n" : "")
            + "  advertise-all-vni\n exit-address-family\nexit\n";
    assertThat(FrrReleases.refusal(config, "8.4.4").isPresent()).isEqualTo(sessions == 2);
    assertThat(FrrReleases.refusal(config, "10.3")).isEmpty();
    assertThat(FrrReleases.refusal(config.replace("vrf tenant\n vni 200000\n", ""), "8.4.4"))
        .isEmpty();
  }

  @Test
  void anOldFrrIsToldToHaveNoInternalSessionByLocalAs() throws Exception {
    String config =
        """
        router bgp 65000
         neighbor 10.1.0.6 remote-as 65101
         neighbor 10.1.0.6 local-as 65101 no-prepend replace-as
        exit
        """;
    Sketch lab = new Sketch("x").router("r1", config, "bgpd");
    HostFacts.Frr old = frr("zebra", "bgpd");
    assertThat(check(lab, host(false, Optional.of(old))))
        .extracting(Missing::message)
        .containsExactly(
            "FRR 8.4.4 of this host, which runs `r1`, cannot have a local AS that is the neighbor's"
                + " (FRR 8.5 can)");
    HostFacts.Frr newer = new HostFacts.Frr(old.folder(), "10.3", false);
    assertThat(check(lab, host(false, Optional.of(newer)))).isEmpty();
  }

  @Test
  void aDaemonThatThisFrrLacksIsNamedWithItsUsers() throws Exception {
    Sketch lab = new Sketch("x").router("r1", "", "pim6d").router("r2", "", "bgpd");
    assertThat(check(lab, host(false, Optional.of(frr("zebra", "bgpd")))))
        .extracting(Missing::message)
        .containsExactly("FRR 8.4.4 of this host has no `pim6d`, which r1 uses");
  }

  @Test
  void missingProgramsAreListedByPackage() throws Exception {
    HostFacts bare = new HostFacts(false, true, new TreeMap<>(), Optional.empty());
    Sketch hosts = new Sketch("h").host("h1", "link set eth1 up\n");
    assertThat(check(hosts, bare))
        .extracting(Missing::packages)
        .contains(List.of("iproute2"), List.of("util-linux"), List.of("procps"))
        .doesNotContain(List.of("frr"));
  }

  @Test
  void aDeviceWithFilesThatHaveNoPlaceInANamespaceIsRefused() throws Exception {
    Sketch lab =
        new Sketch("x")
            .node(
                "sw1",
                "eos",
                Sketch.file(
                    "startup-config", "/mnt/flash/startup-config", "x\n", ConfigFile.Use.BOOT));
    assertThat(check(lab, host(false, Optional.empty())))
        .extracting(Missing::message)
        .containsExactly("device `eos` of node `sw1` does not run in a namespace");
  }

  @Test
  void anInterfaceNameThatIpWouldReadAsSeveralWordsIsRefused() throws Exception {
    for (String name :
        List.of("eth1 netns other", "eth1\nnetns exec x reboot", "a234567890123456", "-x")) {
      Sketch lab = new Sketch("x").host("h1", "link set lo up\n").link("h1:" + name);
      assertThat(check(lab, host(false, Optional.empty())))
          .as(name)
          .extracting(Missing::code)
          .containsExactly(Code.NODE_NOT_RUNNABLE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "netns exec other reboot",
        "-4 netns exec other reboot",
        "vrf exec red reboot",
        "l set eth1 up",
        "link set eth1 netns 1",
        "link set eth1 \"netns\" 1",
        "link set dev eth1 xdp object /tmp/x.o",
        "link add x type veth peer name y netns 1",
        "link set eth1 \\",
        "monitor"
      })
  void aLineThatReachesBeyondTheNamespaceIsRefused(String line) throws Exception {
    Sketch lab = new Sketch("x").host("h1", "link set lo up\n" + line + "\n");
    assertThat(check(lab, host(false, Optional.empty())))
        .extracting(Missing::code)
        .containsExactly(Code.UNSAFE_LINE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kernel.core_pattern=|/tmp/x",
        "net/../kernel/core_pattern=x",
        "net.../kernel/core_pattern=x",
        "net.ipv4/../../kernel/core_pattern=x",
        "net.ipv4.ip_forward=1; reboot",
        "-w",
        "net.ipv4.ip_forward"
      })
  void aParameterThatIsNotOfTheNetworkIsRefused(String line) throws Exception {
    Sketch lab =
        new Sketch("x")
            .node(
                "h1",
                "linux",
                Sketch.file("sysctl.conf", "/x", line + "\n", ConfigFile.Use.SYSCTL));
    assertThat(check(lab, host(false, Optional.empty())))
        .extracting(Missing::code)
        .containsExactly(Code.UNSAFE_LINE);
  }

  @Test
  void ordinaryLinesAreAllowed() {
    String lines =
        """
        # a comment
        link add link eth1 name eth1.100 type vlan id 100
        -6 route replace default via fe80::1 dev eth1
        address replace 10.0.0.1/24 dev eth1
        neigh replace 10.0.0.2 lladdr 02:00:00:00:00:01 dev eth1
        """;
    NodeFiles files =
        NodeFiles.of(
            List.of(
                Sketch.file("ip.batch", "/x", lines, ConfigFile.Use.IP),
                Sketch.file(
                    "sysctl.conf",
                    "/y",
                    "net.ipv4.conf.eth1/100.rp_filter = 0\nnet.ipv4.tcp_rmem=4096 87380 6291456\n",
                    ConfigFile.Use.SYSCTL)),
            Optional.empty());
    assertThat(files.unsafe()).isEmpty();
    assertThat(files.sysctls())
        .containsExactly(
            "net.ipv4.conf.eth1/100.rp_filter=0", "net.ipv4.tcp_rmem=4096 87380 6291456");
  }

  @Test
  void whatAnOrdinaryUserMayDoIsTried() throws Exception {
    Sketch hosts = new Sketch("h").host("h1", "link set lo up\n");
    FakeShell forbids = new FakeShell(command -> Result.exited(1, "", "Operation not permitted"));
    assertThat(check(hosts, host(true, Optional.empty()), forbids))
        .extracting(Missing::code)
        .containsExactly(Code.HOST_FORBIDS);
    assertThat(forbids.asked())
        .containsExactly(
            "/bin/unshare --user --map-root-user --net --mount --pid --fork /bin/ip link set lo up");
  }

  /** The kernel's own words, as iproute2 6.1 prints them. */
  @Test
  void kindsOfInterfacesThatTheKernelLacksAreNamedWithTheirUsers() throws Exception {
    Sketch lab =
        new Sketch("x")
            .host("h1", "link add name v type vrf table 5\nlink add name d type dummy\n")
            .host(
                "h2", "link add name b type bridge vlan_filtering 1\nlink add name d type dummy\n");
    FakeShell kernel =
        new FakeShell(command ->
            Result.exited(
                1,
                "",
                """
                RTNETLINK answers: Operation not supported
                Command failed -:3
                Error: argument "base" is wrong
                Command failed -:4
                Error: Unknown device type.
                Command failed -:5
                """));
    assertThat(check(lab, host(false, Optional.empty()), kernel))
        .extracting(Missing::message)
        .containsExactly(
            "this kernel has no interfaces of type `bridge with VLAN filtering`, which h2 uses");
  }

  @Test
  void parametersThatTheKernelLacksAreNamed() throws Exception {
    NodeId r1 = new NodeId("r1");
    Files.createDirectories(folder.resolve("net/ipv4/conf"));
    Files.createFile(folder.resolve("net/ipv4/ip_forward"));
    List<String> settings =
        List.of(
            "net.ipv4.ip_forward=1",
            "net.ipv4.conf.eth7.forwarding=1",
            "net.mpls.platform_labels=1000",
            "net.mpls.conf.eth1.input=1");
    SequencedMap<NodeId, KernelCheck.Wish> nodes = new LinkedHashMap<>();
    nodes.put(r1, new KernelCheck.Wish(Span.NONE, "", settings));
    List<Missing> missing =
        new KernelCheck(new FakeShell(), List.of("unshare", "--net", "ip"), true, folder)
            .run(nodes);
    assertThat(missing)
        .extracting(Missing::message)
        .containsExactly(
            "this kernel has no parameter `net.mpls`, which r1 uses",
            "this kernel has no parameter `net.mpls.platform_labels`, which r1 uses");
    assertThat(missing.getFirst().fix()).startsWith("modprobe mpls_router mpls_iptunnel");
  }

  @Test
  void limitsThatTheLabExceedsAreTold() throws Exception {
    Path neighbors = folder.resolve("sys/net/ipv4/neigh/default");
    Files.createDirectories(neighbors);
    Files.writeString(neighbors.resolve("gc_thresh3"), "1024\n");
    Files.createDirectories(folder.resolve("self"));
    Files.writeString(
        folder.resolve("self/limits"),
        "Limit  Soft Limit  Hard Limit\nMax processes  1000  2000 processes\n");
    Files.writeString(folder.resolve("meminfo"), "MemTotal: 9 kB\nMemAvailable:   4194304 kB\n");
    LimitCheck check = new LimitCheck(folder);
    assertThat(check.run(new LimitCheck.Load(100, 200, 1024, 0))).isEmpty();
    assertThat(check.run(new LimitCheck.Load(400, 800, 1025, 0)))
        .extracting(Missing::message)
        .containsExactly(
            "the lab has about 1025 neighbors, this host keeps at most 1024",
            "the lab has about 3200 threads, this user may have 1000",
            "the lab needs about 7200 MB of memory, 4096 MB are free");
  }

  @Test
  void aFullMeshLanCountsEachPairOfNeighborsTwice() {
    Sketch lab = new Sketch("lan");
    String[] ends = new String[4];
    for (int i = 0; i < ends.length; i++) {
      lab.host("h" + i, "link set lo up\n");
      ends[i] = "h" + i + ":eth1=10.0.0." + (i + 1) + "/24";
    }
    lab.link(ends);
    LimitCheck.Load load = LimitCheck.Load.of(Wiring.of(lab.fixed()), lab.lab(), 0);
    assertThat(load).isEqualTo(new LimitCheck.Load(5, 0, 12, 0));
  }

  @Test
  void theServiceOfAnInstalledFrrIsNeverStarted() {
    assertThat(DEBIAN.install(List.of("frr", "iproute2")).stream().map(Command::shown))
        .containsExactly(
            "/usr/bin/systemctl mask frr.service",
            "/usr/bin/apt-get update -q",
            "/usr/bin/apt-get install -q -y --no-install-recommends frr iproute2",
            "/usr/bin/systemctl unmask frr.service",
            "/usr/bin/systemctl disable frr.service");
    assertThat(
            new Packages(true, true, false).install(List.of("mount")).stream().map(Command::shown))
        .containsExactly(
            "sudo /usr/bin/apt-get update -q",
            "sudo /usr/bin/apt-get install -q -y --no-install-recommends mount");
  }
}
