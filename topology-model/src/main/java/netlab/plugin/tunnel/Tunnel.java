package netlab.plugin.tunnel;

import java.util.List;
import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.LinkDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.Plugin;
import netlab.net.Family;
import netlab.schema.Value;

/** One kind of tunnel. */
sealed interface Tunnel extends Plugin permits GreTunnel, WireguardTunnel {
  /** The value of {@code tunnel.mode}. */
  String mode();

  /** What people call it. */
  String title();

  /** The family of the transport when the lab does not say it; empty for the one that is there. */
  Optional<Family> usualFamily();

  /** Octets that the tunnel adds to a packet. */
  int overhead(Family transport);

  /** What else an end of a tunnel has: keys, ports. */
  Value.Fields settings(Draft draft, EndDraft end, Value.Fields written, Diagnostics diagnostics);

  /** What the other end must know. */
  Value.Fields told(Value.Fields settings);

  @Override
  default String name() {
    return "tunnel." + mode();
  }

  @Override
  default List<Pass> passes() {
    return List.of(
        Pass.of(
            name() + " links",
            Phase.EXPAND,
            (draft, diag) -> new TunnelLinks(this, diag).run(draft)),
        Pass.of(name(), Phase.ADDRESS, (draft, diag) -> new TunnelEnds(this, draft, diag).run()));
  }

  /** True for a tunnel of this kind. */
  default boolean has(LinkDraft link) {
    return link.attributes().textAt("tunnel.mode").filter(mode()::equals).isPresent();
  }
}
