package netlab.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import netlab.diag.Diagnostics;
import netlab.expect.Observation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every reader reads every recording of its command in ../shared, if that is there. What is read by
 * which reader, and what rightly is not, is in {@code src/test/resources/recordings}: one file for
 * each folder of recordings, with lines
 *
 * <pre>
 * begin of a path | reader | field=column, ...    columns of the file of facts beside it
 * begin of a path | reader | none                 the device says that there is nothing
 * begin of a path | -      | why it is not read
 * </pre>
 *
 * The longest begin counts. A recording without a word, or of an error, has no rows.
 */
class RecordingsTest {
  private static final Path RECORDED = Path.of("../../shared/recorded");
  private static final Path MAPS = Path.of("src/test/resources/recordings");

  private record Line(String begin, String reader, String rest) {}

  /** The facts about one folder: {@code folder structured/ios, device ios} and its lines. */
  private record Plan(Path folder, String device, List<Line> lines) {
    static Plan of(Path file) throws IOException {
      List<String[]> rows =
          Files.readAllLines(file).stream()
              .filter(text -> !text.isBlank() && !text.startsWith("#"))
              .map(text -> text.strip().split(" *\\| *", 3))
              .toList();
      String[] head = rows.getFirst();
      return new Plan(
          RECORDED.resolve(head[0]),
          head[1],
          rows.stream().skip(1).map(r -> new Line(r[0], r[1], r.length > 2 ? r[2] : "")).toList());
    }

    Optional<Line> line(String name) {
      return lines.stream()
          .filter(line -> name.startsWith(line.begin))
          .max(Comparator.comparingInt(line -> line.begin.length()));
    }
  }

  @TestFactory
  Stream<DynamicTest> everyRecordingIsReadOrHasAReason() throws IOException {
    if (!Files.isDirectory(RECORDED)) {
      return Stream.of();
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (Plan plan : plans()) {
      Readers readers = Readers.of(ReadersTest.device(plan.device), new Diagnostics());
      for (Path file : recordings(plan.folder)) {
        tests.add(
            DynamicTest.dynamicTest(
                RECORDED.relativize(file).toString(), () -> check(plan, readers, file)));
      }
    }
    return tests.stream();
  }

  @Test
  void everyFolderOfRecordingsHasItsLinesAndEveryLineARecording() throws IOException {
    if (!Files.isDirectory(RECORDED)) {
      return;
    }
    Set<String> folders = new TreeSet<>(folders(RECORDED));
    folders.remove("structured");
    folders(RECORDED.resolve("structured")).forEach(name -> folders.add("structured/" + name));
    List<Plan> plans = plans();
    assertThat(plans.stream().map(p -> RECORDED.relativize(p.folder).toString()))
        .isSubsetOf(folders);
    for (Plan plan : plans) {
      List<String> names =
          recordings(plan.folder).stream().map(f -> plan.folder.relativize(f).toString()).toList();
      for (Line line : plan.lines) {
        assertThat(names)
            .as(line.begin)
            .anyMatch(name -> plan.line(name).filter(line::equals).isPresent());
      }
    }
  }

  private static void check(Plan plan, Readers readers, Path file) throws IOException {
    String name = plan.folder.relativize(file).toString();
    Optional<Line> found = plan.line(name);
    assertThat(found).as("a line for " + name).isPresent();
    Line line = found.orElseThrow();
    if (line.reader.equals("-")) {
      assertThat(line.rest).as("the reason of " + name).isNotBlank();
      return;
    }
    Reader reader = readers.find(line.reader).orElseThrow();
    String said = Files.readString(file, StandardCharsets.UTF_8);
    Shown shown = reader.read(said);
    boolean nothing = said.isBlank() || said.startsWith("%");
    assertThat(shown)
        .as(name)
        .satisfiesAnyOf(
            s -> assertThat(s).isInstanceOf(Shown.Rows.class), s -> assertThat(nothing).isTrue());
    List<Observation> rows = shown instanceof Shown.Rows(List<Observation> all) ? all : List.of();
    if (line.rest.equals("none") || nothing) {
      assertThat(rows).isEmpty();
      return;
    }
    assertThat(rows).isNotEmpty();
    for (Map.Entry<String, String> pair : pairs(line.rest).entrySet()) {
      assertThat(told(rows, pair.getKey()))
          .as(pair.getKey())
          .isEqualTo(facts(file, pair.getKey(), pair.getValue()));
    }
  }

  private static Map<String, String> pairs(String text) {
    return Stream.of(text.split(" *, *"))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(p -> p[0], p -> p[1], (a, b) -> b, LinkedHashMap::new));
  }

  private static Set<String> told(List<Observation> rows, String field) {
    return rows.stream()
        .map(row -> row.fields().getOrDefault(field, ""))
        .filter(text -> !text.isEmpty())
        .map(text -> text.toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the file of facts has in a column, or in two with a slash between them. */
  private static Set<String> facts(Path recording, String field, String columns)
      throws IOException {
    Path facts = Path.of(recording.toString().replaceAll("\\.raw$", ".yml"));
    String text = Files.readString(facts, StandardCharsets.UTF_8);
    List<List<String>> parts =
        Stream.of(columns.split("/"))
            .map(column ->
                Pattern.compile("(?m)^\\s*(?:- )?\"?" + column + "\"?:\\s*\"?([^\"\\n]*)\"?")
                    .matcher(text)
                    .results()
                    .map(m -> m.group(1))
                    .toList())
            .toList();
    Set<String> all = new TreeSet<>();
    for (int i = 0; i < parts.getFirst().size(); i++) {
      int row = i;
      String joined = parts.stream().map(part -> part.get(row)).collect(Collectors.joining("/"));
      if (!joined.isEmpty()) {
        all.add(Vocabulary.normal("", field, joined).toLowerCase(Locale.ROOT));
      }
    }
    return all;
  }

  private static List<Plan> plans() throws IOException {
    List<Plan> plans = new ArrayList<>();
    try (Stream<Path> files = Files.list(MAPS)) {
      for (Path file : files.sorted().toList()) {
        plans.add(Plan.of(file));
      }
    }
    return plans;
  }

  private static List<String> folders(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(Files::isDirectory).map(p -> p.getFileName().toString()).toList();
    }
  }

  /** What a device said; beside it are files of facts in it. */
  private static List<Path> recordings(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(p -> !p.toString().matches(".*(\\.yml|\\.md|/expected_result\\.json)"))
          .sorted()
          .toList();
    }
  }
}
