package netlab.cli;

import java.util.List;
import netlab.diag.Diagnostics;
import netlab.exec.Command;
import netlab.exec.Result;
import netlab.provider.Missing;
import netlab.provider.Packages;
import netlab.provider.Provider;
import netlab.provider.RunRequest;

/**
 * Makes sure that the host can run a lab.
 *
 * @param install whether missing packages may be installed
 */
record HostPreparation(Session session, boolean install) {
  /** True when nothing is missing; reports what is. */
  boolean ready(Provider provider, RunRequest request, Out out, Diagnostics diag)
      throws InterruptedException {
    List<Missing> missing = provider.check(request);
    List<String> packages =
        missing.stream().flatMap(m -> m.packages().stream()).distinct().sorted().toList();
    if (install && !packages.isEmpty()) {
      for (Command command : Packages.ofHost().install(packages)) {
        out.line("  $ " + command.shown());
        Result result = session.shell().run(command);
        if (!result.ok()) {
          out.problem("netlab: `" + command.shown() + "`: " + result.problem());
          break;
        }
      }
      missing = provider.check(request);
    }
    missing.forEach(m -> m.report(diag));
    return missing.isEmpty();
  }
}
