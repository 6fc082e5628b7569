package netlab.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Commands such as {@code bfd}, {@code spanning-tree} and {@code virtual-network} mean one thing in
 * an interface and another outside, so that the configurations of OS10 leave every mode; one {@code
 * exit} too many would leave configuration mode.
 */
class DellOs10ModesTest {
  private static final Path CONFIGS = Path.of("src/test/resources/configs/dellos10");

  @Test
  void everyModeIsLeftOnce() throws IOException {
    try (Stream<Path> paths = Files.walk(CONFIGS)) {
      List<Path> files = paths.filter(p -> p.toString().endsWith(".startup-config")).toList();
      assertThat(files).hasSizeGreaterThan(40);
      for (Path file : files) {
        check(file);
      }
    }
  }

  private static void check(Path file) throws IOException {
    int depth = 0;
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      String place = file + ":" + ++number + " " + line;
      int indent = line.length() - line.stripLeading().length();
      assertThat(indent).as(place).isBetween(depth, depth + 1);
      if (line.strip().equals("exit")) {
        assertThat(indent).as(place).isPositive();
        depth = indent - 1;
      } else {
        depth = indent;
      }
    }
    assertThat(depth).as("the end of " + file).isZero();
  }
}
