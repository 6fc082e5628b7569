package netlab.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netlab.device.DeviceCatalog;
import netlab.diag.Span;
import netlab.exec.Deadline;
import netlab.push.FakeDevice.Fault;
import netlab.schema.Library;
import netlab.schema.Value;
import netlab.source.Yaml;
import netlab.transport.TransportFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every device that is typed at, against its fake, with everything that goes wrong on the way. */
class PushTest {
  @TempDir private Path folder;

  private static final Path FAKES = Path.of("src/test/resources/fakes");

  private static final DeviceCatalog DEVICES =
      new DeviceCatalog(Library.of(PushTest.class.getClassLoader()), Yaml.Map.empty(Span.NONE));

  /** Devices whose way of taking configurations no fake has yet, and why. */
  private static final Map<String, String> WITHOUT_FAKE = Map.of();

  static Stream<Arguments> cases() throws IOException {
    List<Arguments> all = new ArrayList<>();
    for (String device : fakes()) {
      if (way(device).isProgram()) {
        continue;
      }
      for (Fault fault : Fault.values()) {
        all.add(Arguments.of(device, fault));
      }
    }
    return all.stream();
  }

  private static List<String> fakes() throws IOException {
    try (Stream<Path> files = Files.list(FAKES)) {
      return files.map(f -> f.getFileName().toString().replace(".yml", "")).sorted().toList();
    }
  }

  @Test
  void everyWayOfEveryDeviceIsThatOfAFake() throws IOException {
    Set<String> tried = fakes().stream().map(name -> way(name).text()).collect(Collectors.toSet());
    List<String> untried =
        DEVICES.names().stream()
            .filter(name -> !WITHOUT_FAKE.containsKey(name))
            .filter(name -> !push(name).isEmpty() && !tried.contains(way(name).text()))
            .toList();
    assertThat(untried).as("devices with a `push` that no file in %s tries", FAKES).isEmpty();
    assertThat(WITHOUT_FAKE.keySet())
        .as("devices that need no exception")
        .noneMatch(name -> push(name).isEmpty() || tried.contains(way(name).text()));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void aDeviceIsToldItsConfigurationOrWhyNot(String device, Fault fault)
      throws IOException, GeneralSecurityException, InterruptedException {
    PushWay way = way(device);
    try (FakeDevice fake = new FakeDevice(device, fault)) {
      if (fault == Fault.CHANGED_KEY) {
        fake.keyOfAnother(folder.resolve("known_hosts"));
      }
      String config = fake.text(fault == Fault.BAD_LINE ? "bad" : "good");
      // The deadline must end a silent device; all others are done long before it.
      Deadline deadline = Deadline.after(Duration.ofSeconds(fault == Fault.SILENT ? 1 : 20));
      Pushed pushed =
          PushSession.push(way, fake.endpoint(), folder.resolve("known_hosts"), config, deadline);
      judge(fault, way, fake, config, pushed);
      assertThat(pushed.toString()).doesNotContain(FakeDevice.PASSWORD);
    }
  }

  private static void judge(
      Fault fault, PushWay way, FakeDevice fake, String config, Pushed pushed) {
    List<String> wanted = config.lines().filter(line -> !line.matches("\\s*[!#].*|\\s*")).toList();
    switch (fault) {
      case NONE, SLOW_PROMPT, PAGER, BANNER -> {
        assertThat(pushed).isInstanceOf(Pushed.Taken.class);
        assertThat(fake.running).isEqualTo(wanted);
      }
      case BAD_LINE -> {
        Pushed.Refused refused = (Pushed.Refused) pushed;
        int number = Integer.parseInt(fake.text("bad_line"));
        assertThat(refused.lines()).hasSize(1);
        assertThat(refused.lines().getFirst().number()).isEqualTo(number);
        assertThat(refused.lines().getFirst().text())
            .isEqualTo(config.lines().toList().get(number - 1).strip());
        assertThat(refused.lines().getFirst().said()).contains(told(fake).strip());
        assertThat(refused.unchanged()).isEqualTo(way.hasCandidate());
        assertThat(fake.running.isEmpty()).isEqualTo(way.hasCandidate());
      }
      case BAD_COMMIT -> {
        if (way.hasCandidate()) {
          Pushed.Refused refused = (Pushed.Refused) pushed;
          assertThat(refused.unchanged()).isTrue();
          assertThat(refused.lines().getFirst().number()).isZero();
          assertThat(fake.running).isEmpty();
        } else {
          assertThat(pushed).isInstanceOf(Pushed.Taken.class);
        }
      }
      case DROPS -> {
        Pushed.Broken broken = (Pushed.Broken) pushed;
        assertThat(broken.failure()).isInstanceOf(TransportFailure.Closed.class);
        assertThat(broken.unchanged()).isEqualTo(way.hasCandidate());
      }
      case WRONG_PASSWORD -> failed(pushed, TransportFailure.AuthenticationFailed.class);
      case SILENT -> failed(pushed, TransportFailure.Timeout.class);
      case CHANGED_KEY -> failed(pushed, TransportFailure.HostKeyChanged.class);
    }
  }

  private static String told(FakeDevice fake) {
    String told = fake.text("told");
    return told.isEmpty()
        ? fake.text("refusal").strip().lines().toList().getLast()
        : told.replace("{line}", fake.text("bad_line"));
  }

  private static void failed(Pushed pushed, Class<? extends TransportFailure> as) {
    Pushed.Broken broken = (Pushed.Broken) pushed;
    assertThat(broken.failure()).isInstanceOf(as);
    assertThat(broken.unchanged()).isTrue();
  }

  private static Value.Fields push(String name) {
    return DEVICES
        .find(name, "clab")
        .map(device -> device.facts().fieldsAt("push"))
        .orElse(Value.Fields.NONE);
  }

  private static PushWay way(String name) {
    PushWay way = ((PushWay.Found.Usable) PushWay.of(push(name))).way();
    // Later commands have only what was written down.
    return PushWay.read(way.text()).orElseThrow();
  }
}
