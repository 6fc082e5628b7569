package netlab.expr;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /** The same of a plain tree, whose fields may be null. */
  public static Map<String, Object> fields(Map<?, ?> tree) {
    Map<String, Object> fields = new LinkedHashMap<>();
    tree.forEach((name, value) -> fields.put(String.valueOf(name), plain(value)));
    return fields;
  }

  private static Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> Nothing.NONE;
      case Map<?, ?> map -> fields(map);
      case Collection<?> items -> items.stream().map(Json::plain).toList();
      case Integer i -> i.longValue();
      default -> value;
    };
  }

  private static Object number(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException e) {
      return Double.valueOf(text);
    }
  }
}
