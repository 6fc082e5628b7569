package netlab.plan;

import java.nio.file.attribute.PosixFilePermissions;

/**
 * What a file will hold.
 *
 * @param mode permissions as {@code ls} shows them, such as {@code rw-r--r--}
 */
public record FileContent(String text, String mode) {
  /**
   * Throws {@link IllegalArgumentException} when the mode is not nine characters of {@code rwx-}.
   */
  public FileContent {
    PosixFilePermissions.fromString(mode);
  }

  /** A file that everybody may read: routers run as users of their own. */
  public static FileContent of(String text) {
    return new FileContent(text, "rw-r--r--");
  }

  /** A file that only its owner may read. */
  public static FileContent secret(String text) {
    return new FileContent(text, "rw-------");
  }
}
