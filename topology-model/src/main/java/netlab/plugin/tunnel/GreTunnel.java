package netlab.plugin.tunnel;

import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.net.Family;
import netlab.schema.Value;

/** GRE (RFC 2784). */
public final class GreTunnel implements Tunnel {
  @Override
  public String mode() {
    return "gre";
  }

  @Override
  public String title() {
    return "GRE";
  }

  @Override
  public Optional<Family> usualFamily() {
    return Optional.of(Family.IPV4);
  }

  /** The GRE header of 4 octets behind one of IP; IPv6 also gets a tunnel limit (RFC 2473). */
  @Override
  public int overhead(Family transport) {
    return transport == Family.IPV4 ? 24 : 48;
  }

  @Override
  public Value.Fields settings(
      Draft draft, EndDraft end, Value.Fields written, Diagnostics diagnostics) {
    return written;
  }

  @Override
  public Value.Fields told(Value.Fields settings) {
    return Value.Fields.NONE;
  }
}
