package netlab.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import netlab.diag.Code;
import netlab.diag.Diagnostics;

/**
 * The programs that a lab brings for a node: a template whose first line says who runs it, and, on
 * a device that has no configuration but Linux, every template.
 */
final class Scripts {
  private static final String FOLDER = "/etc/netlab/";
  private static final String SHELL = "#!/bin/sh\n";

  private Scripts() {}

  static List<ConfigFile> of(
      Subject subject,
      List<FilePlan> plans,
      List<CustomConfig.Rendered> custom,
      Diagnostics diagnostics) {
    boolean hasConfiguration = plans.stream().anyMatch(FilePlan::takesCustom);
    boolean runsPrograms =
        subject.device().facts().textAt("connect.with").filter("docker"::equals).isPresent();
    List<ConfigFile> scripts = new ArrayList<>();
    for (CustomConfig.Rendered own : custom) {
      if (hasConfiguration && !own.isScript()) {
        continue;
      }
      if (!runsPrograms) {
        diagnostics.error(
            Code.TEMPLATE_FAILED,
            subject.at(),
            "device `%s` of node `%s` does not run programs, and `%s` is one"
                .formatted(subject.device().name(), subject.name(), own.source().name()),
            "write lines of configuration, without `#!` before them");
        continue;
      }
      String name =
          String.format(Locale.ROOT, "%02d-%s.sh", scripts.size() + 1, fileName(own.name()));
      String text = own.text().startsWith("#!") ? own.text() : SHELL + own.text();
      scripts.add(
          new ConfigFile(
              name,
              FOLDER + name,
              text.endsWith("\n") ? text : text + "\n",
              "0755",
              ConfigFile.Use.SCRIPT));
    }
    return List.copyOf(scripts);
  }

  private static String fileName(String template) {
    return template.replaceAll("[^A-Za-z0-9_-]", "-");
  }
}
