package netlab.validate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.exec.Deadline;
import netlab.state.LabState;
import netlab.state.NodeState;
import netlab.transport.Answer;
import netlab.transport.TransportFailure;
import netlab.verify.LabAccess;

/**
 * Runs the commands of tests where they belong: on the command line of a device, or as programs.
 */
record TestCommands(LabState lab, LabAccess access) {
  /** A command of FRR written as one of the system around it. */
  private static final Pattern VTYSH = Pattern.compile("vtysh +-c +(['\"])(.*)\\1");

  /** Nodes without containers are run by root already. */
  private static final Pattern SUDO = Pattern.compile("^sudo +");

  /** Shows something. */
  Answer show(NodeState node, String what, Deadline deadline) throws InterruptedException {
    return ofDevice(node, "show " + what, deadline);
  }

  /** Runs a command as it is. */
  Answer run(NodeState node, String written, Deadline deadline) throws InterruptedException {
    String command = SUDO.matcher(written).replaceFirst("");
    Matcher vtysh = VTYSH.matcher(command);
    if (vtysh.matches()) {
      return ofDevice(node, vtysh.group(2), deadline);
    }
    boolean program =
        lab.device(node).facts().textAt("connect.exec").filter("program"::equals).isPresent();
    if (!program) {
      return ofDevice(node, command, deadline);
    }
    Optional<String> refusal =
        access.isOfHost(node.id()) ? HostPrograms.refusal(command) : Optional.empty();
    return refusal.isPresent()
        ? refused(node, command, refusal.get())
        : access.program(node.id(), command, deadline);
  }

  private Answer ofDevice(NodeState node, String command, Deadline deadline)
      throws InterruptedException {
    Optional<String> refusal =
        access.isOfHost(node.id()) ? HostPrograms.routerRefusal(command) : Optional.empty();
    return refusal.isPresent()
        ? refused(node, command, refusal.get())
        : access.command(node.id(), command, deadline);
  }

  private static Answer refused(NodeState node, String command, String why) {
    return new Answer.Failed(
        new TransportFailure.CommandFailed(node.id().name(), command, why), List.of());
  }
}
