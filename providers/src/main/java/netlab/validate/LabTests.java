package netlab.validate;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.lab.NodeId;
import netlab.provider.Impairment;

/** Reads tests from the public model of a lab, where the compiler has put them in order. */
public final class LabTests {
  private LabTests() {}

  /** The tests of a lab, in the order of the lab file. */
  public static List<LabTest> of(JsonObject model) {
    List<LabTest> tests = new ArrayList<>();
    if (model.get("validate") instanceof JsonArray all) {
      for (JsonElement test : all) {
        tests.add(test(test.getAsJsonObject()));
      }
    }
    return List.copyOf(tests);
  }

  private static LabTest test(JsonObject test) {
    return new LabTest(
        text(test, "name").orElse(""),
        text(test, "description"),
        texts(test, "nodes").stream().map(NodeId::new).toList(),
        texts(test, "devices"),
        number(test, "wait").map(Duration::ofSeconds),
        text(test, "wait_msg"),
        text(test, "pass"),
        text(test, "fail"),
        failure(test),
        texts(test, "repair"),
        is(test, "stop_on_error"),
        text(test, "level").isPresent(),
        action(test));
  }

  private static Action action(JsonObject test) {
    for (String foreign : List.of("suzieq", "ansible")) {
      if (test.has(foreign)) {
        return new Action.Foreign(foreign);
      }
    }
    if (test.has("plugin")) {
      return new Action.Call(text(test, "plugin").orElse(""));
    }
    if (test.get("config") instanceof JsonObject config) {
      JsonObject variables = config.get("variable") instanceof JsonObject v ? v : new JsonObject();
      return new Action.Configure(text(config, "template").orElse(""), variables);
    }
    PerDevice show = perDevice(test, "show");
    PerDevice exec = perDevice(test, "exec");
    return show.isEmpty() && exec.isEmpty()
        ? new Action.Pause()
        : new Action.Commands(show, exec, perDevice(test, "valid"));
  }

  private static Optional<Failure> failure(JsonObject test) {
    if (!(test.get("fail") instanceof JsonObject fail)) {
      return Optional.empty();
    }
    return Optional.of(
        new Failure(
            texts(fail, "link"),
            texts(fail, "node").stream().map(NodeId::new).toList(),
            Impairment.of(name -> text(fail, name))));
  }

  private static PerDevice perDevice(JsonObject test, String key) {
    if (test.get(key) instanceof JsonObject object) {
      SequencedMap<String, String> own = new LinkedHashMap<>();
      object.asMap().forEach((device, text) -> own.put(device, text.getAsString()));
      return new PerDevice(Optional.empty(), own);
    }
    return text(test, key)
        .map(common -> new PerDevice(Optional.of(common), new LinkedHashMap<>()))
        .orElse(PerDevice.NONE);
  }

  private static Optional<String> text(JsonObject object, String key) {
    return object.get(key) instanceof JsonPrimitive p
        ? Optional.of(p.getAsString())
        : Optional.empty();
  }

  private static Optional<Long> number(JsonObject object, String key) {
    return object.get(key) instanceof JsonPrimitive p && p.isNumber()
        ? Optional.of(p.getAsLong())
        : Optional.empty();
  }

  private static boolean is(JsonObject object, String key) {
    return object.get(key) instanceof JsonPrimitive p && p.getAsBoolean();
  }

  private static List<String> texts(JsonObject object, String key) {
    return object.get(key) instanceof JsonArray array
        ? array.asList().stream().map(JsonElement::getAsString).toList()
        : List.of();
  }
}
