package netlab.quirk;

import netlab.lab.Node;
import netlab.schema.Value;

/** VPP forwards packets and leaves routing protocols to another daemon. */
final class VppControlPlane implements Quirk {
  private static final String KEY = "control_plane";

  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    if (node.attributes().at(KEY).isEmpty()) {
      String usual = notices.device().facts().textAt(KEY).orElse("bird");
      lab.node(node.with(KEY, Value.of(usual)));
    }
  }
}
