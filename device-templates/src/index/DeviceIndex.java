import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lists the device folders in one file, so that the program needs no search of the class path at
 * run time. Run by the build: {@code java DeviceIndex.java FOLDER FILE}.
 */
final class DeviceIndex {
  private DeviceIndex() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Path file = Path.of(args[1]);
    try (Stream<Path> entries = Files.list(folder)) {
      List<String> names =
          entries
              .filter(entry -> Files.isRegularFile(entry.resolve("device.yml")))
              .map(entry -> entry.getFileName().toString())
              .sorted()
              .toList();
      Files.createDirectories(file.getParent());
      Files.write(file, names);
    }
  }
}
