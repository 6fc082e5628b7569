package netlab.labs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import netlab.exec.Command;
import netlab.exec.HostShell;
import netlab.exec.Result;
import netlab.exec.Running;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labs of FRR containers, from {@code up} to {@code down}. */
@Tag("lab")
final class ContainerLabTest {
  private static final Path SEED = Path.of("../examples/seed.yml");

  /** Three routers on one wire: it takes a bridge. */
  private static final String LAN =
      """
      provider: clab
      defaults.device: frr
      nodes: [r1, r2, r3]
      links: [r1-r2-r3]
      """;

  @TempDir private Path folder;

  /** Skips, or fails where {@code NETLAB_REQUIRE_LABS=1} says that everything is there. */
  @BeforeAll
  static void host() throws Exception {
    ContainerLab.needsContainers();
  }

  @Test
  void theSeedLabIsProvenOverSshAndGoesAwayWithoutATrace() throws Exception {
    try (ContainerLab lab =
        new ContainerLab(folder, 0, Files.readString(SEED), ContainerLab.IMAGE)) {
      JsonObject up = proven(lab);
      assertThat(up.get("provider").getAsString()).isEqualTo("clab");

      JsonObject r1 = lab.runInfo().getAsJsonObject("nodes").getAsJsonObject("r1");
      assertThat(r1.get("user").getAsString()).isNotEmpty();
      assertThat(folder.resolve(".netlab/known_hosts"))
          .content()
          .contains(r1.get("address").getAsString());
      assertThat(sshLogins(lab, "r1")).isPositive();
      assertThat(sshLogins(lab, "r2")).isPositive();

      Result status = lab.run("status", "-o", "json");
      assertThat(status.exit()).as(status.err()).isZero();
      assertThat(lab.json(status).get("running").getAsInt()).isEqualTo(2);
      assertThat(status.out()).contains(lab.container("r1"), lab.container("r2"));

      Result exec = lab.run("exec", "r1", "show", "bgp", "summary");
      assertThat(exec.exit()).as(exec.err()).isZero();
      assertThat(exec.out()).contains("65000", "65001", "10.1.0.");
      Result program = lab.run("exec", "--program", "all", "cat", "/etc/hostname");
      assertThat(program.out()).contains("== r1\nr1\n", "== r2\nr2\n");

      lab.isGoneOnceDown("after a whole life");
    }
  }

  @Test
  void routersWithoutAnSshPortAreReachedByDocker() throws Exception {
    String image = "netlab-test/frr:" + ProcessHandle.current().pid();
    try (ContainerLab lab = new ContainerLab(folder, 1, Files.readString(SEED), image)) {
      try {
        withoutPorts(lab.shell(), image);
        proven(lab);
        JsonObject r1 = lab.runInfo().getAsJsonObject("nodes").getAsJsonObject("r1");
        assertThat(r1.has("user")).isFalse();
        assertThat(folder.resolve(".netlab/known_hosts")).doesNotExist();
        assertThat(sshLogins(lab, "r1")).isZero();
        lab.isGoneOnceDown("after a whole life");
      } finally {
        lab.run("down");
        lab.shell().run(Command.of("docker", "image", "rm", "--force", image));
      }
    }
  }

  @Test
  void linesThatARouterRefusesAreToldWithTheirPlaceInTheTemplateOfTheLab() throws Exception {
    Files.createDirectory(folder.resolve("wrong"));
    Files.writeString(
        folder.resolve("wrong/frr.j2"), "interface lo\n description fine\n colour blue\n");
    String text =
        """
        provider: clab
        defaults.device: frr
        nodes: { r1: { config: [wrong] }, r2: }
        links: [r1-r2]
        """;
    try (ContainerLab lab = new ContainerLab(folder, 0, text, ContainerLab.IMAGE)) {
      Result up = lab.up();
      assertThat(up.exit()).as(up.out()).isEqualTo(1);
      assertThat(up.err())
          .contains("NL0736", "`r1`", "`colour blue`", "wrong/frr.j2:3:2", "^^^^^^^^^^^\n");
      assertThat(up.err()).doesNotContain("description fine");
      lab.isGoneOnceDown("with a refused line");
    }
  }

