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
import java.util.Collections;
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
import netlab.lab.NodeId;
import netlab.plan.LabFolder;
import netlab.render.ConfigFile;

/** {@code .netlab/given.json}: the files that the nodes of a running lab were given. */
public final class GivenFile {
  /** Of the file; one higher with every change that an older netlab would misread. */
  private static final int FORMAT = 1;

  private GivenFile() {}

  /**
   * What is in the file.
   *
   * @param options with which the lab was compiled, as words of a command line
   * @param nodes the files of each node
   */
  public record Given(List<String> options, SequencedMap<NodeId, List<ConfigFile>> nodes) {
    /** Of a lab that was brought up by a netlab that did not write this file. */
    public static final Given NONE = new Given(List.of(), new LinkedHashMap<>());

    public Given {
      options = List.copyOf(options);
      nodes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(nodes));
    }

    /** The files of a node; none when it was given none. */
    public List<ConfigFile> files(NodeId node) {
      return nodes.getOrDefault(node, List.of());
    }
  }

  /** The text of the file. */
  public static String text(Given given) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setHtmlSafe(false);
      json.beginObject();
      json.name("format").value(FORMAT);
      StateJson.texts(json.name("options"), given.options());
      json.name("nodes").beginObject();
      for (Map.Entry<NodeId, List<ConfigFile>> node : given.nodes().entrySet()) {
        json.name(node.getKey().name()).beginArray();
        for (ConfigFile file : node.getValue()) {
          json.beginObject();
          json.name("name").value(file.name());
          json.name("target").value(file.target());
          json.name("content").value(file.content());
          json.name("mode").value(file.mode());
          json.name("use").value(file.use().name());
          json.endObject();
        }
        json.endArray();
      }
      json.endObject();
      json.endObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.append('\n').toString();
  }

  /**
   * What the nodes of a folder's lab were given; {@link Given#NONE} when that was not written down.
   * A file that cannot be read is reported as a warning, and counts as none.
   */
  public static Given read(LabFolder folder, Diagnostics diag) {
    Path file = folder.given();
    try {
      return given(StateJson.object(JsonParser.parseString(Files.readString(file))));
    } catch (NoSuchFileException e) {
      return Given.NONE;
    } catch (IOException | JsonParseException | IllegalArgumentException e) {
      diag.report(
          Severity.WARNING,
          Code.STATE_DAMAGED,
          new Span(new SourceFile(file.toString(), ""), 0, 0, 0, 0),
          "what the nodes were given is not known any more: " + e.getMessage(),
          Optional.of("they are given everything again"),
          List.of());
      return Given.NONE;
    }
  }

  private static Given given(JsonObject json) {
    if (StateJson.number(StateJson.member(json, "format")) > FORMAT) {
      throw new JsonParseException("written by a newer netlab");
    }
    SequencedMap<NodeId, List<ConfigFile>> nodes = new LinkedHashMap<>();
    StateJson.child(json, "nodes")
        .asMap()
        .forEach((name, files) -> {
          List<ConfigFile> own = new ArrayList<>();
          for (JsonElement file : files.getAsJsonArray()) {
            own.add(file(StateJson.object(file)));
          }
          nodes.put(new NodeId(name), List.copyOf(own));
        });
    return new Given(StateJson.texts(StateJson.items(json, "options")), nodes);
  }

  private static ConfigFile file(JsonObject json) {
    return new ConfigFile(
        StateJson.text(json, "name"),
        StateJson.text(json, "target"),
        StateJson.text(json, "content"),
        StateJson.text(json, "mode"),
        ConfigFile.Use.valueOf(StateJson.text(json, "use")));
  }
}
