package netlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import netlab.matrix.FakeLabs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command around runs that are not real. */
final class MatrixTest {
  private static final String CANNOT =
      """
      {"ok": false, "diagnostics": [{"code": "NL0601", "severity": "error", "message": "no"}]}
      """;
  private static final String MISTAKE = CANNOT.replace("NL0601", "NL0304");

  @TempDir private Path folder;

  @BeforeEach
  void scenarios() throws IOException {
    for (String name : new String[] {"s1", "s2", "wrong"}) {
      Files.createDirectories(folder.resolve("labs"));
      Files.writeString(folder.resolve("labs").resolve(name + ".yml"), "nodes: [a]\n");
    }
    Files.writeString(folder.resolve("labs/shared.yml"), "const.x: 1\n");
  }

  @Test
  void whatIsUnsupportedIsNoFailure() {
    FakeLabs labs = new FakeLabs().with("up wrong", 1, CANNOT);
    Console console = run(labs, ExitCode.OK, "labs", "-d", "frr", "-p", "netns");
    assertThat(console.out())
        .contains("3 scenarios   frr netns")
        .contains("2 passed, 1 unsupported")
        .containsPattern("wrong +frr netns +unsupported .*NL0601 no");
    assertThat(folder.resolve("matrix.html")).content().contains("unsupported");
  }

  @Test
  void oneFailureFailsTheMatrixAndStopsNothing() {
    FakeLabs labs = new FakeLabs().with("up s1", 1, MISTAKE);
    Console console = run(labs, ExitCode.FAILED, "labs", "-p", "netns,clab", "--junit", "m.xml");
    assertThat(console.out()).contains("4 passed, 2 failed");
    assertThat(folder.resolve("m.xml")).content().contains("NL0304 no");
  }

  @Test
  void resumeRunsWhatIsMissing() {
    run(new FakeLabs(), ExitCode.OK, "labs/s1.yml", "-p", "netns");
    FakeLabs labs = new FakeLabs();
    Console console = run(labs, ExitCode.OK, "labs", "-p", "netns", "--resume");
    assertThat(labs.asked).contains("up s2", "up wrong").doesNotContain("up s1");
    assertThat(console.out()).contains("1 known already").contains("3 passed");
  }

  @Test
  void repeatedRunsAreCounted() throws Exception {
    FakeLabs labs = new FakeLabs();
    run(labs, ExitCode.OK, "labs/s1.yml", "-p", "netns", "--repeat", "3");
    assertThat(labs.asked.stream().filter("up s1"::equals)).hasSize(3);
    JsonObject json = json(Files.readString(folder.resolve("matrix.json")));
    JsonObject cell = json.getAsJsonArray("cells").get(0).getAsJsonObject();
    assertThat(cell.getAsJsonArray("runs")).hasSize(3);
  }

  @Test
  void severalJobsRunAllCells() {
    FakeLabs labs = new FakeLabs();
    Console console = run(labs, ExitCode.OK, "labs", "-d", "a,b", "-p", "netns", "--jobs", "4");
    assertThat(console.out()).contains("6 passed");
    assertThat(labs.asked).hasSize(18);
  }

  @Test
  void whatChangedIsTold() throws Exception {
    run(new FakeLabs(), ExitCode.OK, "labs", "-p", "netns");
    Files.move(folder.resolve("matrix.json"), folder.resolve("old.json"));
    FakeLabs labs = new FakeLabs().with("up s2", 1, MISTAKE);
    Console console = run(labs, ExitCode.FAILED, "labs", "-p", "netns", "--compare", "old.json");
    assertThat(console.out()).contains("s2  netns: passed -> failed");
    assertThat(folder.resolve("matrix.html")).content().contains("s2  netns: passed -&gt; failed");
  }

  @Test
  void theDocumentIsTheFile() throws Exception {
    Console console = run(new FakeLabs(), ExitCode.OK, "labs", "-p", "netns", "-o", "json");
    assertThat(json(console.out()))
        .isEqualTo(json(Files.readString(folder.resolve("matrix.json"))));
    assertThat(json(console.out()).getAsJsonObject("versions").keySet())
        .contains("netlab", "java", "kernel");
  }

  @Test
  void wrongUseRunsNothing() {
    FakeLabs labs = new FakeLabs();
    assertThat(run(labs, ExitCode.USAGE, "nowhere", "-p", "netns").err()).contains("`nowhere`");
    assertThat(run(labs, ExitCode.USAGE, "labs", "-p", "netnss").err()).contains("`netns`");
    assertThat(run(labs, ExitCode.USAGE, "labs", "--jobs", "0").err()).contains("--jobs");
    assertThat(run(labs, ExitCode.FAILED, "labs", "--compare", "none.json").err())
        .contains("none.json");
    assertThat(labs.asked).isEmpty();
    assertThat(folder.resolve("matrix.json")).doesNotExist();
  }

  @Test
  void aFolderWithoutLabsIsTold() throws Exception {
    Files.createDirectory(folder.resolve("empty"));
    assertThat(run(new FakeLabs(), ExitCode.FAILED, "empty").err()).contains("no lab in empty");
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  private Console run(FakeLabs labs, int status, String... args) {
    Console console = Console.in(folder, labs);
    String[] all = new String[args.length + 1];
    all[0] = "matrix";
    System.arraycopy(args, 0, all, 1, args.length);
    assertThat(console.run(all)).as(console.out() + console.err()).isEqualTo(status);
    return console;
  }
}
