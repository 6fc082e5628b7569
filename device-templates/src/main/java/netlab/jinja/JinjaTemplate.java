package netlab.jinja;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.diag.Span;
import netlab.expr.Scope;
import netlab.expr.Wrong;

/**
 * A template in the language of Jinja2, as far as templates of labs use it: all expressions, {@code
 * if}, {@code for}, {@code set}, {@code macro}, {@code with}, {@code filter}, {@code raw}, the
 * usual filters and tests, methods of texts, lists and mappings, and {@code ipaddr}. It sees plain
 * data only, so no template can reach a Java object, a file or a program; and one that does not end
 * is stopped.
 *
 * <p>A value that is not there counts as false and may be tested or given a default; anything else
 * done with it is an error.
 */
public final class JinjaTemplate {
  private final SourceFile source;
  private final List<Block> blocks;

  private JinjaTemplate(SourceFile source, List<Block> blocks) {
    this.source = source;
    this.blocks = blocks;
  }

  /** True when a text has statements or expressions in it; others are what they are. */
  public static boolean isIn(String text) {
    return text.contains("{{") || text.contains("{%") || text.contains("{#");
  }

  /**
   * Reads a template.
   *
   * @return empty when it cannot be read, which is reported
   */
  public static Optional<JinjaTemplate> parse(SourceFile source, Diagnostics diagnostics) {
    try {
      List<Piece> pieces = new Lexer(source.text()).pieces();
      return Optional.of(new JinjaTemplate(source, new TemplateParser(pieces).template()));
    } catch (Wrong e) {
      report(Code.TEMPLATE_SYNTAX, source, e, e.text(), diagnostics);
      return Optional.empty();
    }
  }

  /**
   * Writes what the template makes of these values: texts, numbers, booleans, lists and mappings.
   *
   * @param of what messages say the template is rendered for
   * @return false when that failed, which is reported; something may have been written then
   * @throws IOException when the writer throws it
   */
  public boolean render(Map<String, ?> values, String of, Writer out, Diagnostics diagnostics)
      throws IOException {
    try {
      new Statements(new Scope(values)).run(blocks, out);
      return true;
    } catch (Wrong e) {
      report(Code.TEMPLATE_FAILED, source, e, of + ": " + e.text(), diagnostics);
      return false;
    }
  }

  private static void report(
      Code code, SourceFile source, Wrong wrong, String message, Diagnostics diagnostics) {
    Span at = span(source, Math.max(0, wrong.at()));
    if (wrong.hint().isEmpty()) {
      diagnostics.error(code, at, message);
    } else {
      diagnostics.error(code, at, message, wrong.hint());
    }
  }

  private static Span span(SourceFile source, int offset) {
    String before = source.text().substring(0, Math.min(offset, source.text().length()));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    return new Span(source, line, column, line, column + 1);
  }
}
