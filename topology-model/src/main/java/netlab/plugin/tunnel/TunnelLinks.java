package netlab.plugin.tunnel;

import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.LinkDraft;
import netlab.schema.Value;

/** Makes links of a kind of tunnel what they are: virtual links with two ends. */
final class TunnelLinks {
  private final Tunnel tunnel;
  private final Diagnostics diagnostics;

  TunnelLinks(Tunnel tunnel, Diagnostics diagnostics) {
    this.tunnel = tunnel;
    this.diagnostics = diagnostics;
  }

  void run(Draft draft) {
    for (LinkDraft link : draft.links()) {
      if (tunnel.has(link)) {
        type(link);
      } else {
        plugin(draft, link);
      }
    }
  }

  private void type(LinkDraft link) {
    Optional<Value> type = link.attributes().at("type");
    if (type.isPresent() && !link.type().equals("tunnel")) {
      diagnostics.error(
          Code.ATTRIBUTE_CONFLICT,
          type.get().span(),
          "link `" + link + "` is a tunnel and cannot be of type `" + link.type() + "`",
          "remove `type`, or `tunnel`");
      return;
    }
    if (link.ends().size() != 2) {
      diagnostics.error(
          Code.INVALID_LINK,
          link.span(),
          tunnel.title() + " tunnel `" + link + "` needs two ends, not " + link.ends().size());
    }
    link.attributes().addMissing("type", "tunnel");
  }

  /** A tunnel nobody makes is no tunnel. */
  private void plugin(Draft draft, LinkDraft link) {
    Optional<String> mode = link.attributes().textAt("tunnel.mode");
    if (mode.isPresent() && !draft.intent().plugins().contains("tunnel." + mode.get())) {
      diagnostics.error(
          Code.INVALID_CHOICE,
          link.attributes().at("tunnel.mode").orElseThrow().span(),
          "tunnels of mode `" + mode.get() + "` need plugin `tunnel." + mode.get() + "`",
          "add it to the list `plugin`");
    }
  }
}
