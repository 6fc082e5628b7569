package netlab.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import netlab.diag.Diagnostics;
import netlab.lab.NodeId;
import netlab.plan.LabFolder;
import netlab.plan.LabId;
import netlab.provider.RunInfo;
import netlab.state.LabState;
import netlab.state.StateFile;
import picocli.CommandLine.Command;

/**
 * {@code netlab warmup}: runs the commands that must start fast, so that a JVM told to record what
 * it loads records the right classes. The build calls it; users do not. Starts no lab.
 */
@Command(
    description = "Runs typical commands without output, for the build to make a class cache from.",
    footer = {
      "  java -XX:AOTCacheOutput=netlab.aot -cp netlab.jar netlab.cli.Main warmup",
      "  netlab warmup && echo every typical command still works",
    })
final class Warmup implements Callable<Integer> {
  private static final String LAB =
      """
      name: warmup
      provider: netns
      defaults.device: frr
      module: [ospf, bgp]
      bgp.as_list: { 65000: { members: [r1, r2], rr: [r1] }, 65001: { members: [r3] } }
      nodes:
        r1:
        r2: { loopback.ipv6: 2001:db8::2/128 }
        r3:
        h1: { device: linux }
      links:
      - r1-r2
      - r2: { ospf.cost: 10 }
        r3:
      - { interfaces: [r1, r3, h1], prefix: { ipv4: 172.16.0.0/24, ipv6: 2001:db8:1::/64 } }
      """;

  /** A command line and how it may end here: nothing runs, and the host may lack everything. */
  private record Typical(Set<Integer> status, List<String> args) {
    static Typical ok(String... args) {
      return new Typical(Set.of(ExitCode.OK), List.of(args));
    }
  }

  private static final List<Typical> TYPICAL =
      List.of(
          Typical.ok("--help"),
          Typical.ok("version"),
          Typical.ok("version", "-o", "json"),
          Typical.ok("explain", "NL0201"),
          Typical.ok("version", "--help"),
          Typical.ok("create", "lab.yml", "-o", "json=out.json"),
          Typical.ok("create", "lab.yml"),
          Typical.ok("inspect", "nodes.r1.bgp"),
          new Typical(Set.of(ExitCode.FAILED), List.of("create", "lab.yml", "-s", "nodes.r1.x=1")),
          new Typical(
              Set.of(ExitCode.OK, ExitCode.ENVIRONMENT), List.of("up", "lab.yml", "--dry-run")));

  /** Commands about a lab that was started, though here none was. */
  private static final List<Typical> RUNNING =
      List.of(
          new Typical(Set.of(ExitCode.FAILED), List.of("verify", "--timeout", "0")),
          Typical.ok("down"));

  private final Session session;

  Warmup(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("netlab-warmup-").toRealPath();
    try {
      Files.writeString(folder.resolve("lab.yml"), LAB);
      int status = run(folder, TYPICAL);
      if (status == ExitCode.OK) {
        pretend(LabFolder.at(folder));
        status = run(folder, RUNNING);
      }
      return status;
    } finally {
      remove(folder);
    }
  }

  private int run(Path folder, List<Typical> commands) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Session silent =
        new Session(
            InputStream.nullInputStream(),
            nowhere,
            nowhere,
            true,
            true,
            Map.of("HOME", folder.toString()),
            folder,
            session.shell());
    for (Typical command : commands) {
      int status = new Main(silent).run(command.args.toArray(String[]::new));
      if (!command.status.contains(status)) {
        session.out().problem("netlab warmup: status " + status + " of " + command.args);
        return status == ExitCode.OK ? ExitCode.FAILED : status;
      }
    }
    return ExitCode.OK;
  }

  /** Notes that the lab was started, under an id that no lab has. */
  static void pretend(LabFolder folder) throws IOException {
    LabState compiled = StateFile.read(folder, new Diagnostics()).orElseThrow();
    SequencedMap<NodeId, SequencedMap<String, String>> nodes = new LinkedHashMap<>();
    compiled.nodes().forEach(node -> nodes.put(node.id(), new LinkedHashMap<>(FACTS)));
    RunInfo run =
        new RunInfo("netns", new LabId("aaaaa"), folder.root(), new LinkedHashMap<>(), nodes);
    LabState started =
        new LabState(
            compiled.netlab(),
            compiled.name(),
            compiled.file(),
            compiled.devices(),
            compiled.nodes(),
            compiled.expectations(),
            compiled.reaches(),
            compiled.tests(),
            Optional.of(run));
    folder.writeState(folder.lab(), StateFile.text(started, "{}"));
  }

  private static final Map<String, String> FACTS = Map.of("daemons", "zebra bgpd ospfd");

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
