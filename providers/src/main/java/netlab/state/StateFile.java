package netlab.state;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.diag.Span;
import netlab.plan.LabFolder;

/**
 * {@code .netlab/lab.json}. The model comes last, so that commands which do not need it stop
 * reading before it: in a large lab it is nearly all of the file.
 */
public final class StateFile {
  /** Of the file; one higher with every change that an older netlab would misread. */
  static final int FORMAT = 1;

  private static final String WHAT_NOW = "`netlab up` makes it anew from the lab file";

  private StateFile() {}

  /**
   * The text of the file.
   *
   * @param model the public model as JSON
   */
  public static String text(LabState state, String model) {
    StringWriter text = new StringWriter(model.length() + 10_000);
    try (JsonWriter json = new JsonWriter(text)) {
      json.setHtmlSafe(false);
      json.beginObject();
      json.name("format").value(FORMAT);
      json.name("netlab").value(state.netlab());
      json.name("lab");
      StateJson.write(json, state);
      json.name("model").jsonValue(model);
      json.endObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.append('\n').toString();
  }

  /** The lab of a folder; reports and is empty when there is none, or none that can be read. */
  public static Optional<LabState> read(LabFolder folder, Diagnostics diag) {
    Path file = folder.lab();
    return read(file, "lab", diag)
        .flatMap(part -> {
          try {
            return Optional.of(StateJson.read(part.netlab, part.element, folder.root()));
          } catch (JsonParseException e) {
            damaged(file, e, diag);
            return Optional.empty();
          }
        });
  }

  /** The public model; reports and is empty when there is none, or none that can be read. */
  public static Optional<JsonObject> model(LabFolder folder, Diagnostics diag) {
    return read(folder.lab(), "model", diag).map(Part::element);
  }

  private record Part(String netlab, JsonObject element) {}

  private static Optional<Part> read(Path file, String wanted, Diagnostics diag) {
    try (Reader text = Files.newBufferedReader(file);
        JsonReader json = new JsonReader(text)) {
      return read(json, file, wanted, diag);
    } catch (NoSuchFileException e) {
      diag.error(
          Code.STATE_MISSING,
          Span.NONE,
          "there is no lab in this folder (no `.netlab/lab.json`)",
          "`netlab up FILE` brings a lab up; or go to the folder of the lab");
    } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
      damaged(file, e, diag);
    }
    return Optional.empty();
  }

  private static Optional<Part> read(JsonReader json, Path file, String wanted, Diagnostics diag)
      throws IOException {
    String netlab = "another version";
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (name.equals("format")) {
        int format = json.nextInt();
        if (format > FORMAT) {
          newer(file, format, diag);
          return Optional.empty();
        }
      } else if (name.equals("netlab")) {
        netlab = json.nextString();
      } else if (name.equals(wanted)) {
        JsonElement element = JsonParser.parseReader(json);
        return Optional.of(new Part(netlab, element.getAsJsonObject()));
      } else {
        json.skipValue();
      }
    }
    throw new JsonParseException("`" + wanted + "` is missing");
  }

  private static void newer(Path file, int format, Diagnostics diag) {
    diag.error(
        Code.STATE_NEWER,
        at(file),
        "written by a newer netlab (format %d, this one knows %d)".formatted(format, FORMAT),
        "use the newer netlab; `netlab down` works with this one as well");
  }

  private static void damaged(Path file, Exception e, Diagnostics diag) {
    String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    diag.error(Code.STATE_DAMAGED, at(file), "cannot be read: " + why, WHAT_NOW);
  }

  private static Span at(Path file) {
    return new Span(new SourceFile(file.toString(), ""), 0, 0, 0, 0);
  }
}
