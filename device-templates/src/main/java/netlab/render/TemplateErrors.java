package netlab.render;

import freemarker.cache.TemplateLoader;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.stream.Collectors;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.diag.Span;
import org.jspecify.annotations.Nullable;

/** What FreeMarker throws, as diagnostics that point into the template. */
final class TemplateErrors {
  private TemplateErrors() {}

  /** A template that does not parse. */
  static void syntax(ParseException e, SourceFile source, Diagnostics diagnostics) {
    diagnostics.error(
        Code.TEMPLATE_SYNTAX,
        span(
            source,
            e.getLineNumber(),
            e.getColumnNumber(),
            e.getEndLineNumber(),
            e.getEndColumnNumber()),
        firstLine(e.getEditorMessage()));
  }

  /** An expression that failed while a node was rendered. */
  static void failed(
      TemplateException e, SourceFile source, Subject subject, Diagnostics diagnostics) {
    Span at =
        span(
            source,
            e.getLineNumber(),
            e.getColumnNumber(),
            e.getEndLineNumber(),
            e.getEndColumnNumber());
    String node = "node `" + subject.name() + "` (" + subject.device().name() + ")";
    String blamed = e.getBlamedExpressionString();
    if (e instanceof InvalidReferenceException && blamed != null) {
      diagnostics.error(
          Code.TEMPLATE_FAILED,
          at,
          node + " has no `" + blamed + "`, which the template needs",
          "test it with `" + blamed + "??`, or give a default with `" + blamed + "!`");
    } else {
      diagnostics.error(
          Code.TEMPLATE_FAILED, at, node + ": " + firstLine(e.getMessageWithoutStackTop()));
    }
  }

  /** A template that was stopped: too much output, or a part of it could not be read. */
  static void stopped(IOException e, String part, Subject subject, Diagnostics diagnostics) {
    diagnostics.error(
        Code.TEMPLATE_FAILED,
        subject.at(),
        "template `" + part + "` of node `" + subject.name() + "`: " + firstLine(e.getMessage()));
  }

  /** A template as a file that diagnostics can quote. */
  static SourceFile source(TemplateLoader loader, String folder, @Nullable String name) {
    if (name == null) {
      return new SourceFile(folder, "");
    }
    String text = "";
    try {
      Object found = loader.findTemplateSource(name);
      if (found != null) {
        try (Reader reader = loader.getReader(found, "UTF-8")) {
          text = new BufferedReader(reader).lines().collect(Collectors.joining("\n", "", "\n"));
        } finally {
          loader.closeTemplateSource(found);
        }
      }
    } catch (IOException e) {
      text = ""; // the name still tells where to look
    }
    return new SourceFile(folder + "/" + name, text);
  }

  private static Span span(
      SourceFile source,
      @Nullable Integer line,
      @Nullable Integer column,
      @Nullable Integer endLine,
      @Nullable Integer endColumn) {
    if (line == null || column == null || line < 1) {
      return new Span(source, 0, 0, 0, 0);
    }
    return endLine != null && endColumn != null && endLine >= line
        ? new Span(source, line, column, endLine, endColumn + 1)
        : new Span(source, line, column, line, column + 1);
  }

  private static String firstLine(@Nullable String message) {
    if (message == null) {
      return "failed";
    }
    String line = message.strip().lines().findFirst().orElse("failed");
    return line.replaceAll("[.:]$", "");
  }
}