  @Test
  void aStoppedRouterComesBackAndOneThatDoesNotGoesAwayWithTheLab() throws Exception {
    String text =
        """
        provider: clab
        defaults.device: frr
        module: [ospf]
        ospf.timers: { hello: 1, dead: 4 }
        nodes: [r1, r2]
        links: [r1-r2]
        validate:
          stopped:
            fail: { node: r2 }
            nodes: [r1]
            wait: 20
            plugin: ospf_neighbor(nodes.r2.ospf.router_id, present=False)
          back:
            repair: stopped
            nodes: [r1]
            wait: 60
            plugin: ping(nodes.r2.loopback.ipv4, src=node.loopback.ipv4, count=1)
        """;
    try (ContainerLab lab = new ContainerLab(folder, 0, text, ContainerLab.IMAGE)) {
      Result up = lab.up();
      assertThat(up.exit()).as(up.out() + up.err()).isZero();
      Result tests = lab.run("validate");
      assertThat(tests.exit()).as(tests.out() + tests.err()).isZero();
      Result verified = lab.run("verify", "--timeout", "30");
      assertThat(verified.out()).contains("1 of 1 session");

      Command stop =
          Command.of("containerlab", "stop", "--topo", "clab.yml", "--node", "r2").in(folder);
      assertThat(lab.shell().run(stop).ok()).isTrue();
      Path parked = Path.of("/run/netns/clab-park-" + lab.container("r2"));
      assertThat(parked).exists();
      lab.isGoneOnceDown("with a stopped node");
      assertThat(parked).doesNotExist();
    }
  }

  @Test
  void routersOfOtherProjectsAreProvenInContainersToo() throws Exception {
    String text =
        """
        provider: clab
        module: [bgp]
        defaults.devices.bird.clab.image: %s
        addressing: { loopback: { ipv6: 2001:db8:1::/48 }, p2p: { ipv6: 2001:db8:2::/48 } }
        nodes:
          f: { device: frr, bgp.as: 65001 }
          b: { device: bird, role: router, module: [bgp, ospf], bgp.as: 65002 }
          c: { device: frr, module: [bgp, ospf], bgp.as: 65002 }
          g: { device: gobgp, bgp.as: 65003 }
          o: { device: openbgpd, bgp.as: 65004 }
          e: { device: exabgp, bgp.as: 65005 }
        links: [ f-b, b-c, f-g, f-o, f-e ]
        validate:
          injected:
            nodes: [f, b, g, o]
            wait: 20
            plugin: bgp_prefix('10.0.0.6/32', best=True)
          told: { nodes: [f, b, o], wait: 20, plugin: "bgp_prefix('10.0.0.4/32', best=True)" }
          inside: { nodes: [b], wait: 20, plugin: "ospf_prefix('10.0.0.3/32')" }
          forwarded:
            nodes: [c]
            wait: 20
            plugin: ping(nodes.f.loopback.ipv4, src=node.loopback.ipv4, count=1)
        """
            .formatted(ContainerLab.OPEN_IMAGE);
    try (ContainerLab lab = new ContainerLab(folder, 0, text, ContainerLab.IMAGE)) {
      Result up = lab.up("--timeout", "60");
      assertThat(up.exit()).as(up.out() + up.err()).isZero();
      assertThat(up.out()).contains("up and proven: ").doesNotContain("not checked");
      Result tests = lab.run("validate");
      assertThat(tests.exit()).as(tests.out() + tests.err()).isZero();
      assertThat(tests.out()).contains("4 passed");
      lab.isGoneOnceDown("with routers of other projects");
    }
  }

