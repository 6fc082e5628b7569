package netlab.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;

/**
 * Files that a lab file holds, written into the lab's folder. What was written is noted with its
 * hash in {@code .netlab/files.sha256}, before it is written: a file that is there and is not of
 * this list, or was changed since, belongs to the user and is neither replaced nor removed.
 */
public record OwnFiles(LabFolder folder) {
  private static final String MODE = "rw-r--r--";

  /**
   * Writes files; what stands in the way is reported, and then nothing is written.
   *
   * @throws IOException when the disk does not do it
   */
  public boolean write(SequencedMap<SafePath, String> files, Diagnostics diag) throws IOException {
    if (files.isEmpty()) {
      return true;
    }
    SequencedMap<String, Set<String>> known = known();
    int before = diag.errorCount();
    for (Map.Entry<SafePath, String> file : files.entrySet()) {
      if (!isOurs(file.getKey(), known) && !isSame(file.getKey(), file.getValue())) {
        diag.error(
            Code.FILE_IN_THE_WAY,
            Span.NONE,
            "`" + file.getKey() + "` is there already, with a content that netlab has not written",
            "remove or rename it, or take it out of the lab file");
      }
    }
    if (diag.errorCount() > before) {
      return false;
    }
    files.forEach((path, text) ->
        known.computeIfAbsent(path.toString(), p -> new LinkedHashSet<>()).add(Sha256.hex(text)));
    note(known);
    for (Map.Entry<SafePath, String> file : files.entrySet()) {
      folder.write(file.getKey(), file.getValue(), MODE);
      known.put(file.getKey().toString(), new LinkedHashSet<>(Set.of(Sha256.hex(file.getValue()))));
    }
    note(known);
    return true;
  }

  /** Removes what was written and has not been changed since. */
  public void remove() throws IOException {
    SequencedMap<String, Set<String>> known = known();
    for (String path : known.keySet()) {
      var safe = SafePath.parse(path);
      if (safe.isPresent() && isOurs(safe.get(), known)) {
        folder.remove(safe.get());
      }
    }
    Files.deleteIfExists(list());
  }

  private Path list() {
    return folder.state().resolve("files.sha256");
  }

  /** True for a file that is not there, or is as netlab has written it. */
  private boolean isOurs(SafePath path, SequencedMap<String, Set<String>> known)
      throws IOException {
    Path place = folder.resolve(path);
    return !Files.exists(place, LinkOption.NOFOLLOW_LINKS)
        || (Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)
            && known.getOrDefault(path.toString(), Set.of()).contains(hash(place)));
  }

  private boolean isSame(SafePath path, String text) throws IOException {
    Path place = folder.resolve(path);
    return Files.isRegularFile(place) && hash(place).equals(Sha256.hex(text));
  }

  private static String hash(Path file) throws IOException {
    return HexFormat.of().formatHex(Sha256.of(Files.readAllBytes(file)));
  }

  /** Hashes by path; a path has two while its file is being replaced. */
  private SequencedMap<String, Set<String>> known() throws IOException {
    SequencedMap<String, Set<String>> known = new LinkedHashMap<>();
    if (Files.exists(list())) {
      for (String line : Files.readAllLines(list())) {
        String[] parts = line.split(" {2}", 2);
        if (parts.length == 2) {
          known.computeIfAbsent(parts[1], p -> new LinkedHashSet<>()).add(parts[0]);
        }
      }
    }
    return known;
  }

  private void note(SequencedMap<String, Set<String>> known) throws IOException {
    var text = new StringBuilder();
    known.forEach((path, hashes) ->
        hashes.forEach(hash -> text.append(hash).append("  ").append(path).append('\n')));
    folder.writeState(list(), text.toString());
  }
}
