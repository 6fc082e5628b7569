package netlab.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import netlab.diag.Span;
import netlab.schema.Value;

/** Values as JSON and back; the places are lost. */
final class ValueJson {
  private ValueJson() {}

  static void write(JsonWriter json, Value value) throws IOException {
    switch (value) {
      case Value.Empty none -> json.nullValue();
      case Value.Scalar(Boolean data, Span span) -> json.value(data);
      case Value.Scalar(Number data, Span span) -> json.value(data);
      case Value.Scalar scalar -> json.value(scalar.data().toString());
      case Value.Items list -> {
        json.beginArray();
        for (Value item : list.items()) {
          write(json, item);
        }
        json.endArray();
      }
      case Value.Fields map -> {
        json.beginObject();
        for (Map.Entry<String, Value.Field> field : map.fields().entrySet()) {
          write(json.name(field.getKey()), field.getValue().value());
        }
        json.endObject();
      }
    }
  }

  static Value.Fields fields(JsonObject json) {
    SequencedMap<String, Value.Field> fields = new LinkedHashMap<>();
    json.asMap()
        .forEach((name, value) -> fields.put(name, new Value.Field(value(value), Span.NONE)));
    return new Value.Fields(fields, Span.NONE);
  }

  private static Value value(JsonElement json) {
    return switch (json) {
      case JsonObject object -> fields(object);
      case JsonArray array ->
          new Value.Items(array.asList().stream().map(ValueJson::value).toList(), Span.NONE);
      case JsonPrimitive p when p.isBoolean() -> Value.of(p.getAsBoolean());
      case JsonPrimitive p when p.isNumber() -> number(p.getAsBigDecimal());
      case JsonPrimitive p -> Value.of(p.getAsString());
      default -> new Value.Empty(Span.NONE);
    };
  }

  private static Value number(BigDecimal number) {
    return number.scale() <= 0 ? Value.of(number.longValue()) : Value.of(number.doubleValue());
  }
}
