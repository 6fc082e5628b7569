package netlab.plan;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;

/**
 * Which labs of this user were brought up where: one file a lab below {@code
 * $XDG_STATE_HOME/netlab/labs}. A list to look in, no truth: whether a lab runs, its provider
 * knows.
 *
 * @param folder where the files are; made when the first lab is added
 */
public record LabRegistry(Path folder) {
  /**
   * A lab that was brought up.
   *
   * @param name the topology's name
   * @param folder the lab's folder
   * @param provider how it runs: {@code clab}, {@code netns}
   */
  public record Entry(LabId id, String name, Path folder, String provider, Instant since) {}

  /** The registry of the user with this environment: {@code XDG_STATE_HOME}, or the home folder. */
  public static LabRegistry of(Map<String, String> environment, Path home) {
    // The XDG specification: a relative path is to be ignored.
    Path state =
        Optional.ofNullable(environment.get("XDG_STATE_HOME"))
            .map(Path::of)
            .filter(Path::isAbsolute)
            .orElse(home.resolve(".local/state"));
    return new LabRegistry(state.resolve("netlab/labs"));
  }

  /**
   * Adds a lab, or replaces what is known of it. Reports and returns false when a lab in another
   * folder has the same id by chance: the two would take each other's names.
   */
  public boolean add(Entry entry, Diagnostics diag) throws IOException {
    Optional<Entry> other = find(entry.id()).filter(e -> !sameLab(e, entry));
    if (other.isPresent()) {
      diag.error(
          Code.LAB_ID_TAKEN,
          Span.NONE,
          "the lab `%s` in %s has the same short id `%s`"
              .formatted(other.get().name(), other.get().folder(), entry.id()),
          "take the other lab down first, or give this one another `name`");
      return false;
    }
    Files.createDirectories(folder);
    LabFolder.replace(file(entry.id()), write(entry), "rw-r--r--", false);
    return true;
  }

  private static boolean sameLab(Entry a, Entry b) {
    return a.folder().equals(b.folder()) && a.name().equals(b.name());
  }

  /** Forgets a lab. Does nothing when it is not known. */
  public void remove(LabId id) throws IOException {
    Files.deleteIfExists(file(id));
  }

  /** The lab with this id. */
  public Optional<Entry> find(LabId id) throws IOException {
    return read(file(id));
  }

  /** All labs, the one brought up first at the front. A file that cannot be read is left out. */
  public List<Entry> list() throws IOException {
    List<Entry> all = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
        for (Path file : files) {
          read(file).ifPresent(all::add);
        }
      }
    }
    all.sort(Comparator.comparing(Entry::since).thenComparing(e -> e.id().text()));
    return List.copyOf(all);
  }

  private Path file(LabId id) {
    return folder.resolve(id + ".json");
  }

  private static Optional<Entry> read(Path file) throws IOException {
    try {
      JsonObject json = Json.parse(Files.readString(file));
      return Optional.of(
          new Entry(
              new LabId(Json.text(json, "id")),
              Json.text(json, "name"),
              Path.of(Json.text(json, "folder")),
              Json.text(json, "provider"),
              Instant.parse(Json.text(json, "since"))));
    } catch (NoSuchFileException
        | JsonParseException
        | DateTimeException
        | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String write(Entry entry) {
    JsonObject json = new JsonObject();
    json.addProperty("id", entry.id().text());
    json.addProperty("name", entry.name());
    json.addProperty("folder", entry.folder().toString());
    json.addProperty("provider", entry.provider());
    json.addProperty("since", entry.since().toString());
    return json + "\n";
  }
}
