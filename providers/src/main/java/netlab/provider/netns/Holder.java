package netlab.provider.netns;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The process that keeps the user namespace of an ordinary user's lab: process 1 of the lab's own
 * process namespace. When it ends, the kernel ends every process and namespace of the lab.
 *
 * @param pid as the host counts
 */
record Holder(long pid) {
  /** Set for the holder alone. */
  static final String VARIABLE = "NETLAB_HOLDER";

  /** The holder of a lab of this user; empty when there is none. */
  static Optional<Holder> find(Names names) {
    String lab = names.id().text();
    return ProcessTable.HOST.all().stream()
        .filter(process -> process.program().equals("sleep"))
        .filter(process -> process.variable(VARIABLE).isPresent())
        .filter(process -> process.variable(Names.LAB_VARIABLE).filter(lab::equals).isPresent())
        .map(process -> new Holder(process.pid()))
        .findFirst();
  }

  /** The root folder as processes of the lab see it. */
  Path root() {
    return Path.of("/proc/" + pid + "/root");
  }
}
