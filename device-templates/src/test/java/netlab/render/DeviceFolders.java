package netlab.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import netlab.device.Device;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.schema.Value;
import netlab.source.Sources;
import netlab.source.Yaml;

/** Devices as their own device.yml says, without parents and overrides. */
public final class DeviceFolders {
  private DeviceFolders() {}

  /** The device of a folder on the class path. */
  public static Device read(String name) {
    String path = "devices/" + name + "/device.yml";
    try (InputStream in = DeviceFolders.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no " + path);
      }
      var diagnostics = new Diagnostics();
      var file = new SourceFile(path, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      Yaml.Map map = new Sources(diagnostics).parse(file).orElseThrow();
      if (diagnostics.hasErrors()) {
        throw new IllegalStateException(diagnostics.sorted().toString());
      }
      return new Device(name, fields(map));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Value.Fields fields(Yaml.Map map) {
    var fields = new LinkedHashMap<String, Value.Field>();
    map.entries()
        .forEach((key, value) -> fields.put(key.text(), new Value.Field(value(value), key.span())));
    return new Value.Fields(fields, map.span());
  }

  private static Value value(Yaml yaml) {
    return switch (yaml) {
      case Yaml.Map map -> fields(map);
      case Yaml.Seq seq -> {
        List<Value> items = new ArrayList<>();
        seq.items().forEach(item -> items.add(value(item)));
        yield new Value.Items(items, seq.span());
      }
      case Yaml.Scalar s when s.isNull() -> new Value.Empty(s.span());
      case Yaml.Scalar s when s.asBool().isPresent() ->
          new Value.Scalar(s.asBool().orElseThrow(), s.span());
      case Yaml.Scalar s when s.asInt().isPresent() ->
          new Value.Scalar(s.asInt().getAsLong(), s.span());
      case Yaml.Scalar s -> new Value.Scalar(s.text(), s.span());
    };
  }
}
