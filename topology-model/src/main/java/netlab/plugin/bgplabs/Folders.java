package netlab.plugin.bgplabs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;

/** The folders in which files beside a plugin are looked for: those of the files of the lab. */
final class Folders {
  private final List<Path> folders = new ArrayList<>();

  /** The folder of each file that defines a node. */
  Folders(Draft draft) {
    for (NodeDraft node : draft.nodes()) {
      folder(node.span()).filter(f -> !folders.contains(f)).ifPresent(folders::add);
    }
  }

  private static Optional<Path> folder(Span span) {
    String name = span.file().name();
    if (!span.known() || name.isEmpty() || name.startsWith("netlab:")) {
      return Optional.empty();
    }
    return Optional.ofNullable(Path.of(name).toAbsolutePath().normalize().getParent());
  }

  /** True when one of the folders has this; names from a lab are no paths. */
  boolean has(String folder, String name) {
    return isName(folder)
        && isName(name)
        && folders.stream().anyMatch(f -> Files.isRegularFile(f.resolve(folder).resolve(name)));
  }

  boolean hasFolder(String folder) {
    return isName(folder) && folders.stream().anyMatch(f -> Files.isDirectory(f.resolve(folder)));
  }

  private static boolean isName(String text) {
    return text.matches("[A-Za-z0-9_.-]+") && !text.startsWith(".");
  }
}
