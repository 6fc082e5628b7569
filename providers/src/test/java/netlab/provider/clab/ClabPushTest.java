package netlab.provider.clab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import netlab.device.Device;
import netlab.device.DeviceCatalog;
import netlab.diag.Span;
import netlab.exec.Deadline;
import netlab.exec.FakeShell;
import netlab.exec.Result;
import netlab.lab.NodeId;
import netlab.plan.LabId;
import netlab.provider.RunInfo;
import netlab.provider.RunRequest;
import netlab.push.FakeDevice;
import netlab.push.PushWay;
import netlab.push.Pushed;
import netlab.schema.Library;
import netlab.source.Yaml;
import netlab.transport.TransportFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device whose configuration a program in its container reads, with what VyOS says. */
class ClabPushTest {
  private static final NodeId R1 = new NodeId("r1");

  @TempDir private Path folder;

  private Map<String, Object> fake;

  @BeforeEach
  void fake() throws IOException {
    fake = FakeDevice.script("vyos");
  }

  private String text(String key) {
    return String.valueOf(fake.get(key));
  }

  private Pushed push(FakeShell shell, String config) throws InterruptedException {
    Device device =
        new DeviceCatalog(Library.of(getClass().getClassLoader()), Yaml.Map.empty(Span.NONE))
            .find("vyos", "clab")
            .orElseThrow();
    PushWay way = ((PushWay.Found.Usable) PushWay.of(device.facts().fieldsAt("push"))).way();
    SequencedMap<String, String> facts = new LinkedHashMap<>();
    facts.put("container", "clab-a-r1");
    facts.put(ClabPush.WAY, way.text());
    SequencedMap<NodeId, SequencedMap<String, String>> nodes = new LinkedHashMap<>();
    nodes.put(R1, facts);
    RunInfo run = new RunInfo("clab", new LabId("abcde"), folder, new LinkedHashMap<>(), nodes);
    return new ClabPush(shell, new ClabReach(new Docker(shell)), run, new ConcurrentHashMap<>())
        .push(R1, "vyos.conf", "/etc/a.conf", config, Deadline.after(Duration.ofSeconds(9)));
  }

  private static FakeShell says(Result result) {
    return new FakeShell(command -> result);
  }

  @Test
  void theProgramIsGivenTheFileInTheWayOfTheDevice() throws Exception {
    FakeShell shell = says(Result.exited(0, text("committed"), ""));
    assertThat(push(shell, text("good"))).isEqualTo(new Pushed.Taken(text("committed").strip()));
    assertThat(shell.commands().getFirst().argv())
        .containsExactly(
            "docker",
            "exec",
            "--interactive",
            "clab-a-r1",
            "su",
            "-",
            "vyos",
            "-c",
            "/bin/vbash /etc/netlab/load /etc/a.conf");
    assertThat(shell.commands().getFirst().stdin()).contains(text("good"));
  }

  @Test
  void aRefusedLineIsToldAndNothingIsInEffect() throws Exception {
    Pushed.Refused refused =
        (Pushed.Refused) push(says(Result.exited(1, text("refusal"), "")), text("bad"));
    assertThat(refused.unchanged()).isTrue();
    assertThat(refused.lines()).extracting(Pushed.Line::said).contains(text("told"));
  }

  @Test
  void aRefusedCommitIsToldEvenWhenTheProgramEndsWell() throws Exception {
    Pushed.Refused refused =
        (Pushed.Refused) push(says(Result.exited(0, text("commit_refusal"), "")), text("good"));
    assertThat(refused.unchanged()).isTrue();
    assertThat(refused.lines())
        .extracting(Pushed.Line::said)
        .containsExactlyElementsOf(text("commit_refusal").strip().lines().toList());
  }

  @Test
  void aContainerThatEndsIsNoRefusal() throws Exception {
    Result gone = Result.exited(137, "", "container is not running");
    List<Result> ends = List.of(gone, Result.notStarted("no docker"), tooSlow());
    for (Result end : ends) {
      Pushed.Broken broken = (Pushed.Broken) push(says(end), text("good"));
      assertThat(broken.failure()).isInstanceOf(TransportFailure.CommandFailed.class);
      assertThat(broken.unchanged()).isTrue();
    }
  }

  /** Containerlab returns long before a machine has started; what runs in a container is there. */
  @Test
  void machinesThatAreNotTypedAtAreGivenTheTimeToStart() {
    assertThat(boot("nxos")).isEqualTo(Duration.ofMinutes(20));
    assertThat(boot("arubacx")).isEqualTo(Duration.ofMinutes(20));
    assertThat(boot("frr")).isZero();
    assertThat(boot("eos")).isZero();
  }

  private static Duration boot(String device) {
    return ClabPush.boot(
        new RunRequest.NodeFiles(
            new DeviceCatalog(
                    Library.of(ClabPushTest.class.getClassLoader()), Yaml.Map.empty(Span.NONE))
                .find(device, "clab")
                .orElseThrow(),
            List.of()));
  }

  private static Result tooSlow() {
    return new Result(Result.End.TIMED_OUT, 137, "", "", false, Duration.ofSeconds(9));
  }
}
