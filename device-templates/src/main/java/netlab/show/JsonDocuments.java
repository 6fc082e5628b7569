package netlab.show;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonStreamParser;
import java.util.ArrayList;
import java.util.List;

/** What a device printed as JSON. */
public final class JsonDocuments {
  private JsonDocuments() {}

  /**
   * The documents in an output: FRR prints one for each VRF. Programs may print a complaint before;
   * the first document begins at its brace or bracket.
   *
   * @return objects and arrays; none when the output is something else
   */
  public static List<JsonElement> in(String output) {
    int start = 0;
    while (start < output.length() && "{[".indexOf(output.charAt(start)) < 0) {
      start++;
    }
    List<JsonElement> documents = new ArrayList<>();
    try {
      new JsonStreamParser(output.substring(start)).forEachRemaining(documents::add);
    } catch (JsonParseException e) {
      return List.of();
    }
    boolean good = documents.stream().allMatch(d -> d.isJsonObject() || d.isJsonArray());
    return good ? List.copyOf(documents) : List.of();
  }
}
