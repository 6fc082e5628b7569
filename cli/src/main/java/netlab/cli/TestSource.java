package netlab.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.custom.CustomTemplates;
import netlab.device.Device;
import netlab.device.DeviceCatalog;
import netlab.diag.Diagnostics;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.expr.Json;
import netlab.schema.Library;
import netlab.schema.Value;
import netlab.source.Yaml;
import netlab.state.LabState;
import netlab.validate.LabTest;
import netlab.validate.LabTests;
import netlab.validate.TestCheck;
import netlab.validation.Surroundings;
import netlab.validation.TestFile;
import netlab.validation.ValidationTests;
import netlab.view.PublicModel;

/**
 * Tests that are not in the lab file.
 *
 * @param model the public model of the lab they are about
 * @param templates where templates are that tests apply
 */
record TestSource(LabState lab, JsonObject model, CustomTemplates templates) {
  /**
   * Tests with their places.
   *
   * @param places where the file has them, by their names
   */
  record Found(List<LabTest> tests, SequencedMap<String, Span> places) {
    Found {
      tests = List.copyOf(tests);
      places = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(places));
    }
  }

  /** The tests of a file; empty when something is wrong with them, which is reported. */
  Optional<Found> read(Path file, Diagnostics diag) {
    Library library = Library.of(TestSource.class.getClassLoader());
    Set<String> nodes = new LinkedHashSet<>(lab.nodes().stream().map(n -> n.id().name()).toList());
    Optional<List<Value>> written =
        TestFile.read(file, library, nodes, surroundings(library), diag);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    List<Object> plain = written.get().stream().flatMap(t -> PublicModel.of(t).stream()).toList();
    List<TestCheck.Target> targets =
        lab.nodes().stream()
            .map(n -> new TestCheck.Target(n.id(), lab.device(n), n.provider()))
            .toList();
    new TestCheck(targets, Json.fields(model), templates, Severity.ERROR, diag)
        .check(written.get(), plain);
    if (diag.hasErrors()) {
      return Optional.empty();
    }
    String section = netlab.view.Json.text(Map.of("validate", plain));
    return Optional.of(
        new Found(
            LabTests.of(JsonParser.parseString(section).getAsJsonObject()),
            ValidationTests.places(written.get())));
  }

  /** Names of waiting times are not kept with a lab: tests of files wait for seconds. */
  private Surroundings surroundings(Library library) {
    Set<String> devices = new LinkedHashSet<>();
    lab.devices().values().stream().map(Device::lineage).forEach(devices::addAll);
    return new Surroundings(
        devices,
        () -> {
          Set<String> known = new LinkedHashSet<>(devices);
          known.addAll(new DeviceCatalog(library, Yaml.Map.empty(Span.NONE)).names());
          return known;
        },
        this::links,
        Value.Fields.NONE);
  }

  private Set<String> links() {
    Set<String> names = new LinkedHashSet<>();
    if (model.get("links") instanceof JsonArray links) {
      for (JsonElement link : links) {
        names.addAll(names(link.getAsJsonObject()));
      }
    }
    return names;
  }

  /** A link goes by its nodes, in the order of the lab file or the other, and by its own name. */
  private static List<String> names(JsonObject link) {
    List<String> ends = new ArrayList<>();
    if (link.get("interfaces") instanceof JsonArray interfaces) {
      for (JsonElement end : interfaces) {
        if (end.getAsJsonObject().get("node") instanceof JsonPrimitive node) {
          ends.add(node.getAsString());
        }
      }
    }
    List<String> names = new ArrayList<>();
    names.add(String.join("-", ends));
    names.add(String.join("-", ends.reversed()));
    if (link.get("name") instanceof JsonPrimitive name) {
      names.add(name.getAsString());
    }
    return names;
  }
}
