package netlab.source;

import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;

/** The way from files and texts to trees. */
public final class Sources {
  private final Diagnostics diagnostics;

  /** Reports every problem to these diagnostics. */
  public Sources(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** The mapping a text holds; empty, and reported, when it holds something else. */
  public Optional<Yaml.Map> parse(SourceFile file) {
    return Composer.compose(file, diagnostics).flatMap(this::mapping);
  }

  private Optional<Yaml.Map> mapping(Yaml root) {
    if (root instanceof Yaml.Map map) {
      return Optional.of(map);
    }
    diagnostics.error(
        Code.WRONG_TYPE,
        root.span(),
        "the file must be a mapping, but it is " + root.kind(),
        "begin with a key such as `nodes:`");
    return Optional.empty();
  }
}
