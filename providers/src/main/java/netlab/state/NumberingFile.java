package netlab.state;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Severity;
import netlab.diag.SourceFile;
import netlab.diag.Span;
import netlab.lab.Numbering;
import netlab.net.Prefix;
import netlab.plan.LabFolder;

/** {@code .netlab/numbering.json}: how a lab was numbered when it last ran. */
public final class NumberingFile {
  /** Of the file; one higher with every change that an older netlab would misread. */
  private static final int FORMAT = 1;

  private NumberingFile() {}

  /** The text of the file. */
  public static String text(Numbering numbering) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setIndent(" ");
      json.beginObject();
      json.name("format").value(FORMAT);
      numbers(json.name("nodes"), numbering.nodes());
      json.name("shares").beginArray();
      for (Numbering.Share share : numbering.shares()) {
        json.beginObject();
        json.name("user").value(share.user());
        StateJson.texts(json.name("ends"), share.ends());
        StateJson.texts(
            json.name("subnets"), share.subnets().stream().map(Prefix::toString).toList());
        numbers(json.name("hosts"), share.hosts());
        json.endObject();
      }
      json.endArray();
      json.endObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.append('\n').toString();
  }

  private static void numbers(JsonWriter json, Map<String, Integer> numbers) throws IOException {
    json.beginObject();
    for (Map.Entry<String, Integer> number : numbers.entrySet()) {
      json.name(number.getKey()).value(number.getValue());
    }
    json.endObject();
  }

  /**
   * How the lab of this folder was numbered; {@link Numbering#NONE} when it never ran. A file that
   * cannot be read is reported as a warning, and counts as none.
   */
  public static Numbering read(LabFolder folder, Diagnostics diag) {
    Path file = folder.numbering();
    try {
      return numbering(StateJson.object(JsonParser.parseString(Files.readString(file))));
    } catch (NoSuchFileException e) {
      return Numbering.NONE;
    } catch (IOException | JsonParseException | IllegalArgumentException e) {
      diag.report(
          Severity.WARNING,
          Code.STATE_DAMAGED,
          new Span(new SourceFile(file.toString(), ""), 0, 0, 0, 0),
          "the addresses of the last run are not kept: " + e.getMessage(),
          Optional.of("`netlab up` writes this file anew"),
          List.of());
      return Numbering.NONE;
    }
  }

  private static Numbering numbering(JsonObject json) {
    if (StateJson.number(StateJson.member(json, "format")) > FORMAT) {
      throw new JsonParseException("written by a newer netlab");
    }
    List<Numbering.Share> shares = new ArrayList<>();
    for (JsonElement share : StateJson.items(json, "shares")) {
      shares.add(share(StateJson.object(share)));
    }
    return new Numbering(numbers(StateJson.child(json, "nodes")), shares);
  }

  private static Numbering.Share share(JsonObject json) {
    return new Numbering.Share(
        StateJson.text(json, "user"),
        StateJson.texts(StateJson.items(json, "ends")),
        StateJson.texts(StateJson.items(json, "subnets")).stream().map(Prefix::parse).toList(),
        numbers(StateJson.child(json, "hosts")));
  }

  private static SequencedMap<String, Integer> numbers(JsonObject json) {
    SequencedMap<String, Integer> numbers = new LinkedHashMap<>();
    json.asMap().forEach((name, number) -> numbers.put(name, StateJson.number(number)));
    return numbers;
  }
}
