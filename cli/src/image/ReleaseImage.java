import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Makes the release form of netlab: a folder that runs without an installed Java, and an archive of
 * it. The build runs this file as it is ({@code java ReleaseImage.java}) on the JDK whose runtime
 * goes into the folder. Work whose inputs have not changed since the last time is left out.
 *
 * <pre>
 * bin/netlab    starts it        lib/netlab.jar      the program
 * runtime/      Java             lib/netlab.aot      classes as the JVM wants them: a fast start
 * </pre>
 */
final class ReleaseImage {
  /**
   * @param root the project
   * @param target where to build
   * @param name of the folder and the archive
   * @param modules of the Java runtime
   * @param libraries jars beside the program
   * @param started when the build began: sources newer than that are not in it
   */
  private record Inputs(
      Path root,
      Path target,
      String name,
      String modules,
      List<Path> libraries,
      Instant started,
      boolean archive) {
    Path image() {
      return target.resolve(name);
    }

    Path runtime() {
      return target.resolve("runtime-" + Runtime.version());
    }

    Path sources() {
      return root.resolve("cli/src/image");
    }
  }

  private final Inputs inputs;

  private ReleaseImage(Inputs inputs) {
    this.inputs = inputs;
  }

  public static void main(String[] args) throws Exception {
    Path root = Path.of(args[0]).normalize();
    String system = "linux-" + System.getProperty("os.arch").replace("amd64", "x86_64");
    Inputs inputs =
        new Inputs(
            root,
            root.resolve("cli/target"),
            "netlab-" + args[1] + "-" + system,
            args[2],
            List.of(Path.of(args[3]), Path.of(args[4])),
            Instant.parse(args[5]),
            Boolean.parseBoolean(args[6]));
    new ReleaseImage(inputs).make();
  }

  private void make() throws Exception {
    Path key = inputs.target().resolve("image.key");
    String wanted = key();
    if (!Files.exists(key) || !Files.readString(key).equals(wanted)) {
      Files.deleteIfExists(key);
      link();
      lay();
      train();
      Files.writeString(key, wanted);
    }
    if (inputs.archive()) {
      archive(key);
    }
    point();
    Path stamp = inputs.target().resolve("image.stamp");
    Files.write(stamp, new byte[0]);
    Files.setLastModifiedTime(stamp, FileTime.from(inputs.started()));
  }

  /** What the folder is made from: the same key means the same folder. */
  private String key() throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update((inputs.runtime() + inputs.name() + inputs.modules()).getBytes(StandardCharsets.UTF_8));
    for (Path file : inputs.libraries()) {
      digest.update(Files.readAllBytes(file));
    }
    for (String file : List.of("cli/src/image/bin/netlab", "cli/src/image/ReleaseImage.java", "LICENSE", "NOTICE")) {
      digest.update(Files.readAllBytes(inputs.root().resolve(file)));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The Java runtime; made once for each JDK and list of modules. */
  private void link() throws IOException {
    Path runtime = inputs.runtime();
    Path made = inputs.target().resolve("runtime.key");
    String wanted = runtime + " " + inputs.modules();
    if (Files.exists(made) && Files.readString(made).equals(wanted) && Files.isDirectory(runtime)) {
      return;
    }
    delete(runtime);
    ToolProvider jlink = ToolProvider.findFirst("jlink").orElseThrow();
    int status =
        jlink.run(
            System.out,
            System.err,
            "--add-modules",
            inputs.modules(),
            "--output",
            runtime.toString(),
            "--strip-java-debug-attributes",
            "--no-header-files",
            "--no-man-pages");
    if (status != 0) {
      throw new IOException("jlink failed with status " + status);
    }
    Files.writeString(made, wanted);
  }

  private void lay() throws IOException {
    Path image = inputs.image();
    delete(image);
    Path lib = Files.createDirectories(image.resolve("lib"));
    Files.createDirectories(image.resolve("bin"));
    copy(inputs.sources().resolve("bin/netlab"), image.resolve("bin/netlab"));
    for (Path jar : inputs.libraries()) {
      copy(jar, lib.resolve(jar.getFileName()));
    }
    copy(inputs.root().resolve("LICENSE"), image.resolve("LICENSE"));
    copy(inputs.root().resolve("NOTICE"), image.resolve("NOTICE"));
    try (Stream<Path> files = Files.walk(inputs.runtime())) {
      for (Path from : (Iterable<Path>) files::iterator) {
        Path to = image.resolve("runtime").resolve(inputs.runtime().relativize(from).toString());
        if (Files.isDirectory(from)) {
          Files.createDirectories(to);
        } else {
          // The same file under two names: no copy of 60 MB at every build.
          Files.createLink(to, from);
        }
      }
    }
  }

  private void train() throws IOException, InterruptedException {
    run(List.of(inputs.image().resolve("bin/netlab").toString(), "warmup"));
    Path cache = inputs.image().resolve("lib/netlab.aot");
    if (!Files.exists(cache)) {
      throw new IOException("training left no " + cache);
    }
  }

  private void archive(Path key) throws IOException, InterruptedException {
    Path archive = inputs.target().resolve(inputs.name() + ".tar.gz");
    if (Files.exists(archive)
        && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(key)) >= 0) {
      return;
    }
    Path part = inputs.target().resolve("image.tar.gz");
    run(
        List.of(
            "tar",
            "--create",
            // Level 6 would take twice as long for 5 % less.
            "--use-compress-program=gzip -3",
            "--file=" + part,
            "--directory=" + inputs.target(),
            "--sort=name",
            "--owner=0",
            "--group=0",
            "--numeric-owner",
            inputs.name()));
    Files.move(part, archive, StandardCopyOption.ATOMIC_MOVE);
  }

  /** {@code target/netlab}: the folder under a name without a version. */
  private void point() throws IOException {
    Path link = inputs.target().resolve("netlab");
    if (Files.isSymbolicLink(link)
        && Files.readSymbolicLink(link).toString().equals(inputs.name())) {
      return;
    }
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, Path.of(inputs.name()));
  }

  private void run(List<String> command) throws IOException, InterruptedException {
    Path log = inputs.target().resolve("image.log");
    int status =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (status != 0) {
      throw new IOException("status " + status + " of " + command + "\n" + Files.readString(log));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
