package netlab.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import netlab.device.DeviceCatalog;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.schema.Library;
import netlab.source.Yaml;
import org.junit.jupiter.api.Test;

/** All recordings of RouterOS in ../shared, if it is there, are read, or have a reason why not. */
class RouterOsRecordingsTest {
  private static final Path RECORDED = Path.of("../../shared/recorded/mikrotik_routeros");

  /** Readers by the beginning of a recording's path. */
  private static final Map<String, String> READ =
      Map.of(
          "ip_route_print_terse/mikrotik_routeros_ip_route_print_terseIPv4", "routes.ipv4",
          "ip_route_print_terse/mikrotik_routeros_ip_route_print_terseIPv6", "routes.ipv6",
          "ip_route_print_terse_without-paging", "routes.ipv4",
          "routing_ospf_neighbor_print", "ospf.neighbor",
          "routing_ospf_interface_print_terse/routing_ospf_interface_print_terse01",
              "ospf.interfaces");

  private static final Map<String, String> NOT_READ =
      Map.of(
          "ip_address_", "addresses are no facts of a reader",
          "ip_route_print_detail", "routes are asked for in the terse form",
          "ping", "nobody asks RouterOS to ping",
          "routing_bgp_peer_print_status", "release 6; release 7 has sessions instead of peers",
          "routing_ospf_interface_print_terse/routing_ospf_interface_print_terse.raw",
              "release 6: what is configured, without a state");

  @Test
  void everyRecordingIsReadOrHasAReason() throws IOException {
    assumeTrue(Files.isDirectory(RECORDED), "no " + RECORDED);
    Readers readers =
        Readers.of(
            new DeviceCatalog(
                    Library.of(RouterOsRecordingsTest.class.getClassLoader()),
                    Yaml.Map.empty(Span.NONE))
                .find("routeros7", "clab")
                .orElseThrow(),
            new Diagnostics());
    for (Path file : recordings()) {
      String name = RECORDED.relativize(file).toString();
      boolean excused = NOT_READ.keySet().stream().anyMatch(name::startsWith);
      List<String> by =
          READ.entrySet().stream()
              .filter(e -> name.startsWith(e.getKey()))
              .map(Map.Entry::getValue)
              .toList();
      assertThat(by).as(name).hasSize(excused ? 0 : 1);
      if (!excused) {
        Reader reader = readers.find(by.getFirst()).orElseThrow();
        Shown shown = reader.read(Files.readString(file, StandardCharsets.UTF_8));
        assertThat(shown).as(name).isInstanceOf(Shown.Rows.class);
        assertThat(((Shown.Rows) shown).rows()).as(name).isNotEmpty();
      }
    }
  }

  private static List<Path> recordings() throws IOException {
    try (Stream<Path> paths = Files.walk(RECORDED)) {
      List<Path> files = paths.filter(p -> p.toString().endsWith(".raw")).sorted().toList();
      assertThat(files).hasSizeGreaterThan(15);
      return files;
    }
  }
}
