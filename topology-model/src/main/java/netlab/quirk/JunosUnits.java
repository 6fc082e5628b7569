package netlab.quirk;

import java.util.ArrayList;
import java.util.Optional;
import netlab.lab.Interface;
import netlab.lab.Node;
import netlab.schema.Value;

/**
 * Junos configures addresses and protocols on units of interfaces: {@code ge-0/0/1} is used as
 * {@code ge-0/0/1.0}. Templates need both parts of the name.
 */
final class JunosUnits implements Quirk {
  /** Octets of an Ethernet header, which the MTU of a Junos interface includes. */
  private static final int HEADER = 14;

  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    var renamed = new ArrayList<Interface>();
    for (Interface port : node.interfaces()) {
      renamed.add(unit(port, port.parent().flatMap(node::find).map(Interface::name)));
    }
    lab.interfaces(node, renamed);
  }

  /**
   * The unit in the place of an interface.
   *
   * @param parent the interface below; units belong to interfaces, not to other units
   */
  private static Interface unit(Interface port, Optional<String> parent) {
    String name = port.name().indexOf('.') < 0 ? port.name() + ".0" : port.name();
    String[] parts = name.split("\\.", 3);
    Value.Fields attributes =
        port.attributes()
            .with("junos_interface", Value.of(parts[0]))
            .with("junos_unit", Value.of(parts[1]));
    if (parent.isPresent()) {
      attributes = attributes.with("parent_ifname", Value.of(parent.get()));
    }
    if (port.mtu().isPresent() && !name.equals(port.name())) {
      attributes =
          attributes.with("_junos_mtu_with_headers", Value.of((long) port.mtu().get() + HEADER));
    }
    return port.renamed(name, attributes);
  }
}
