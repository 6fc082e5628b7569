package netlab.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import netlab.device.Device;
import netlab.device.DeviceCatalog;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.expect.Observation;
import netlab.lab.NodeId;
import netlab.schema.Library;
import netlab.show.Reader;
import netlab.show.Readers;
import netlab.show.Shown;
import netlab.source.Yaml;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the functions of tests ask a vendor's device, and what they make of what such a device says:
 * of what is right, and of a fault. One file for each device in {@code
 * src/test/resources/functions}, with neighbors of the node that is asked, {@code @ name family
 * address}, and cases
 *
 * <pre>
 * call | what the device says, a file of device-templates' recordings | + or - | message | command
 * </pre>
 */
class DeviceFunctionsTest {
  private static final Path CASES = Path.of("src/test/resources/functions");
  private static final Path SAID = Path.of("../device-templates/src/test/resources/show");
  private static final NodeId NODE = new NodeId("r1");
  private static final DeviceCatalog DEVICES =
      new DeviceCatalog(
          Library.of(DeviceFunctionsTest.class.getClassLoader()), Yaml.Map.empty(Span.NONE));

  private record Case(String call, String said, boolean good, String message, String command) {
    static Case of(String line) {
      String[] parts = line.split(" *\\| *", 5);
      assertThat(parts).as(line).hasSizeGreaterThanOrEqualTo(4);
      return new Case(
          parts[0], parts[1], parts[2].equals("+"), parts[3], parts.length > 4 ? parts[4] : "");
    }

    String function() {
      return call.replaceFirst("\\(.*", "");
    }
  }

  @TestFactory
  Stream<DynamicTest> functionsJudgeWhatADeviceSays() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : files()) {
      String device = device(file);
      Readers readers = readers(device);
      TestTexts texts = texts(file);
      for (Case one : cases(file)) {
        tests.add(
            DynamicTest.dynamicTest(
                device + ": " + one.call + " " + one.said,
                () -> check(device, readers, texts, one)));
      }
    }
    return tests.stream();
  }

  /**
   * A function that a device can be asked by has a case that is good, and a fault that it finds.
   */
  @Test
  void everyFunctionOfADeviceHasAGoodAndABadCase() throws Exception {
    for (Path file : files()) {
      Readers readers = readers(device(file));
      Set<String> able = new TreeSet<>();
      Set<String> good = new TreeSet<>();
      Set<String> bad = new TreeSet<>();
      for (Map.Entry<String, String> function : ASKED.entrySet()) {
        if (readers.find(texts(file).inquiry(function.getValue(), NODE).reader()).isPresent()) {
          able.add(function.getKey());
        }
      }
      for (Case one : cases(file)) {
        (one.good ? good : bad).add(one.function());
      }
      assertThat(good).as(device(file) + ": good").isEqualTo(able);
      assertThat(bad).as(device(file) + ": bad").isEqualTo(able);
    }
  }

  @Test
  void everyFunctionIsAsked() {
    assertThat(ASKED.keySet()).containsExactlyInAnyOrderElementsOf(Functions.names());
  }

  private static final Map<String, String> ASKED =
      Map.ofEntries(
          Map.entry("bgp_neighbor", "bgp_neighbor(node.any,'any')"),
          Map.entry("bgp_neighbor_details", "bgp_neighbor_details(node.any,'any')"),
          Map.entry("bgp_prefix", "bgp_prefix('10.0.0.0/24')"),
          Map.entry("ospf_neighbor", "ospf_neighbor('10.0.0.1')"),
          Map.entry("ospf6_neighbor", "ospf6_neighbor('10.0.0.1')"),
          Map.entry("ospf_prefix", "ospf_prefix('10.0.0.0/24')"),
          Map.entry("ospf6_prefix", "ospf6_prefix('2001:db8::/64')"),
          Map.entry("isis_neighbor", "isis_neighbor('r2')"),
          Map.entry("isis_prefix", "isis_prefix('10.0.0.0/24')"),
          Map.entry("rt_prefix", "rt_prefix('10.0.0.0/24')"),
          Map.entry("ipv6_route", "ipv6_route('2001:db8::/64')"),
          Map.entry("route", "route('10.0.0.0/24')"),
          Map.entry("default6", "default6()"),
          Map.entry("ping", "ping('10.0.0.1')"));

  private static void check(String device, Readers readers, TestTexts texts, Case one)
      throws Exception {
    Inquiry inquiry = texts.inquiry(one.call, NODE);
    Reader reader =
        readers.find(inquiry.reader()).flatMap(r -> r.about(inquiry.parameters())).orElseThrow();
    if (!one.command.isEmpty()) {
      assertThat(String.join(" ; ", reader.commands())).isEqualTo(one.command);
    }
    List<String> outputs = new ArrayList<>();
    for (String name : one.said.split(" *\\+ *")) {
      outputs.add(
          name.equals("nothing") ? "" : Files.readString(SAID.resolve(device).resolve(name)));
    }
    Shown shown = reader.read(outputs);
    assertThat(shown).isInstanceOf(Shown.Rows.class);
    List<Observation> rows = shown instanceof Shown.Rows(List<Observation> all) ? all : List.of();
    assertThat(inquiry.judge().of(rows)).isEqualTo(new Judgement(one.good, one.message));
  }

  /** The lab: one node that is asked, with a VRF and the neighbors of the file. */
  private static TestTexts texts(Path file) throws IOException {
    Map<String, Map<String, Object>> neighbors = new LinkedHashMap<>();
    neighbors.put("any", new LinkedHashMap<>(Map.of("name", "any", "ipv4", "192.0.2.1")));
    for (String line : lines(file).filter(l -> l.startsWith("@")).toList()) {
      String[] words = line.split(" +");
      neighbors
          .computeIfAbsent(words[1], name -> new LinkedHashMap<>(Map.of("name", name)))
          .put(words[2], words[3].equals("true") ? true : words[3]);
    }
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", "r1");
    node.put("any", List.copyOf(neighbors.values()));
    node.put("bgp", Map.of("neighbors", List.copyOf(neighbors.values())));
    node.put("vrfs", Map.of("red", Map.of("vrfidx", 100)));
    return new TestTexts(new LinkedHashMap<>(Map.of("nodes", Map.of("r1", node))));
  }

  private static List<Case> cases(Path file) throws IOException {
    return lines(file).filter(l -> !l.startsWith("@")).map(Case::of).toList();
  }

  private static Stream<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .filter(l -> !l.isEmpty() && !l.startsWith("#"));
  }

  private static String device(Path file) {
    return file.getFileName().toString().replace(".txt", "");
  }

  /** Those of a device, or of the first that is based on a family that is no device of its own. */
  private static Readers readers(String name) {
    Device device =
        DEVICES
            .find(name, "clab")
            .or(() ->
                DEVICES.all("clab").stream().filter(d -> d.lineage().contains(name)).findFirst())
            .orElseThrow();
    return Readers.of(device, new Diagnostics());
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.sorted().toList();
    }
  }
}
