package netlab.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.device.Device;
import netlab.diag.SourceFile;
import netlab.diag.Span;
import netlab.expect.Expectation;
import netlab.expect.Reach;
import netlab.lab.NodeId;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.plan.LabId;
import netlab.provider.RunInfo;

/** The parts of a state as JSON and back; what is not as written is a JsonParseException. */
final class StateJson {
  private StateJson() {}

  static void write(JsonWriter json, LabState state) throws IOException {
    json.beginObject();
    json.name("name").value(state.name());
    json.name("file").value(state.file());
    if (state.run().isPresent()) {
      write(json.name("run"), state.run().get());
    }
    json.name("devices").beginObject();
    for (Device device : state.devices().values()) {
      ValueJson.write(json.name(device.name()), device.facts());
    }
    json.endObject();
    json.name("nodes").beginArray();
    for (NodeState node : state.nodes()) {
      write(json, node);
    }
    json.endArray();
    json.name("expectations").beginArray();
    for (Expectation expectation : state.expectations()) {
      write(json, expectation);
    }
    json.endArray();
    json.name("reaches").beginArray();
    for (Reach reach : state.reaches()) {
      write(json, reach);
    }
    json.endArray();
    json.name("tests").beginObject();
    for (Map.Entry<String, Span> test : state.tests().entrySet()) {
      write(json.name(test.getKey()), test.getValue());
    }
    json.endObject();
    json.endObject();
  }

  private static void write(JsonWriter json, Span place) throws IOException {
    json.beginArray();
    json.value(place.file().name());
    json.value(place.line()).value(place.column());
    json.value(place.endLine()).value(place.endColumn());
    json.endArray();
  }

  private static void write(JsonWriter json, RunInfo run) throws IOException {
    json.beginObject();
    json.name("provider").value(run.provider());
    json.name("id").value(run.id().text());
    fields(json.name("facts"), run.facts());
    json.name("nodes").beginObject();
    for (Map.Entry<NodeId, SequencedMap<String, String>> node : run.nodes().entrySet()) {
      fields(json.name(node.getKey().name()), node.getValue());
    }
    json.endObject();
    json.endObject();
  }

  private static void write(JsonWriter json, NodeState node) throws IOException {
    json.beginObject();
    json.name("name").value(node.id().name());
    json.name("device").value(node.device());
    json.name("provider").value(node.provider());
    json.name("role").value(node.role());
    texts(json.name("modules"), node.modules());
    optional(json, "image", node.image());
    optional(json, "management", node.management());
    json.endObject();
  }

  private static void write(JsonWriter json, Expectation e) throws IOException {
    json.beginObject();
    json.name("protocol").value(e.protocol());
    json.name("reader").value(e.reader());
    json.name("node").value(e.node().name());
    json.name("peer").value(e.peer().name());
    fields(json.name("key"), e.key());
    json.name("expected").beginObject();
    for (Map.Entry<String, List<String>> field : e.expected().entrySet()) {
      texts(json.name(field.getKey()), field.getValue());
    }
    json.endObject();
    json.name("label").value(e.label());
    if (e.cause().known()) {
      write(json.name("cause"), e.cause());
    }
    json.endObject();
  }

  private static void write(JsonWriter json, Reach reach) throws IOException {
    json.beginObject();
    json.name("protocol").value(reach.protocol());
    json.name("family").value(reach.family().text());
    texts(json.name("from"), reach.from().stream().map(NodeId::name).toList());
    json.name("to").beginObject();
    for (Map.Entry<NodeId, InterfaceAddress> address : reach.to().entrySet()) {
      json.name(address.getKey().name()).value(address.getValue().toString());
    }
    json.endObject();
    json.endObject();
  }

  private static void fields(JsonWriter json, Map<String, String> fields) throws IOException {
    json.beginObject();
    for (Map.Entry<String, String> field : fields.entrySet()) {
      json.name(field.getKey()).value(field.getValue());
    }
    json.endObject();
  }

  static void texts(JsonWriter json, List<String> texts) throws IOException {
    json.beginArray();
    for (String text : texts) {
      json.value(text);
    }
    json.endArray();
  }

  private static void optional(JsonWriter json, String name, Optional<String> text)
      throws IOException {
    if (text.isPresent()) {
      json.name(name).value(text.get());
    }
  }

  static LabState read(String netlab, JsonObject json, Path folder) {
    SequencedMap<String, Device> devices = new LinkedHashMap<>();
    child(json, "devices")
        .asMap()
        .forEach(
            (name, facts) -> devices.put(name, new Device(name, ValueJson.fields(object(facts)))));
    List<NodeState> nodes = new ArrayList<>();
    items(json, "nodes").forEach(node -> nodes.add(node(object(node), devices.keySet())));
    List<Expectation> expectations = new ArrayList<>();
    Map<String, SourceFile> files = new HashMap<>();
    items(json, "expectations").forEach(e -> expectations.add(expectation(object(e), files)));
    List<Reach> reaches = new ArrayList<>();
    if (json.has("reaches")) {
      items(json, "reaches").forEach(r -> reaches.add(reach(object(r))));
    }
    Optional<RunInfo> run =
        json.has("run") ? Optional.of(run(child(json, "run"), folder)) : Optional.empty();
    SequencedMap<String, Span> tests = new LinkedHashMap<>();
    if (json.has("tests")) {
      child(json, "tests").asMap().forEach((name, at) -> tests.put(name, span(array(at), files)));
    }
    return new LabState(
        netlab,
        text(json, "name"),
        text(json, "file"),
        devices,
        nodes,
        expectations,
        reaches,
        tests,
        run);
  }

