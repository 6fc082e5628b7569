package netlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.plan.FileContent;
import netlab.plan.LabFolder;
import netlab.plan.SafePath;
import netlab.plugin.multiserver.Server;
import netlab.schema.Value;

/**
 * The folders of the machines of a lab: each is a lab of its own, with the lab file in one piece
 * and everything beside it that the nodes of the machine need.
 *
 * @param current where the folders are made
 * @param labFile the lab file as the user named it
 */
record ServerFolders(Path current, Path labFile, Diagnostics diag) {
  private static final SafePath LAB_FILE = SafePath.of("topology.yml");

  /** What no copy of a folder should hold: it is about the machine it was made on. */
  private static final String STATE = ".netlab";

  LabFolder make(Server server) throws IOException {
    LabFolder parent = LabFolder.at(current);
    Path folder = parent.resolve(SafePath.parse(server.folder()).orElseThrow());
    Files.createDirectories(folder);
    return LabFolder.at(folder);
  }

  /** The lab file of a machine, and the templates of its nodes. */
  SequencedMap<SafePath, FileContent> files(Built part, String labText) {
    SequencedMap<SafePath, FileContent> files = new LinkedHashMap<>();
    part.ownTemplates().forEach((path, text) -> files.put(path, FileContent.of(text)));
    files.put(LAB_FILE, FileContent.of(labText));
    return files;
  }

  /** Copies the files and folders that the lab file names, from beside the lab file. */
  void copy(Spread spread, LabFolder target) throws IOException {
    Value.Fields settings = spread.distribution().settings();
    for (String list : List.of("copy_dirs", "extra_copy_dirs", "copy_files", "extra_copy_files")) {
      for (Value item : settings.itemsAt(list)) {
        if (item instanceof Value.Scalar name) {
          copy(name.data().toString(), name.span(), target);
        }
      }
    }
  }

  private void copy(String name, Span at, LabFolder target) throws IOException {
    Path labFolder = labFolder();
    Optional<Path> source = SafePath.parse(name).map(path -> labFolder.resolve(path.toString()));
    if (source.isEmpty() || name.startsWith(STATE) || leadsOut(source.get(), labFolder)) {
      diag.error(
          Code.INVALID_NAME,
          at,
          "`" + name + "` is not below the folder of the lab file",
          "only what is beside the lab file is copied");
    } else if (!Files.exists(source.get())) {
      missing(name, at);
    } else {
      copyAll(source.get(), labFolder, target);
    }
  }

  /** Those that the program names by itself need not be there. */
  private void missing(String name, Span at) {
    if (!at.file().name().startsWith("netlab:") && at.known()) {
      diag.warning(
          Code.FILE_NOT_READABLE,
          at,
          "there is no `" + name + "` to copy",
          "names are those of files and folders beside the lab file");
    }
  }

  private void copyAll(Path source, Path labFolder, LabFolder target) throws IOException {
    List<Path> found;
    try (Stream<Path> all = Files.walk(source)) {
      found = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : found) {
      Optional<SafePath> path = SafePath.parse(labFolder.relativize(file).toString());
      boolean ours = path.isEmpty() || path.get().names().contains(STATE);
      if (!ours && !file.startsWith(target.root()) && !leadsOut(file, labFolder)) {
        target.copy(file, path.get());
      }
    }
  }

  private Path labFolder() throws IOException {
    Path file = current.resolve(labFile).toAbsolutePath().normalize();
    return Optional.ofNullable(file.getParent()).orElse(file).toRealPath();
  }

  private static boolean leadsOut(Path path, Path folder) throws IOException {
    try {
      return !path.toRealPath().startsWith(folder);
    } catch (NoSuchFileException e) {
      return Files.exists(path, LinkOption.NOFOLLOW_LINKS); // a link to nothing
    }
  }
}
