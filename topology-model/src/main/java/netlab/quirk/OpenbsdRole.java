package netlab.quirk;

import netlab.lab.Node;

/** OpenBSD with a loopback forwards packets. */
final class OpenbsdRole implements Quirk {
  @Override
  public void apply(Node node, LabEdit lab, Notices notices) {
    String role = node.attributes().textAt("role").orElse("host");
    if (node.loopback().isPresent() && role.equals("host")) {
      notices.warning(
          "role_router",
          node.span(),
          "`" + node.id() + "` is a router, since it has a loopback",
          "say `role: router`");
      lab.node(node.withRole("router"));
    }
  }
}
