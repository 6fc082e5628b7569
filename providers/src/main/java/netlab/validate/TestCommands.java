package netlab.validate;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.exec.Deadline;
import netlab.state.LabState;
import netlab.state.NodeState;
import netlab.transport.Answer;
import netlab.verify.LabAccess;

/** Runs the commands that tests write under {@code exec}. */
record TestCommands(LabState lab, LabAccess access) {
  /** A command of FRR written as one of the system around it. */
  private static final Pattern VTYSH = Pattern.compile("(?:sudo +)?vtysh +-c +(['\"])(.*)\\1");

  Answer run(NodeState node, String command, Deadline deadline) throws InterruptedException {
    Matcher vtysh = VTYSH.matcher(command);
    if (vtysh.matches()) {
      return access.command(node.id(), vtysh.group(2), deadline);
    }
    boolean system =
        lab.device(node).facts().textAt("connect.exec").filter("program"::equals).isPresent();
    return system
        ? access.program(node.id(), command, deadline)
        : access.command(node.id(), command, deadline);
  }
}
