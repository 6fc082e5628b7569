package netlab.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.diag.Span;

/** Short forms of trees and spans for assertions. */
final class Texts {
  private Texts() {}

  static SourceFile file(String text) {
    return new SourceFile("lab.yml", text);
  }

  /** The tree in one line; diagnostics instead when there are any. */
  static String compose(String text) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<Yaml> tree = Composer.compose(file(text), diagnostics);
    return diagnostics.sorted().isEmpty() ? tree.map(Texts::show).orElse("-") : lines(diagnostics);
  }

  static Yaml.Map map(String text) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<Yaml> tree = Composer.compose(file(text), diagnostics);
    if (diagnostics.hasErrors()) {
      throw new AssertionError(lines(diagnostics));
    }
    return (Yaml.Map) tree.orElseThrow();
  }

  static String lines(Diagnostics diagnostics) {
    return diagnostics.sorted().stream()
        .map(d ->
            d.line()
                + d.notes().stream()
                    .map(note -> " (" + note.at().location() + " " + note.text() + ")")
                    .collect(Collectors.joining()))
        .collect(Collectors.joining("\n"));
  }

  static String show(Yaml yaml) {
    return switch (yaml) {
      case Yaml.Scalar s -> s.isPlain() ? s.text() : "'" + s.text() + "'";
      case Yaml.Seq s -> s.items().stream().map(Texts::show).toList().toString();
      case Yaml.Map m ->
          m.entries().entrySet().stream()
              .map(e -> e.getKey() + ": " + show(e.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  /** Key and value spans in order, such as {@code bgp@1:1-1:4}. */
  static List<String> spans(Yaml yaml) {
    List<String> all = new ArrayList<>();
    collect(yaml, all);
    return all;
  }

  private static void collect(Yaml yaml, List<String> all) {
    switch (yaml) {
      case Yaml.Scalar s -> all.add(s.text() + "@" + range(s.span()));
      case Yaml.Seq s -> {
        all.add("[]@" + range(s.span()));
        s.items().forEach(item -> collect(item, all));
      }
      case Yaml.Map m -> {
        all.add("{}@" + range(m.span()));
        m.entries()
            .forEach((key, value) -> {
              all.add(key.text() + ":@" + range(key.span()));
              collect(value, all);
            });
      }
    }
  }

  static String range(Span span) {
    return span.line() + ":" + span.column() + "-" + span.endLine() + ":" + span.endColumn();
  }

  /** What the source has at a span of one line. */
  static String at(Span span) {
    String line = span.file().text().split("\r\n|\r|\n", -1)[span.line() - 1];
    return line.substring(span.column() - 1, span.endColumn() - 1);
  }
}