  private static RunInfo run(JsonObject json, Path folder) {
    SequencedMap<NodeId, SequencedMap<String, String>> nodes = new LinkedHashMap<>();
    child(json, "nodes")
        .asMap()
        .forEach((name, facts) -> nodes.put(new NodeId(name), fields(object(facts))));
    return new RunInfo(
        text(json, "provider"), id(text(json, "id")), folder, fields(child(json, "facts")), nodes);
  }

  private static LabId id(String text) {
    try {
      return new LabId(text);
    } catch (IllegalArgumentException e) {
      throw new JsonParseException("not a lab id: " + text, e);
    }
  }

  private static NodeState node(JsonObject json, Set<String> devices) {
    String device = text(json, "device");
    if (!devices.contains(device)) {
      throw new JsonParseException("device `" + device + "` is missing");
    }
    return new NodeState(
        new NodeId(text(json, "name")),
        device,
        text(json, "provider"),
        text(json, "role"),
        texts(items(json, "modules")),
        find(json, "image"),
        find(json, "management"));
  }

  private static Expectation expectation(JsonObject json, Map<String, SourceFile> files) {
    SequencedMap<String, List<String>> expected = new LinkedHashMap<>();
    child(json, "expected")
        .asMap()
        .forEach((name, values) -> expected.put(name, texts(array(values))));
    return new Expectation(
        text(json, "protocol"),
        text(json, "reader"),
        new NodeId(text(json, "node")),
        new NodeId(text(json, "peer")),
        fields(child(json, "key")),
        expected,
        text(json, "label"),
        json.has("cause") ? span(items(json, "cause"), files) : Span.NONE);
  }

  private static Reach reach(JsonObject json) {
    SequencedMap<NodeId, InterfaceAddress> to = new LinkedHashMap<>();
    fields(child(json, "to"))
        .forEach((node, address) -> to.put(new NodeId(node), address(address)));
    return new Reach(
        text(json, "protocol"),
        Family.tryParse(text(json, "family"))
            .orElseThrow(() -> new JsonParseException("no family: " + text(json, "family"))),
        texts(items(json, "from")).stream().map(NodeId::new).toList(),
        to);
  }

  private static InterfaceAddress address(String text) {
    return InterfaceAddress.tryParse(text)
        .orElseThrow(() -> new JsonParseException("no address: " + text));
  }

  private static Span span(JsonArray json, Map<String, SourceFile> files) {
    if (json.size() != 5) {
      throw new JsonParseException("a place has five parts");
    }
    SourceFile file = files.computeIfAbsent(text(json.get(0)), name -> new SourceFile(name, ""));
    return new Span(
        file, number(json.get(1)), number(json.get(2)), number(json.get(3)), number(json.get(4)));
  }

  private static SequencedMap<String, String> fields(JsonObject json) {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    json.asMap().forEach((name, value) -> fields.put(name, text(value)));
    return fields;
  }

  static List<String> texts(JsonArray array) {
    return array.asList().stream().map(StateJson::text).toList();
  }

  static JsonArray items(JsonObject json, String name) {
    return array(member(json, name));
  }

  static JsonObject child(JsonObject json, String name) {
    return object(member(json, name));
  }

  static String text(JsonObject json, String name) {
    return text(member(json, name));
  }

  private static Optional<String> find(JsonObject json, String name) {
    return Optional.ofNullable(json.get(name)).map(StateJson::text);
  }

  static JsonElement member(JsonObject json, String name) {
    return Optional.ofNullable(json.get(name))
        .orElseThrow(() -> new JsonParseException("`" + name + "` is missing"));
  }

  static JsonObject object(JsonElement element) {
    if (element instanceof JsonObject object) {
      return object;
    }
    throw new JsonParseException("not an object: " + element);
  }

  private static JsonArray array(JsonElement element) {
    if (element instanceof JsonArray array) {
      return array;
    }
    throw new JsonParseException("not a list: " + element);
  }

  private static String text(JsonElement element) {
    if (element instanceof JsonPrimitive text) {
      return text.getAsString();
    }
    throw new JsonParseException("not a text: " + element);
  }

  static int number(JsonElement element) {
    try {
      return Integer.parseInt(text(element));
    } catch (NumberFormatException e) {
      throw new JsonParseException("not a number: " + element, e);
    }
  }
}
