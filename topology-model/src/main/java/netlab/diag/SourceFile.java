package netlab.diag;

import java.util.Optional;

/**
 * A text that diagnostics point into.
 *
 * @param name the name to show, as the user would type it: a relative path, or "command line"
 * @param text the whole text; empty when the file could not be read
 * @param includedBy the place that included this file; diagnostics in it show that place as a note
 */
public record SourceFile(String name, String text, Optional<Span> includedBy) {

  /** A text that nothing included. */
  public SourceFile(String name, String text) {
    this(name, text, Optional.empty());
  }
}
