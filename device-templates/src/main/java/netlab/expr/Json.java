package netlab.expr;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON as values of expressions. */
public final class Json {
  private Json() {}

  /**
   * Texts, whole numbers, fractions, booleans, lists, mappings and {@link Nothing}. No expression
   * can change them.
   */
  public static Object value(JsonElement json) {
    return switch (json) {
      case JsonObject object -> fields(object);
      case JsonArray array -> array.asList().stream().map(Json::value).toList();
      case JsonPrimitive p when p.isString() -> p.getAsString();
      case JsonPrimitive p when p.isBoolean() -> p.getAsBoolean();
      case JsonPrimitive p -> number(p.getAsString());
      default -> Nothing.NONE;
    };
  }

  /** The fields of an object, the scope of a test. */
  public static Map<String, Object> fields(JsonObject object) {
    Map<String, Object> fields = new LinkedHashMap<>();
    object.asMap().forEach((name, value) -> fields.put(name, value(value)));
    return fields;
  }

  private static Object number(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return Double.valueOf(text);
    }
  }
}
