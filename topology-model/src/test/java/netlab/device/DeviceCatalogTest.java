package netlab.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.schema.Library;
import netlab.schema.Schema;
import netlab.schema.Value;
import netlab.source.Key;
import netlab.source.Sources;
import netlab.source.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DeviceCatalogTest {
  private static final Path FOLDER = Path.of("../device-templates/src/main/resources");
  private static final Library REAL = new Library(DeviceCatalogTest::open);

  private static Optional<InputStream> open(String path) {
    try {
      if (path.equals("devices/index.txt")) {
        return Optional.of(bytes(String.join("\n", folders())));
      }
      Path file = FOLDER.resolve(path);
      return Files.exists(file)
          ? Optional.of(Files.newInputStream(file))
          : Optional.ofNullable(Schema.class.getClassLoader().getResourceAsStream(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> folders() throws IOException {
    try (var folders = Files.list(FOLDER.resolve("devices"))) {
      return folders.map(f -> String.valueOf(f.getFileName())).sorted().toList();
    }
  }

  private static Yaml.Map lab(String text) {
    return new Sources(new Diagnostics()).parse(new SourceFile("lab.yml", text)).orElseThrow();
  }

  private static DeviceCatalog catalog(String ofLab, Map<String, String> files) {
    Library library =
        new Library(path -> Optional.ofNullable(files.get(path)).map(DeviceCatalogTest::bytes));
    return new DeviceCatalog(library, lab(ofLab));
  }

  private static final Map<String, String> FAMILY =
      Map.of(
          "devices/index.txt", "base\nchild\nshape\n",
          "devices/shape/device.yml",
              "template: true\nmtu: 1500\nfeatures: { bgp: true, ospf: { gr: true } }\n",
          "devices/base/device.yml",
              "parent: shape\ninterface_name: eth{ifindex}\nclab: { image: base:1, mtu: 1400, node: { kind: x } }\n",
          "devices/child/device.yml",
              "parent: base\nmtu:\nfeatures.ospf.gr:\nlibvirt.image: box\nnetns.mtu: 1300\n");

  @Test
  void aDeviceHasTheFactsOfItsParents() {
    Device device = catalog("{}", FAMILY).find("base", "none").orElseThrow();
    assertThat(device.facts().intAt("mtu")).contains(1500);
    assertThat(device.can("ospf.gr")).isTrue();
    assertThat(device.facts().textAt("interface_name")).contains("eth{ifindex}");
  }

  @Test
  void anEmptyFactRemovesWhatAParentSays() {
    Device device = catalog("{}", FAMILY).find("child", "none").orElseThrow();
    assertThat(device.facts().at("mtu")).isEmpty();
    assertThat(device.can("ospf.gr")).isFalse();
    assertThat(device.can("bgp")).isTrue();
  }

  @Test
  void theBlockOfTheProviderCounts() {
    DeviceCatalog devices = catalog("{}", FAMILY);
    Device clab = devices.find("base", "clab").orElseThrow();
    assertThat(clab.facts().intAt("mtu")).contains(1400);
    assertThat(clab.facts().textAt("image")).contains("base:1");
    assertThat(clab.facts().at("node")).isEmpty();
    assertThat(clab.facts().textAt("clab.node.kind")).contains("x");
    assertThat(devices.find("child", "libvirt").orElseThrow().facts().textAt("image"))
        .contains("box");
  }

  @Test
  void namespacesAreLikeContainersUnlessTheDeviceSaysOtherwise() {
    DeviceCatalog devices = catalog("{}", FAMILY);
    assertThat(devices.find("base", "netns").orElseThrow().facts().intAt("mtu")).contains(1400);
    assertThat(devices.find("child", "netns").orElseThrow().facts().intAt("mtu")).contains(1300);
  }

  @Test
  void theLabHasTheLastWord() {
    DeviceCatalog devices =
        catalog(
            "{ shape.features.bgp: false, base.mtu: 900, own: { parent: base, role: host } }",
            FAMILY);
    assertThat(devices.find("base", "none").orElseThrow().facts().intAt("mtu")).contains(900);
    assertThat(devices.find("child", "none").orElseThrow().can("bgp")).isFalse();
    assertThat(devices.find("own", "none").orElseThrow().facts().textAt("role")).contains("host");
    assertThat(devices.names()).containsExactlyInAnyOrder("base", "child", "own");
  }

  @Test
  void templatesOfDevicesAreNoDevices() {
    assertThat(catalog("{}", FAMILY).find("shape", "clab")).isEmpty();
  }

  @Test
  void aCircleOfParentsEnds() {
    Map<String, String> circle =
        Map.of(
            "devices/a/device.yml", "parent: b\nmtu: 1\n",
            "devices/b/device.yml", "parent: a\nrole: host\n");
    assertThat(catalog("{}", circle).find("a", "clab").orElseThrow().facts().textAt("role"))
        .contains("host");
  }

  @Test
  void namesCannotLeaveTheFolderOfDevices() {
    assertThat(catalog("{}", FAMILY).find("../base", "clab")).isEmpty();
    assertThat(
            catalog("{ x.parent: ../base }", FAMILY)
                .find("x", "clab")
                .orElseThrow()
                .facts()
                .at("mtu"))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void everyDeviceSaysWhatTheModelNeeds(String name) {
    Yaml.Map file = REAL.find("devices/" + name + "/device.yml").orElseThrow();
    if (file.get("template").isPresent()) {
      return;
    }
    Device device = new DeviceCatalog(REAL, lab("{}")).find(name, "clab").orElseThrow();
    assertThat(device.facts().textAt("interface_name")).isPresent();
    assertThat(device.facts().textAt("description")).isPresent();
    assertThat(device.facts().at("features")).isPresent();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void featuresAreThoseOfModulesThatExist(String name) {
    Yaml.Map file = REAL.find("devices/" + name + "/device.yml").orElseThrow();
    Set<String> known = new LinkedHashSet<>(List.of("initial", "tunnel", "firewall", "bonding"));
    Schema.core(REAL)
        .get("modules")
        .ifPresent(m -> ((Yaml.Seq) m).items().forEach(i -> known.add(((Yaml.Scalar) i).text())));
    Optional<Yaml> features = file.get("features");
    if (features.isPresent() && features.get() instanceof Yaml.Map map) {
      assertThat(map.entries().keySet().stream().map(Key::text)).isSubsetOf(known);
    }
  }

  @Test
  void wellKnownFactsAreRight() {
    DeviceCatalog devices = new DeviceCatalog(REAL, lab("{}"));
    Value.Fields frr = devices.find("frr", "clab").orElseThrow().facts();
    assertThat(frr.textAt("clab.kind")).contains("linux");
    assertThat(frr.textsAt("features.bgp.community.standard")).containsExactly("standard", "large");
    Device eos = devices.find("eos", "clab").orElseThrow();
    assertThat(eos.facts().textAt("mgmt_if")).contains("Management0");
    assertThat(eos.can("dhcp.client.ipv4")).isFalse();
    assertThat(devices.find("eos", "libvirt").orElseThrow().can("dhcp.client.ipv4")).isTrue();
    assertThat(devices.find("csr", "clab").orElseThrow().facts().intAt("ifindex_offset"))
        .contains(2);
    assertThat(devices.names()).hasSize(44);
  }
}
