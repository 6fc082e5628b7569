package netlab.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Span;
import netlab.exec.Command;
import netlab.exec.Result;
import netlab.exec.Shell;
import netlab.lab.IfId;
import netlab.lab.Interface;
import netlab.lab.NodeId;

/** What a lab with impaired links needs of a host. Looks and tries, and leaves nothing behind. */
public final class NetemCheck {
  private static final String WITHOUT =
      "`-s defaults.tc.enable=false` leaves all links as they are";

  private NetemCheck() {}

  /**
   * What is missing; nothing is tried when no link is to be impaired.
   *
   * @param probe tries {@link Impairment#PROBE} in a network namespace that ends with it
   */
  public static List<Missing> run(RunRequest request, Shell shell, Command probe)
      throws InterruptedException {
    List<Missing> missing = new ArrayList<>();
    request
        .impaired()
        .forEach((node, ports) ->
            ports.forEach((port, how) ->
                how.problem()
                    .ifPresent(problem ->
                        missing.add(
                            Missing.of(
                                Code.NODE_NOT_RUNNABLE,
                                place(request, port),
                                "interface `"
                                    + name(request, port)
                                    + "` of "
                                    + node
                                    + ": "
                                    + problem,
                                WITHOUT)))));
    List<NodeId> users = List.copyOf(request.impaired().keySet());
    if (users.isEmpty() || !missing.isEmpty()) {
      return List.copyOf(missing);
    }
    return host(shell.run(probe)).map(m -> located(m, request)).stream().toList();
  }

  private static Optional<Missing> host(Result tried) {
    if (tried.end() == Result.End.NOT_STARTED) {
      return Optional.of(
          Missing.of(
              Code.HOST_PROGRAM_MISSING,
              Span.NONE,
              "the host has no `tc`, which impairs links",
              "install it (package iproute2 or iproute-tc); " + WITHOUT));
    }
    return Impairment.isUnknown(tried)
        ? Optional.of(
            Missing.of(
                Code.HOST_KERNEL,
                Span.NONE,
                "this kernel cannot impair links (`tc`): it has no netem",
                Impairment.LOAD + "; where that fails, use a host whose kernel has it. " + WITHOUT))
        : Optional.empty();
  }

  private static Missing located(Missing missing, RunRequest request) {
    IfId first = request.impaired().firstEntry().getValue().firstEntry().getKey();
    return Missing.of(missing.code(), place(request, first), missing.message(), missing.fix());
  }

  private static Span place(RunRequest request, IfId port) {
    return interfaceOf(request, port).attributes().fieldsAt("tc").span();
  }

  private static String name(RunRequest request, IfId port) {
    return interfaceOf(request, port).name();
  }

  private static Interface interfaceOf(RunRequest request, IfId port) {
    return request.lab().node(port.node()).find(port).orElseThrow();
  }
}
