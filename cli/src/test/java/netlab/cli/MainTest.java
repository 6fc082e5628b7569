package netlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import netlab.cli.Entry.Topic;
import netlab.diag.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

final class MainTest {
  static final List<Entry> ALL = Main.ENTRIES;

  @TempDir private Path folder;

  @ParameterizedTest
  @FieldSource("ALL")
  void everyCommandTeachesByExample(Entry entry) {
    Console console = Console.in(folder);
    assertThat(console.run(entry.name(), "--help")).isEqualTo(ExitCode.OK);
    String help = console.out();
    assertThat(help).startsWith("Usage: netlab " + entry.name());
    assertThat(help).contains("-h, --help");
    List<String> examples = help.substring(help.indexOf("Examples:")).lines().skip(1).toList();
    assertThat(examples).hasSizeBetween(2, 5).anyMatch(e -> e.contains("netlab " + entry.name()));
    assertThat(help.lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void namesAreUniqueAndSorted() {
    assertThat(ALL).extracting(Entry::name).doesNotHaveDuplicates().doesNotContain("help");
    assertThat(ALL).extracting(Entry::summary).allMatch(s -> s.length() <= 60 && !s.endsWith("."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help", "help"})
  void listsTheCommandsButNotTheHiddenOnes(String arg) {
    Console console = Console.in(folder);
    assertThat(console.run(arg)).isEqualTo(ExitCode.OK);
    for (Entry entry : ALL) {
      boolean listed = console.out().contains("  " + entry.name() + " ");
      assertThat(listed).as(entry.name()).isEqualTo(entry.topic() != Topic.HIDDEN);
    }
    assertThat(console.err()).isEmpty();
  }

  @Test
  void withoutArgumentsListsTheCommands() {
    Console console = Console.in(folder);
    assertThat(console.run()).isEqualTo(ExitCode.OK);
    assertThat(console.out()).contains("explain");
  }

  @Test
  void helpOfOneCommandIsItsHelp() {
    Console console = Console.in(folder);
    assertThat(console.run("help", "version")).isEqualTo(ExitCode.OK);
    assertThat(console.out()).startsWith("Usage: netlab version");
  }

  @Test
  void unknownCommandIsAUsageError() {
    Console console = Console.in(folder);
    assertThat(console.run("frobnicate")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("no command `frobnicate`");
    assertThat(console.out()).isEmpty();
  }

  @Test
  void misspelledCommandIsSuggested() {
    Console console = Console.in(folder);
    assertThat(console.run("verison")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("did you mean `version`?");
  }

  @Test
  void explainsACodeAndListsThem() {
    Console list = Console.in(folder);
    assertThat(list.run("explain")).isEqualTo(ExitCode.OK);
    assertThat(list.out()).contains("NL0201   unknown attribute");
    assertThat(list.out().lines()).hasSize(Code.values().length);
    Console page = Console.in(folder);
    assertThat(page.run("explain", "nl0201")).isEqualTo(ExitCode.OK);
    assertThat(page.out()).startsWith("# NL0201: unknown attribute").contains("## What to do");
    Console json = Console.in(folder);
    assertThat(json.run("explain", "NL0201", "-o", "json")).isEqualTo(ExitCode.OK);
    assertThat(JsonParser.parseString(json.out()).getAsJsonObject().get("code").getAsString())
        .isEqualTo("NL0201");
  }

  @Test
  void unknownCodeIsAUsageError() {
    Console console = Console.in(folder);
    assertThat(console.run("explain", "NL9999")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("no code `NL9999`");
  }

  @Test
  void unknownOptionIsAUsageErrorWithASuggestion() {
    Console console = Console.in(folder);
    assertThat(console.run("version", "--outptu", "json")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err())
        .contains("netlab version: ")
        .contains("--outptu")
        .contains("--output");
    assertThat(console.err()).contains("netlab version --help");
  }

  @Test
  void versionIsKnownAndTheSameInJson() {
    Console text = Console.in(folder);
    assertThat(text.run("--version")).isEqualTo(ExitCode.OK);
    Console json = Console.in(folder);
    assertThat(json.run("version", "-o", "json")).isEqualTo(ExitCode.OK);
    String version =
        JsonParser.parseString(json.out()).getAsJsonObject().get("netlab").getAsString();
    assertThat(version).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    assertThat(text.out()).contains(version);
  }

  @Test
  void bugBecomesOneSentenceAndAFile() throws Exception {
    Console console = Console.in(folder);
    List<Entry> broken = List.of(new Entry(Topic.LABS, "broken", "", session -> new Broken()));
    assertThat(console.run(broken, "broken")).isEqualTo(ExitCode.BUG);
    assertThat(console.err()).contains("this is a bug").contains("crash.log");
    assertThat(console.err()).doesNotContain("\tat ").hasLineCount(2);
    assertThat(Files.readString(folder.resolve(".netlab/crash.log")))
        .contains("IllegalStateException: planted")
        .contains("MainTest$Broken.call");
  }

  @Test
  void bugWhileACommandIsMadeIsCaughtToo() {
    Console console = Console.in(folder);
    List<Entry> broken =
        List.of(
            new Entry(
                Topic.LABS,
                "broken",
                "",
                session -> {
                  throw new StackOverflowError();
                }));
    assertThat(console.run(broken, "broken")).isEqualTo(ExitCode.BUG);
    assertThat(console.err()).contains("this is a bug");
  }

  @Test
  void crashLogGoesElsewhereWhenTheFolderIsClosed() throws Exception {
    Files.writeString(folder.resolve(".netlab"), "a file where the folder should be");
    Console console = Console.in(folder);
    List<Entry> broken = List.of(new Entry(Topic.LABS, "broken", "", session -> new Broken()));
    assertThat(console.run(broken, "broken")).isEqualTo(ExitCode.BUG);
    String said = console.err().lines().toList().getLast();
    Path log = Path.of(said.substring(said.lastIndexOf(' ') + 1));
    assertThat(log).content().contains("planted");
    Files.delete(log);
  }

  @Test
  void warmupRunsEverythingItShould() {
    Console console = Console.in(folder);
    assertThat(console.run("warmup")).as(console.err()).isEqualTo(ExitCode.OK);
    assertThat(console.out()).isEmpty();
  }

  @Test
  void completionKnowsEveryCommandButNotTheHiddenOnes() {
    Console console = Console.in(folder);
    assertThat(console.run("completion", "bash", "--generate")).isEqualTo(ExitCode.OK);
    assertThat(console.out()).contains("complete -F").contains("--output").doesNotContain("warmup");
    ALL.stream()
        .filter(e -> e.topic() != Topic.HIDDEN)
        .forEach(e -> assertThat(console.out()).contains("_picocli_netlab_" + e.name() + "()"));
  }

  @Test
  void allCommandsTogetherMakeOneModel() {
    CommandLine all = new Main(Console.in(folder).session()).everything();
    assertThat(all.getSubcommands().keySet())
        .containsExactlyElementsOf(
            ALL.stream().filter(e -> e.topic() != Topic.HIDDEN).map(Entry::name).toList());
  }

  @Command
  private static final class Broken implements Callable<Integer> {
    @Override
    public Integer call() {
      throw new IllegalStateException("planted");
    }
  }
}
