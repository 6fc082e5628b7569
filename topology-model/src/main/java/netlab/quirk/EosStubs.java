package netlab.quirk;

import java.util.Optional;
import netlab.lab.Interface;
import netlab.lab.Node;
import netlab.protocol.ospf.Ospf;
import netlab.protocol.ospf.OspfInterface;

/** The container of EOS advertises stub networks only from point-to-point interfaces. */
final class EosStubs implements Quirk {
  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    if (lab.provider(node).filter("clab"::equals).isEmpty()) {
      return;
    }
    for (Interface port : node.interfaces()) {
      Optional<OspfInterface> ospf = lab.find(Ospf.INTERFACE, port.id());
      if (port.type().equals("stub") && port.ipv4().isPresent() && ospf.isPresent()) {
        lab.replace(Ospf.INTERFACE, port.id(), ospf.get().withNetworkType("point-to-point"));
        notices.warning(
            "ospf_stub",
            lab.place(port),
            "OSPF runs as on a point-to-point link on stub interface `"
                + port.name()
                + "` of `"
                + node.id()
                + "`",
            "containers of EOS announce no stub networks otherwise");
      }
    }
  }
}
