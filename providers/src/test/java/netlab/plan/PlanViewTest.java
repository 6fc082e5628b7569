package netlab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import netlab.exec.Command;
import org.junit.jupiter.api.Test;

class PlanViewTest {
  private static final Plan PLAN =
      Plan.builder()
          .then(TestLab.write("configs/r1/bgp.cfg", "password hunter1"))
          .then(
              new Step.RunCommands(
                  new StepId("links"),
                  "make 1 link",
                  List.of(Action.of(Command.of("ip", "-batch", "-").input("netns add x\nlink\n"))),
                  false,
                  List.of(
                      new Undo.EndProcesses(List.of("x")),
                      Undo.Run.of(Action.of("ip", "netns", "del", "x")))))
          .together(
              List.of(
                  new Step.PushConfig(new StepId("push/r1"), "configure r1", "r1", "hunter2\n"),
                  new Step.RunCommands(
                      new StepId("login"),
                      "log in",
                      List.of(
                          Action.of(
                              Command.of("login", "-p", "hunter3")
                                  .hiding(2)
                                  .with(Map.of("P", "hunter4"))
                                  .input("hunter5")
                                  .hiding(Command.INPUT))),
                      true,
                      List.of())))
          .then(
              new Step.WaitFor(new StepId("ssh"), "wait for r1", "ssh r1", Duration.ofSeconds(60)))
          .build();

  @Test
  void showsWhatIsDoneAndUndone() {
    assertThat(PlanView.lines(PLAN))
        .containsExactly(
            "  1  write configs/r1/bgp.cfg  (write/configs/r1/bgp.cfg)",
            "       write  configs/r1/bgp.cfg  rw-r--r--  16 characters",
            "       undo   remove configs/r1/bgp.cfg",
            "  2  make 1 link  (links)",
            "       run    ip -batch -",
            "              | netns add x",
            "              | link",
            "       undo   end the processes in x",
            "       undo   ip netns del x",
            "  3  configure r1  (push/r1)",
            "       push   1-line configuration to r1",
            "  3  log in  (login)",
            "       run    login -p ***",
            "              | ***",
            "  4  wait for r1  (ssh)",
            "       wait   ssh r1, at most 60 s");
  }

  @Test
  void isAlsoJson() {
    String json = PlanView.json(PLAN).toString();
    assertThat(json)
        .contains("{\"stage\":1,\"id\":\"write/configs/r1/bgp.cfg\"")
        .contains("\"undo\":[{\"endProcesses\":[\"x\"]},{\"commands\":[{\"argv\":[\"ip\",")
        .contains("{\"argv\":[\"login\",\"-p\",\"***\"],\"stdin\":\"***\"}")
        .contains("\"kind\":\"wait\",\"condition\":\"ssh r1\",\"limitSeconds\":60");
  }

  @Test
  void showsNoSecret() {
    assertThat(String.join("\n", PlanView.lines(PLAN))).doesNotContain("hunter");
    assertThat(PlanView.json(PLAN).toString()).doesNotContain("hunter");
  }

  @Test
  void aFailureIsHarmlessOnlyWhenEachOfItsLinesIs() {
    Action action =
        Action.of("ip", "-batch", "-").tolerating("Cannot find device", "Command failed");
    assertThat(satisfied(action, "Cannot find device \"a\"\nCommand failed -:1\n")).isTrue();
    assertThat(satisfied(action, "Cannot find device \"a\"\nOperation not permitted\n")).isFalse();
    assertThat(satisfied(action, "")).isFalse();
    assertThat(action.satisfiedBy(netlab.exec.Result.notStarted("Cannot find device"))).isFalse();
  }

  private static boolean satisfied(Action action, String err) {
    return action.satisfiedBy(netlab.exec.Result.exited(1, "", err));
  }
}
