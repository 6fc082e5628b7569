package netlab.show;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Rows in a JSON document, found by a path such as {@code neighbors.*[*]}: names of members, {@code
 * *} for every member, {@code [*]} for every element of a list, {@code [+]} the same where a list
 * of one is written as its element (JSON made of XML, as NX-OS has it).
 *
 * <p>A place in a row is a path of member names; {@code @key} is the name that the last {@code *}
 * stood for, {@code ../} leads to what a row lies in, {@code ../@key} to the name of that. Where it
 * goes through {@code [*]} it is the texts of all elements with blanks between them.
 */
record JsonRows(List<List<String>> paths) implements Finder {
  private static final String ANY = "*";
  private static final String KEY = "@key";
  private static final String EACH = "[*]";
  private static final String EACH_OR_ONE = "[+]";

  JsonRows {
    paths = paths.stream().map(List::copyOf).toList();
  }

  /** Rows at any of several paths: releases and options of a command nest them differently. */
  static JsonRows of(List<String> texts) {
    return new JsonRows(texts.stream().map(JsonRows::steps).toList());
  }

  private static List<String> steps(String text) {
    List<String> steps = new ArrayList<>();
    for (String part : text.split("\\.", -1)) {
      boolean list = part.endsWith(EACH) || part.endsWith(EACH_OR_ONE);
      int end = list ? part.length() - EACH.length() : part.length();
      if (end > 0) {
        steps.add(part.substring(0, end));
      }
      if (list) {
        steps.add(part.substring(end));
      }
    }
    return steps;
  }

  @Override
  public List<Row> rows(String output) throws UnreadableOutput {
    List<Row> rows = new ArrayList<>();
    for (JsonElement document : parse(output)) {
      paths.forEach(path -> collect(path, new Place(List.of(document), List.of("")), 0, rows));
    }
    return rows;
  }

  private static List<JsonElement> parse(String output) throws UnreadableOutput {
    List<JsonElement> documents = JsonDocuments.in(output);
    for (JsonElement document : documents) {
      if (document instanceof JsonObject object
          && object.get("warning") instanceof JsonPrimitive w) {
        throw new UnreadableOutput(w.getAsString());
      }
    }
    if (documents.isEmpty()) {
      throw UnreadableOutput.because(output);
    }
    return documents;
  }

  private static void collect(List<String> path, Place place, int step, List<Row> rows) {
    if (step == path.size()) {
      if (!place.trail.getLast().isJsonPrimitive()) {
        rows.add(place); // beside the rows there may be a text about them all
      }
      return;
    }
    String name = path.get(step);
    JsonElement here = place.trail.getLast();
    boolean list = name.equals(EACH) || name.equals(EACH_OR_ONE);
    if (list && here instanceof JsonArray array) {
      for (JsonElement element : array) {
        collect(path, place.into(element, place.key()), step + 1, rows);
      }
    } else if (name.equals(EACH_OR_ONE) && here instanceof JsonObject) {
      collect(path, place.into(here, place.key()), step + 1, rows); // as deep as in a list
    } else if (name.equals(ANY) && here instanceof JsonObject object) {
      for (Map.Entry<String, JsonElement> member : object.entrySet()) {
        collect(path, place.into(member.getValue(), member.getKey()), step + 1, rows);
      }
    } else if (here instanceof JsonObject object && object.has(name)) {
      collect(path, place.into(object.get(name), place.key()), step + 1, rows);
    }
  }

  /** An element with all that it lies in, outermost first, and of each the last free name. */
  private record Place(List<JsonElement> trail, List<String> keys) implements Row {
    Place into(JsonElement inner, String name) {
      return new Place(longer(trail, inner), longer(keys, name));
    }

    private static <T> List<T> longer(List<T> list, T last) {
      List<T> longer = new ArrayList<>(list);
      longer.add(last);
      return List.copyOf(longer);
    }

    String key() {
      return keys.getLast();
    }

    @Override
    public Optional<String> at(String place) {
      int up = 0;
      String rest = place;
      while (rest.startsWith("../")) {
        up++;
        rest = rest.substring(3);
      }
      if (up >= trail.size()) {
        return Optional.empty();
      }
      if (rest.equals(KEY)) {
        return Optional.of(keys.get(keys.size() - 1 - up));
      }
      return Optional.of(texts(trail.get(trail.size() - 1 - up), rest))
          .filter(texts -> !texts.isEmpty())
          .map(texts -> String.join(" ", texts));
    }

    @Override
    public SequencedMap<String, String> all() {
      SequencedMap<String, String> texts = new LinkedHashMap<>();
      if (trail.getLast() instanceof JsonObject object) {
        object
            .asMap()
            .forEach((name, value) -> {
              if (value instanceof JsonPrimitive) {
                texts.put(name, value.getAsString());
              }
            });
      }
      return texts;
    }

    /** The texts at a path; several only where it goes through all elements of a list. */
    private static List<String> texts(JsonElement from, String path) {
      List<JsonElement> found = List.of(from);
      for (String name : steps(path)) {
        List<JsonElement> next = new ArrayList<>();
        for (JsonElement element : found) {
          if (name.equals(EACH) && element instanceof JsonArray array) {
            next.addAll(array.asList());
          } else if (element instanceof JsonObject object && object.has(name)) {
            next.add(object.get(name));
          }
        }
        found = next;
      }
      return found.stream()
          .filter(JsonPrimitive.class::isInstance)
          .map(JsonElement::getAsString)
          .toList();
    }
  }
}
