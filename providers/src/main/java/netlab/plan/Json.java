package netlab.plan;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;

/** Reads and makes JSON trees; everything not as expected is a {@link JsonParseException}. */
final class Json {
  private Json() {}

  static JsonObject parse(String text) {
    return object(JsonParser.parseString(text));
  }

  static JsonObject object(JsonElement element) {
    if (element instanceof JsonObject object) {
      return object;
    }
    throw new JsonParseException("not an object");
  }

  static Optional<JsonElement> find(JsonObject object, String key) {
    return Optional.ofNullable(object.get(key));
  }

  static String text(JsonObject object, String key) {
    return primitive(object, key).getAsString();
  }

  static int number(JsonObject object, String key) {
    try {
      return primitive(object, key).getAsInt();
    } catch (NumberFormatException e) {
      throw new JsonParseException("`" + key + "` is not a number", e);
    }
  }

  static List<JsonElement> items(JsonObject object, String key) {
    if (object.get(key) instanceof JsonArray array) {
      return array.asList();
    }
    throw new JsonParseException("`" + key + "` is not a list");
  }

  static List<String> texts(JsonObject object, String key) {
    return items(object, key).stream().map(Json::string).toList();
  }

  static String string(JsonElement element) {
    if (element instanceof JsonPrimitive primitive) {
      return primitive.getAsString();
    }
    throw new JsonParseException("not a text");
  }

  static JsonArray array(Iterable<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }

  private static JsonPrimitive primitive(JsonObject object, String key) {
    if (object.get(key) instanceof JsonPrimitive primitive) {
      return primitive;
    }
    throw new JsonParseException("`" + key + "` is missing");
  }
}