  @Test
  void onlyOneUpAtATime() throws Exception {
    try (ContainerLab lab =
        new ContainerLab(folder, 2, Files.readString(SEED), ContainerLab.IMAGE)) {
      Running hold = lab.holdDeployment();
      Running first = lab.startUp("--no-verify");
      lab.awaitRecord("started", "clab/deploy");
      Result second = lab.up("--no-verify");
      assertThat(second.exit()).isEqualTo(1);
      assertThat(second.err()).contains("netlab up", "process " + lab.holder());
      hold.stop();
      assertThat(first.await().exit()).isZero();
      lab.isGoneOnceDown("after two");
    }
  }

  /** What a process that was killed has left is gone on from, or taken down: alternately. */
  @Test
  void aKilledUpIsGoneOnFromAndCanBeTakenDown() throws Exception {
    try (ContainerLab lab = new ContainerLab(folder, 3, LAN, ContainerLab.IMAGE)) {
      boolean again = false;
      List<String> steps = lab.steps();
      assertThat(steps).contains("clab/files", "clab/bridges", "clab/deploy");
      for (String step : steps) {
        for (String event : List.of("started", "done")) {
          Running up = lab.startUp("--no-verify");
          lab.awaitRecord(event, step);
          killed(lab, up, event + " " + step, again);
          again = !again;
        }
      }
      for (int turn = 0; turn < 2; turn++) {
        Running up = lab.startUp("--no-verify");
        lab.awaitContainer();
        killed(lab, up, "in the middle of the deployment", turn == 0);
      }
    }
  }

  /** The programs that it has started live on, as after a real {@code kill -9}. */
  private static void killed(ContainerLab lab, Running up, String when, boolean again)
      throws Exception {
    ProcessHandle.of(lab.holder()).ifPresent(ProcessHandle::destroyForcibly);
    assertThat(up.await().exit()).as(when).isEqualTo(137);
    if (again) {
      Result second = lab.up("--no-verify");
      assertThat(second.exit()).as(when + ": " + second.out() + second.err()).isZero();
      Result status = lab.run("status");
      assertThat(status.exit()).as(when + ": " + status.out()).isZero();
    }
    lab.isGoneOnceDown(when);
  }

  /** {@code up}, with a proof of each adjacency. */
  private static JsonObject proven(ContainerLab lab) throws Exception {
    Result up = lab.up("-o", "json", "--timeout", "90");
    assertThat(up.exit()).as(up.out() + up.err()).isZero();
    JsonObject tree = lab.json(up);
    assertThat(tree.get("ok").getAsBoolean()).isTrue();
    assertThat(tree.getAsJsonObject("verification").toString()).contains("r1", "r2");
    return tree;
  }

  /** What the SSH server of the image says on the output of the container. */
  private static long sshLogins(ContainerLab lab, String node) throws Exception {
    Result logs = lab.shell().run(Command.of("docker", "logs", lab.container(node)));
    assertThat(logs.ok()).as(logs.problem()).isTrue();
    return (logs.out() + logs.err()).lines().filter(line -> line.contains("Accepted ")).count();
  }

  /** The image of the tests, but for what it says about its ports. */
  private void withoutPorts(HostShell shell, String image) throws Exception {
    String container = "netlab-test-" + ProcessHandle.current().pid();
    Path tar = folder.resolve("image.tar");
    try {
      run(shell, "docker", "create", "--name", container, ContainerLab.IMAGE);
      run(shell, "docker", "export", "--output", tar.toString(), container);
      run(
          shell,
          "docker",
          "import",
          "--change",
          "CMD [\"/usr/local/sbin/router\"]",
          tar.toString(),
          image);
    } finally {
      shell.run(Command.of("docker", "rm", "--force", container));
      Files.deleteIfExists(tar);
    }
  }

  private static void run(HostShell shell, String... command) throws Exception {
    Result result = shell.run(Command.of(command));
    assertThat(result.ok()).as(String.join(" ", command) + ": " + result.problem()).isTrue();
  }
}
