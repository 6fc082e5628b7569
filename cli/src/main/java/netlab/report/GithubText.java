package netlab.report;

import java.nio.file.Path;
import java.util.Optional;
import netlab.diag.Span;

/**
 * Findings as workflow commands of GitHub Actions, which shows them beside the lines of a pull
 * request: {@code ::error file=lab.yml,line=7::message}. See <a
 * href="https://docs.github.com/actions/reference/workflow-commands-for-github-actions">Workflow
 * commands</a>.
 *
 * @param folder that names of files begin at
 * @param workspace the folder of the repository; empty when it is not known
 */
public record GithubText(Path folder, Optional<Path> workspace) {
  /** Files that are part of the program. */
  private static final String OWN = "netlab:";

  /** The command of a finding. */
  public String of(Finding finding) {
    Span at = finding.at();
    StringBuilder text = new StringBuilder(finding.error() ? "::error " : "::warning ");
    if (at.known() && !at.file().name().startsWith(OWN)) {
      property(text, "file", inWorkspace(at.file().name()));
      property(text, "line", String.valueOf(at.line()));
      property(text, "endLine", String.valueOf(at.endLine()));
      property(text, "col", String.valueOf(at.column()));
      property(text, "endColumn", String.valueOf(at.endColumn()));
    }
    return text.append("title=")
        .append(escapedProperty(finding.rule()))
        .append("::")
        .append(escaped(finding.message()))
        .toString();
  }

  private static void property(StringBuilder text, String name, String value) {
    text.append(name).append('=').append(escapedProperty(value)).append(',');
  }

  /** GitHub knows files by their path in the repository. */
  private String inWorkspace(String name) {
    Path file = folder.resolve(name).toAbsolutePath().normalize();
    return workspace
        .map(root -> root.toAbsolutePath().normalize())
        .filter(file::startsWith)
        .map(root -> root.relativize(file).toString())
        .orElse(name);
  }

  private static String escaped(String data) {
    return data.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String escapedProperty(String value) {
    return escaped(value).replace(":", "%3A").replace(",", "%2C");
  }
}
