package netlab.matrix;

import java.nio.file.Path;

/**
 * A lab file to run.
 *
 * @param name what it is called everywhere: its path below the folder searched, without {@code
 *     .yml}
 * @param file absolute
 */
public record Scenario(String name, Path file) {}
