package netlab.quirk;

import java.util.Set;
import netlab.lab.Interface;
import netlab.lab.Node;

/** Virtual machines of Linux are configured without VLANs and without further loopbacks. */
final class LinuxMachines implements Quirk {
  private static final Set<String> NO_MACHINES = Set.of("clab", "netns");

  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    if (lab.provider(node).filter(NO_MACHINES::contains).isPresent()) {
      return;
    }
    if (node.modules().contains("vlan")) {
      notices.error(
          "vm_vlan",
          node.span(),
          "`" + node.id() + "` is a virtual machine of Linux, which has no VLANs",
          "use a container (`provider: clab`)");
    }
    for (Interface port : node.interfaces()) {
      if (port.type().equals("loopback")) {
        notices.error(
            "ubuntu_dummy",
            lab.place(port),
            "`" + node.id() + "` is a virtual machine of Linux, which has no loopback interfaces",
            "use a container (`provider: clab`)");
        return;
      }
    }
  }
}
