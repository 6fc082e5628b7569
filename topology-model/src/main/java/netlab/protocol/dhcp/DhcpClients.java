package netlab.protocol.dhcp;

import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.LinkDraft;
import netlab.net.Family;
import netlab.schema.Value;

/** Finds the interfaces that get their addresses from a server. */
final class DhcpClients {
  private DhcpClients() {}

  static void run(Draft draft, Diagnostics diagnostics) {
    for (LinkDraft link : draft.links()) {
      for (EndDraft end : link.ends()) {
        for (Family family : Family.values()) {
          end(link, end, family, diagnostics);
        }
      }
    }
  }

  private static void end(LinkDraft link, EndDraft end, Family family, Diagnostics diagnostics) {
    String path = "dhcp.client." + family.text();
    boolean written = end.attributes().textAt(family.text()).filter("dhcp"::equals).isPresent();
    boolean ofVlan = end.use() != EndDraft.Use.INTERFACE;
    boolean asked =
        written
            || (!ofVlan && end.attributes().is(path, true))
            || (!ofVlan && link.attributes().is(path, true));
    if (!asked) {
      return;
    }
    if (written) {
      end.attributes().drop(family.text());
    }
    if (link.attributes().is(path, false)) {
      diagnostics.error(
          Code.DHCP,
          end.span(),
          "`"
              + end.node()
              + "` asks for an "
              + family
              + " address on link `"
              + link.name()
              + "`, which has `"
              + path
              + ": false`");
    }
    Value.Fields flag =
        Value.Fields.NONE.with(
            "dhcp",
            Value.Fields.NONE.with(
                "client", Value.Fields.NONE.with(family.text(), Value.of(true))));
    end.attributes().addMissing(flag);
    Value.Fields subnet =
        Value.Fields.NONE.with(
            "dhcp",
            Value.Fields.NONE.with(
                "subnet", Value.Fields.NONE.with(family.text(), Value.of(true))));
    link.attributes().addMissing(subnet);
    if (end.node().attributes().is("dhcp.server", true)) {
      return;
    }
    end.node().addModule("dhcp");
    if (end.attributes().at("dhcp.server").isEmpty()) {
      end.lease(family);
    }
  }
}
