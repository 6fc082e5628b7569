package netlab.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.diag.Span;

/** Holds every key and every plain text of a file against the source at its span. */
final class SpanCheck {
  private int seen;

  private SpanCheck() {}

  /** The number of places looked at. */
  static int check(SourceFile file) {
    SpanCheck check = new SpanCheck();
    Optional<Yaml> tree = Composer.compose(file, new Diagnostics());
    tree.ifPresent(check::value);
    return check.seen;
  }

  private void value(Yaml yaml) {
    switch (yaml) {
      case Yaml.Scalar scalar -> {
        if (scalar.isPlain()) {
          holds(scalar.text(), scalar.span());
        }
      }
      case Yaml.Seq seq -> seq.items().forEach(this::value);
      case Yaml.Map map ->
          map.entries()
              .forEach((key, value) -> {
                holds(key.text(), key.span());
                value(value);
              });
    }
  }

  /** Aliases show their own place, folded texts are not as written. */
  private void holds(String text, Span span) {
    if (span.line() != span.endLine()) {
      return;
    }
    String source = Texts.at(span);
    if (!source.startsWith("*") && !source.startsWith("\"") && !source.startsWith("'")) {
      seen++;
      assertThat(source).as(span.toString()).isEqualTo(text);
    }
  }
}
