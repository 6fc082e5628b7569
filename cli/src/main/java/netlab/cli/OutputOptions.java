package netlab.cli;

import picocli.CommandLine.Option;

/** The output options that commands share: a mixin. */
final class OutputOptions {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "text|json",
      description = "Form of the result; json prints nothing else on standard output.")
  private Form form = Form.TEXT;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print problems only.")
  private boolean quiet;

  private enum Form {
    TEXT,
    JSON
  }

  /** The format that the options ask for; {@code -o json} wins over {@code -q}. */
  Out.Format format() {
    return switch (form) {
      case JSON -> Out.Format.JSON;
      case TEXT -> quiet ? Out.Format.QUIET : Out.Format.TEXT;
    };
  }
}
