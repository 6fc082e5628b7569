package netlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole device of docs/adding-a-device.md: its blocks of code become the files that they name,
 * and its commands are run, against fakes. What is wrong on that page is a failure here.
 */
final class NewDeviceTest {
  private static final Path PAGE = Path.of("../docs/adding-a-device.md");

  /** A block that names a file: {@code ```yaml devices/box/device.yml}. */
  private static final Pattern FILE =
      Pattern.compile("(?ms)^```\\w+ (?<path>\\S+)\\n(?<text>.*?)^```$");

  private static final Pattern COMMANDS = Pattern.compile("(?ms)^```sh\\n(?<text>.*?)^```$");

  @TempDir private Path folder;

  @Test
  void theDeviceOfThePageIsListedRenderedConfiguredAndProven() throws Throwable {
    String page = Files.readString(PAGE);
    SequencedMap<String, String> files = new LinkedHashMap<>();
    Matcher blocks = FILE.matcher(page);
    while (blocks.find()) {
      assertThat(files.put(blocks.group("path"), blocks.group("text"))).isNull();
    }
    Path resources = folder.resolve("resources");
    for (var file : files.entrySet()) {
      write(resources.resolve(file.getKey()), file.getValue());
    }
    // The catalogue is made by the build, of the folders that there are.
    write(resources.resolve("devices/index.txt"), catalogue() + "box\n");
    Matcher commands = COMMANDS.matcher(page);
    assertThat(commands.find()).isTrue();
    trial(new Overlay(resources), commands.group("text").lines().toList());
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String catalogue() throws IOException {
    try (InputStream in =
        NewDeviceTest.class.getClassLoader().getResourceAsStream("devices/index.txt")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void trial(Overlay program, List<String> commands) throws Throwable {
    Path lab = Files.createDirectories(folder.resolve("lab"));
    Files.copy(folder.resolve("resources/lab.yml"), lab.resolve("lab.yml"));
    Method run =
        Class.forName(NewDeviceTrial.class.getName(), true, program)
            .getDeclaredMethod("run", Path.class, List.class);
    run.setAccessible(true);
    try {
      run.invoke(null, lab, commands);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** The same program once more, with files of a folder laid over its own. */
  private static final class Overlay extends ClassLoader {
    private final Path folder;

    Overlay(Path folder) {
      super(NewDeviceTest.class.getClassLoader());
      this.folder = folder;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known != null
            ? known
            : name.startsWith("netlab.") ? again(name) : super.loadClass(name, resolve);
      }
    }

    private Class<?> again(String name) throws ClassNotFoundException {
      String path = name.replace('.', '/') + ".class";
      try (InputStream in = getParent().getResourceAsStream(path)) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] code = in.readAllBytes();
        return defineClass(name, code, 0, code.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    @Override
    public @Nullable URL getResource(String name) {
      Path own = folder.resolve(name);
      try {
        return Files.isRegularFile(own) ? own.toUri().toURL() : super.getResource(name);
      } catch (MalformedURLException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
