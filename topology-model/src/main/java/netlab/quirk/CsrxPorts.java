package netlab.quirk;

import netlab.lab.Node;
import netlab.schema.Value;

/**
 * A cSRX container wants to be told how many interfaces it has, the one for management included.
 */
final class CsrxPorts implements Quirk {
  private static final int MOST = 16;

  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    int count = node.interfaces().size();
    if (count > MOST) {
      notices.error(
          node.span(),
          "`" + node.id() + "` has " + count + " interfaces",
          "cSRX has at most " + MOST);
    }
    Value.Fields clab = node.attributes().fieldsAt("clab");
    Value.Fields env = clab.fieldsAt("env").with("CSRX_PORT_NUM", Value.of(count + 1L));
    lab.node(node.with("clab", clab.with("env", env)));
  }
}
