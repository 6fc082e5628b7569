package netlab.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import netlab.device.Device;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The files of every node of every lab below {@code golden/}, as they lie beside its model. {@code
 * -Dupdate-goldens} writes them anew; then read the difference like a reviewer.
 */
class GoldenConfigTest {
  private static final Path LABS = Path.of("src/test/resources/golden");

  private static final Set<String> SOURCES = Set.of("lab.yml", "model.json");

  private final Renderer renderer = new Renderer();

  @TestFactory
  Stream<DynamicTest> filesAreAsRecorded() throws IOException {
    try (Stream<Path> labs = Files.list(LABS)) {
      List<Path> all = labs.sorted().toList();
      assertThat(all).hasSizeGreaterThan(10);
      return all.stream()
          .map(lab -> DynamicTest.dynamicTest(lab.getFileName().toString(), () -> check(lab)));
    }
  }

  private void check(Path lab) throws IOException {
    new GoldenFolder(lab, SOURCES).holds(render(lab));
  }

  private Map<String, String> render(Path lab) throws IOException {
    var diagnostics = new Diagnostics();
    Map<String, String> files = new TreeMap<>();
    for (Subject subject : subjects(lab, diagnostics)) {
      for (ConfigFile file : renderer.render(subject, diagnostics)) {
        String name = subject.name() + "." + file.name();
        files.put(name, file.content());
        assertThat(renderer.origins(subject, file.name()))
            .as("origins of " + name)
            .hasSameSizeAs(file.content().lines().toList())
            .allMatch(o -> o.line() > 0);
      }
    }
    assertThat(diagnostics.sorted()).isEmpty();
    return files;
  }

  /** The nodes of a lab file, or of the model of a lab that uses modules which come later. */
  private static List<Subject> subjects(Path lab, Diagnostics diagnostics) throws IOException {
    Path file = lab.resolve("lab.yml");
    if (Files.exists(file)) {
      return LabSubjects.of(file, diagnostics);
    }
    Map<String, Object> model = model(lab.resolve("model.json"));
    List<Subject> subjects = new ArrayList<>();
    for (Object node : nodes(model)) {
      @SuppressWarnings("unchecked")
      Map<String, Object> tree = (Map<String, Object>) node;
      Device device =
          LabSubjects.DEVICES.find(String.valueOf(tree.get("device")), "clab").orElseThrow();
      subjects.add(new Subject(tree, model, device, Span.NONE));
    }
    return subjects;
  }

  private static Collection<?> nodes(Map<String, ?> model) {
    return model.get("nodes") instanceof Map<?, ?> nodes ? nodes.values() : List.of();
  }

  private static Map<String, Object> model(Path file) throws IOException {
    return tree(new Gson().fromJson(Files.readString(file), JsonObject.class));
  }

  private static Map<String, Object> tree(JsonObject object) {
    Map<String, Object> map = new LinkedHashMap<>();
    object.entrySet().forEach(e -> map.put(e.getKey(), plain(e.getValue())));
    return map;
  }

  private static Object plain(JsonElement element) {
    return switch (element) {
      case JsonObject o -> tree(o);
      case JsonArray a -> {
        List<Object> list = new ArrayList<>();
        a.forEach(item -> list.add(plain(item)));
        yield list;
      }
      case JsonPrimitive p when p.isBoolean() -> p.getAsBoolean();
      case JsonPrimitive p when p.isNumber() -> p.getAsLong();
      case JsonPrimitive p -> p.getAsString();
      default -> Map.of(); // null: an attribute that is only named
    };
  }
}
