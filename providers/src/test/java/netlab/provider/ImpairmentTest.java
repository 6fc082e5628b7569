package netlab.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import netlab.exec.Command;
import netlab.exec.FakeShell;
import netlab.exec.Result;
import netlab.provider.clab.Labs;
import org.junit.jupiter.api.Test;

/** What {@code tc} is told of impaired links, and what it tells. */
class ImpairmentTest {
  private static final Command PROBE = Command.of("tc", "probe");

  private static Impairment of(Map<String, String> parameters) {
    return Impairment.of(name -> Optional.ofNullable(parameters.get(name)));
  }

  @Test
  void everyParameterHasItsUnit() {
    Impairment all =
        of(
            Map.of(
                "delay",
                "1500",
                "jitter",
                "0.5ms",
                "loss",
                "12.5",
                "corrupt",
                "1",
                "duplicate",
                "2",
                "reorder",
                "3",
                "rate",
                "1000"));
    assertThat(String.join(" ", all.set("eth1")))
        .isEqualTo(
            "qdisc replace dev eth1 root netem delay 1500ms 0.5ms loss 12.5% corrupt 1%"
                + " duplicate 2% reorder 3% rate 1000kbit");
    assertThat(all.problem()).isEmpty();
    assertThat(of(Map.of("jitter", "1.5s")).set("eth1")).endsWith("delay", "0ms", "1.5s");
  }

  @Test
  void whatNetemCannotDoIsSaid() {
    assertThat(of(Map.of("reorder", "5")).problem())
        .hasValue("packets can change their order only where there is a delay, too");
    assertThat(of(Map.of("loss", "101")).problem())
        .hasValue("loss 101: of a hundred packets at most 100");
    assertThat(of(Map.of("delay", "soon")).problem()).isPresent();
    assertThat(of(Map.of("rate", "1mbit")).problem()).hasValue("`1mbit` is no number for rate");
  }

  /** As iproute2 6.1 shows it; shares and seconds become the numbers of the lab file again. */
  @Test
  void whatTcShowsIsRead() {
    String json =
        """
        [{"kind":"netem","handle":"8002:","root":true,"refcnt":2,"options":{"limit":1000,\
        "delay":{"delay":0.02,"jitter":0.005,"correlation":0},\
        "loss-random":{"loss":0.125,"correlation":0},\
        "duplicate":{"duplicate":0.01,"correlation":0},\
        "rate":{"rate":125000,"packetoverhead":0,"cellsize":0,"celloverhead":0},\
        "ecn":false,"gap":0}}]
        """;
    assertThat(Impairment.shown(json))
        .hasToString("delay 20 jitter 5 loss 12.5 duplicate 1 rate 1000");
    assertThat(Impairment.shown("[{\"kind\":\"noqueue\",\"root\":true,\"options\":{}}]").isNone())
        .isTrue();
    assertThat(Impairment.shown("").isNone()).isTrue();
  }

  @Test
  void whatIsSaidNowWinsOverWhatWasThere() {
    assertThat(of(Map.of("loss", "1")).over(of(Map.of("loss", "5", "delay", "10"))))
        .hasToString("delay 10 loss 1");
  }

  @Test
  void aKernelWithoutNetemIsMissingAtTheLinkThatNeedsIt() throws InterruptedException {
    FakeShell without =
        new FakeShell(c -> Result.exited(2, "", "Error: Specified qdisc kind is unknown.\n"));
    assertThat(NetemCheck.run(Labs.named("impaired"), without, PROBE))
        .singleElement()
        .satisfies(m -> {
          assertThat(m.message()).contains("netem");
          assertThat(m.at().line()).isEqualTo(9);
        });
    assertThat(NetemCheck.run(Labs.named("impaired"), new FakeShell(), PROBE)).isEmpty();
    assertThat(NetemCheck.run(Labs.named("pair"), without, PROBE)).isEmpty();
    assertThat(without.asked()).hasSize(1);
  }
}
