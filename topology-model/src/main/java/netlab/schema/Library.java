package netlab.schema;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.diag.Span;
import netlab.source.Key;
import netlab.source.Sources;
import netlab.source.Yaml;

/**
 * The data files that come with the program: schema, modules, devices. A file is read when somebody
 * asks for it, and once.
 */
public final class Library {
  /** Opens a resource: {@code netlab/schema/core.yml}. */
  @FunctionalInterface
  public interface Opener {
    /** The content; empty when there is no such resource. */
    Optional<InputStream> open(String path);
  }

  private final Opener opener;
  private final Map<String, Optional<Yaml.Map>> read = new ConcurrentHashMap<>();

  public Library(Opener opener) {
    this.opener = opener;
  }

  /** The resources on the class path of a class loader. */
  public static Library of(ClassLoader loader) {
    return new Library(path -> Optional.ofNullable(loader.getResourceAsStream(path)));
  }

  /**
   * The mapping in a file; empty when there is no such file.
   *
   * @throws IllegalStateException when the file is broken: then the program is
   */
  public Optional<Yaml.Map> find(String path) {
    Optional<Yaml.Map> known = read.get(path);
    if (known == null) {
      known = unpack(packed(path)).or(() -> text(path).map(text -> parse(path, text)));
      read.put(path, known);
    }
    return known;
  }

  /** The lines of a text file, without empty ones; none when there is no such file. */
  public List<String> lines(String path) {
    return text(path).map(t -> t.lines().filter(l -> !l.isBlank()).toList()).orElse(List.of());
  }

  /** The name of the packed form of a data file. */
  static String packed(String path) {
    return path.substring(0, path.length() - ".yml".length()) + ".bin";
  }

  private Optional<Yaml.Map> unpack(String path) {
    Optional<InputStream> stream = opener.open(path);
    if (stream.isEmpty()) {
      return Optional.empty();
    }
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(stream.get()))) {
      return Optional.of((Yaml.Map) PackedTree.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  private Optional<String> text(String path) {
    Optional<InputStream> stream = opener.open(path);
    if (stream.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = stream.get()) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  private static Yaml.Map parse(String path, String text) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<Yaml.Map> map = new Sources(diagnostics).parse(new SourceFile("netlab:" + path, text));
    if (diagnostics.hasErrors() || map.isEmpty()) {
      throw new IllegalStateException("broken data file: " + diagnostics.sorted());
    }
    return (Yaml.Map) unplaced(map.get());
  }

  /** Package data have no place in the user's files, so messages must not point to one. */
  private static Yaml unplaced(Yaml yaml) {
    return switch (yaml) {
      case Yaml.Scalar s -> new Yaml.Scalar(s.text(), s.style(), Span.NONE);
      case Yaml.Seq seq ->
          new Yaml.Seq(seq.items().stream().map(Library::unplaced).toList(), Span.NONE);
      case Yaml.Map map -> {
        SequencedMap<Key, Yaml> entries = new LinkedHashMap<>();
        map.entries().forEach((k, v) -> entries.put(Key.of(k.text()), unplaced(v)));
        yield new Yaml.Map(entries, Span.NONE);
      }
    };
  }
}
