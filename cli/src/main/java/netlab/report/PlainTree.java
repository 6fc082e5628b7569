package netlab.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** JSON as a plain tree: maps, lists, texts, {@link Long}s, {@link Double}s, {@link Boolean}s. */
public final class PlainTree {
  private PlainTree() {}

  /** The tree of an object. */
  public static SequencedMap<String, Object> of(JsonObject object) {
    SequencedMap<String, Object> map = new LinkedHashMap<>();
    object.asMap().forEach((key, value) -> map.put(key, any(value)));
    return map;
  }

  private static Object any(JsonElement element) {
    return switch (element) {
      case JsonObject object -> of(object);
      case JsonArray array -> items(array);
      case JsonPrimitive p when p.isBoolean() -> p.getAsBoolean();
      case JsonPrimitive p when p.isNumber() -> number(p.getAsBigDecimal());
      case JsonPrimitive p -> p.getAsString();
      default -> "";
    };
  }

  private static List<Object> items(JsonArray array) {
    List<Object> items = new ArrayList<>(array.size());
    array.forEach(item -> items.add(any(item)));
    return items;
  }

  private static Object number(BigDecimal number) {
    if (number.scale() <= 0) {
      return number.longValueExact();
    }
    return number.doubleValue();
  }
}
