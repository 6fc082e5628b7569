package netlab.render;

/**
 * One rendered file of a node.
 *
 * @param name the file's name, unique within the node and safe as a file name
 * @param target the absolute path at which the device expects it
 * @param content the text: ends with a newline; has no empty lines and no trailing blanks, except
 *     in what the lab itself brings
 * @param mode the permissions as four octal digits
 * @param use what has to happen with it
 */
public record ConfigFile(String name, String target, String content, String mode, Use use) {

  /** What a provider does with a file; {@code use:} in {@code device.yml}. */
  public enum Use {
    /** Put in place before the node's software starts. */
    BOOT,
    /** The device's startup configuration, given to it in the way of its kind. */
    STARTUP,
    /** Lines of {@code iproute2}, for {@code ip -batch} in the node's network namespace. */
    IP,
    /** Lines {@code key=value}, for the node's network namespace before its interfaces are up. */
    SYSCTL,
    /** Lines to type in configuration mode when the device is ready. */
    CLI,
    /** A program that the node runs when it has its interfaces. */
    SCRIPT
  }
}
