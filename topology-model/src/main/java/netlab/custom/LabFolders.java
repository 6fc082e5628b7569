package netlab.custom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.diag.SourceFile;
import netlab.diag.Span;
import netlab.schema.Value;

/**
 * Where files of a lab are looked for: what the lab file itself holds, then folders, the first hit
 * wins. Names come from the lab, so nothing outside of these folders can be reached, by a symbolic
 * link neither.
 */
public final class LabFolders {
  /** A template is shorter; a lab should not be able to read a disk into memory. */
  private static final long LARGEST = 4L << 20;

  private final Map<String, String> inline;
  private final List<Path> folders;

  private LabFolders(Map<String, String> inline, List<Path> folders) {
    this.inline = Map.copyOf(inline);
    this.folders = List.copyOf(folders);
  }

  /**
   * The files that a lab file itself holds, by their path.
   *
   * @param globals its top-level attributes
   */
  public static SequencedMap<String, String> inline(Value.Fields globals) {
    SequencedMap<String, String> files = new LinkedHashMap<>();
    for (Value entry : globals.itemsAt("files")) {
      if (entry instanceof Value.Fields file) {
        files.put(file.textAt("path").orElse(""), file.textAt("content").orElse(""));
      }
    }
    return files;
  }

  /**
   * The folders of the files that define nodes.
   *
   * @param places the nodes of a lab
   */
  public static LabFolders of(Collection<Span> places) {
    Set<Path> folders = new LinkedHashSet<>();
    places.forEach(at -> folder(at).ifPresent(folders::add));
    return new LabFolders(Map.of(), List.copyOf(folders));
  }

  /** With these files of the lab file itself, by their path below its folder. */
  public LabFolders with(Map<String, String> files) {
    return new LabFolders(files, folders);
  }

  /** With more folders, behind the others. */
  public LabFolders with(List<Path> more) {
    List<Path> all = new ArrayList<>(folders);
    all.addAll(more);
    return new LabFolders(inline, all);
  }

  private static Optional<Path> folder(Span span) {
    String name = span.file().name();
    if (!span.known() || name.isEmpty() || name.startsWith("netlab:")) {
      return Optional.empty();
    }
    return Optional.ofNullable(Path.of(name).toAbsolutePath().normalize().getParent());
  }

  /** True when there is such a file. */
  public boolean has(String path) {
    return inline.containsKey(path) || find(path).isPresent();
  }

  /** True when there is such a folder. */
  public boolean hasFolder(String path) {
    return isSafe(path)
        && (inline.keySet().stream().anyMatch(f -> f.startsWith(path + "/"))
            || folders.stream().anyMatch(f -> Files.isDirectory(f.resolve(path))));
  }

  /** The text of a file, by its path below one of the folders; empty when there is none. */
  public Optional<SourceFile> read(String path) {
    String own = inline.get(path);
    if (own != null) {
      return Optional.of(new SourceFile(path, own));
    }
    Optional<Path> file = find(path);
    try {
      return file.isEmpty() || Files.size(file.get()) > LARGEST
          ? Optional.empty()
          : Optional.of(
              new SourceFile(
                  shown(file.get()), Files.readString(file.get(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      return Optional.empty(); // not a text, or not to be read: as good as none
    }
  }

  /** As the user would type it. */
  private static String shown(Path file) {
    Path here = Path.of("").toAbsolutePath();
    return file.startsWith(here) ? here.relativize(file).toString() : file.toString();
  }

  private Optional<Path> find(String path) {
    return isSafe(path)
        ? folders.stream().filter(f -> isInside(f, path)).findFirst().map(f -> f.resolve(path))
        : Optional.empty();
  }

  /** A file that is really in the folder it was found in. */
  private static boolean isInside(Path folder, String path) {
    try {
      Path file = folder.resolve(path);
      return Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isSafe(String path) {
    for (String name : path.split("/", -1)) {
      if (!name.matches("[A-Za-z0-9_@-][A-Za-z0-9_.@-]*")) {
        return false;
      }
    }
    return true;
  }
}
