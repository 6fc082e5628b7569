package netlab.plan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The folder of a lab and the state that netlab keeps in its {@code .netlab}. Files appear whole or
 * not at all: written beside their place, then moved into it.
 *
 * @param root the folder with the lab file; absolute, symbolic links resolved
 */
public record LabFolder(Path root) {
  private static final String STATE = ".netlab";
  static final String OWNER_ONLY = "rw-------";

  /**
   * The folder at this path.
   *
   * @throws IOException when it is not there or not a folder
   */
  public static LabFolder at(Path folder) throws IOException {
    Path real = folder.toRealPath();
    if (!Files.isDirectory(real)) {
      throw new NotDirectoryException(real.toString());
    }
    return new LabFolder(real);
  }

  /** What was done so far, one JSON record a line. */
  public Path journal() {
    return state("journal.ndjson");
  }

  /** Held while a command changes the lab. */
  public Path lock() {
    return state("lock");
  }

  /** The compiled lab, which every command but {@code create} and {@code up} reads. */
  public Path lab() {
    return state("lab.json");
  }

  /** How the lab was numbered when it last ran. */
  public Path numbering() {
    return state("numbering.json");
  }

  /** SSH host keys of the running nodes; gone when the lab is down. */
  public Path knownHosts() {
    return state("known_hosts");
  }

  /** What tests have broken in the running lab and not repaired; gone when the lab is down. */
  public Path broken() {
    return state("broken.json");
  }

  /** What the nodes of the running lab were given; gone when the lab is down. */
  public Path given() {
    return state("given.json");
  }

  /** The trace of the last defect of netlab itself. */
  public Path crashLog() {
    return state("crash.log");
  }

  /** The folder of all these: {@code .netlab}. */
  public Path state() {
    return root.resolve(STATE);
  }

  private Path state(String name) {
    return root.resolve(STATE).resolve(name);
  }

  /**
   * Makes {@code .netlab}, closed to other users since it may hold passwords, and keeps it out of
   * Git. Does nothing when it is there.
   */
  public void prepare() throws IOException {
    Path state = root.resolve(STATE);
    if (Files.isSymbolicLink(state)) {
      throw new FileSystemException(state.toString(), null, "is a symbolic link");
    }
    Files.createDirectories(state);
    Path ignore = state.resolve(".gitignore");
    if (!Files.exists(ignore)) {
      mode(state, "rwx------");
      Files.writeString(ignore, "*\n");
    }
  }

  /**
   * Where a path lies on disk.
   *
   * @throws FileSystemException when a symbolic link on the way leads out of the folder
   */
  public Path resolve(SafePath path) throws IOException {
    Path place = root;
    for (String name : path.names()) {
      place = place.resolve(name);
      if (Files.isSymbolicLink(place) && !leadsInside(place)) {
        throw new FileSystemException(
            path.toString(), null, "is or lies behind a symbolic link out of the lab's folder");
      }
    }
    return place;
  }

  private boolean leadsInside(Path link) throws IOException {
    try {
      return link.toRealPath().startsWith(root);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Writes a file with this text and mode, such as {@code rw-r--r--}, replacing an older one. */
  public void write(SafePath path, String text, String mode) throws IOException {
    Path place = resolve(path);
    Files.createDirectories(folderOf(path));
    replace(place, text, mode, false);
  }

  /** Copies a file of any content, with its mode, replacing an older one. */
  public void copy(Path source, SafePath path) throws IOException {
    Path place = resolve(path);
    Files.createDirectories(folderOf(path));
    Path fresh = beside(place);
    try {
      Files.copy(
          source, fresh, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private Path folderOf(SafePath path) throws IOException {
    int depth = path.names().size() - 1;
    return depth == 0 ? root : resolve(new SafePath(path.names().subList(0, depth)));
  }

  /** Writes a state file such as {@link #lab()}; it is on disk when this returns. */
  public void writeState(Path stateFile, String text) throws IOException {
    prepare();
    replace(stateFile, text, OWNER_ONLY, true);
  }

  /** Removes what an interrupted {@link #write} may have left beside the file. */
  public void removeLeftover(SafePath path) throws IOException {
    Files.deleteIfExists(beside(resolve(path)));
  }

  /**
   * Removes a file and the folders above it that are empty then. Does nothing when it is gone, or
   * is a folder.
   */
  public void remove(SafePath path) throws IOException {
    Path place = resolve(path);
    if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.deleteIfExists(place);
    for (int depth = path.names().size() - 1; depth > 0; depth--) {
      Path above = resolve(new SafePath(path.names().subList(0, depth)));
      if (Files.isSymbolicLink(above)) {
        return;
      }
      try {
        Files.deleteIfExists(above);
      } catch (DirectoryNotEmptyException e) {
        return;
      }
    }
  }

  /** The text of a file; empty when there is none. */
  public Optional<String> read(SafePath path) throws IOException {
    Path place = resolve(path);
    return Files.isRegularFile(place) ? Optional.of(Files.readString(place)) : Optional.empty();
  }

  /** Moves a whole file into place; {@code durable} files survive a power failure as well. */
  public static void replace(Path place, String text, String mode, boolean durable)
      throws IOException {
    Path fresh = beside(place);
    Files.deleteIfExists(fresh);
    try {
      fill(fresh, text, mode, durable);
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
  }

  private static void fill(Path fresh, String text, String mode, boolean durable)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    try (FileChannel file =
        FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      mode(fresh, mode);
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      if (durable) {
        file.force(true);
      }
    }
  }

  private static Path beside(Path place) {
    return place.resolveSibling("." + place.getFileName() + ".netlab-new");
  }

  static void mode(Path file, String mode) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString(mode));
    }
  }
}
