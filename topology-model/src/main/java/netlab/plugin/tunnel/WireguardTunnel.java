package netlab.plugin.tunnel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.InterfaceDraft;
import netlab.draft.NodeDraft;
import netlab.net.Family;
import netlab.schema.Value;

/** WireGuard (the white paper of J. Donenfeld, NDSS 2017). */
public final class WireguardTunnel implements Tunnel {
  private static final int FIRST_PORT = 51_820;

  /** The UDP ports that tunnels of each node listen on. */
  private record Listening(Map<NodeDraft, Set<Integer>> ports) {}

  @Override
  public String mode() {
    return "wireguard";
  }

  @Override
  public String title() {
    return "WireGuard";
  }

  @Override
  public Optional<Family> usualFamily() {
    return Optional.empty();
  }

  /** IP, UDP (8 octets), and 32 of WireGuard itself. */
  @Override
  public int overhead(Family transport) {
    return transport == Family.IPV4 ? 60 : 80;
  }

  @Override
  public Value.Fields settings(
      Draft draft, EndDraft end, Value.Fields written, Diagnostics diagnostics) {
    Value.Fields settings = keys(draft, end, written, diagnostics);
    Set<Integer> used =
        listening(draft, diagnostics).ports.computeIfAbsent(end.node(), n -> new HashSet<>());
    if (settings.at("listen_port").isEmpty()) {
      int port = FIRST_PORT;
      while (!used.add(port)) {
        port++;
      }
      settings = settings.with("listen_port", Value.of((long) port));
    }
    if (settings.at("allowed_ips").isEmpty()) {
      settings = settings.with("allowed_ips", Value.of(everything(end.node())));
    }
    end.node()
        .attributes()
        .addMissing(
            "netlab_linux_packages", Value.Fields.NONE.with("wireguard-tools", Value.of("wg")));
    return settings;
  }

  private static Value.Fields keys(
      Draft draft, EndDraft end, Value.Fields written, Diagnostics diagnostics) {
    Optional<String> secret = written.textAt("private_key");
    if (secret.isEmpty() && written.at("public_key").isPresent()) {
      diagnostics.error(
          Code.MISSING_VALUE,
          written.keySpan("public_key"),
          "the public key of `" + end + "` has no private key",
          "add `private_key`, or remove `public_key`: then both are made");
      return written;
    }
    String key =
        secret.orElseGet(() ->
            Keys.derived(draft.intent().name() + "/" + end.node() + "/" + end.link().index()));
    Optional<String> open = Keys.publicKey(key);
    if (open.isEmpty() && written.at("public_key").isEmpty()) {
      diagnostics.error(
          Code.WRONG_TYPE,
          written.at("private_key").map(Value::span).orElse(Span.NONE),
          "the private key of `" + end + "` is no WireGuard key",
          "a key is 32 octets in base 64, as `wg genkey` prints it");
      return written;
    }
    Value.Fields both = written.with("private_key", Value.of(key));
    return open.isPresent() && both.at("public_key").isEmpty()
        ? both.with("public_key", Value.of(open.get()))
        : both;
  }

  /** The ports that the lab file gives; those that it gives twice on a node are reported. */
  private static Listening listening(Draft draft, Diagnostics diagnostics) {
    Optional<Listening> known = draft.noted(Listening.class);
    if (known.isPresent()) {
      return known.get();
    }
    var listening = new Listening(new HashMap<>());
    for (NodeDraft node : draft.nodes()) {
      for (InterfaceDraft port : node.interfaces()) {
        Optional<Integer> written = port.attributes().intAt("tunnel.listen_port");
        if (written.isPresent()
            && !listening.ports.computeIfAbsent(node, n -> new HashSet<>()).add(written.get())) {
          diagnostics.error(
              Code.ATTRIBUTE_CONFLICT,
              port.attributes().at("tunnel.listen_port").orElseThrow().span(),
              "two tunnels of node `" + node + "` listen on port " + written.get());
        }
      }
    }
    draft.note(Listening.class, listening);
    return listening;
  }

  private static String everything(NodeDraft node) {
    List<String> all = new ArrayList<>();
    for (Family family : Family.values()) {
      for (InterfaceDraft port : node.allInterfaces()) {
        if (port.ip(family).isPresent()) {
          all.add(family == Family.IPV4 ? "0.0.0.0/0" : "::/0");
          break;
        }
      }
    }
    return String.join(",", all);
  }

  @Override
  public Value.Fields told(Value.Fields settings) {
    Value.Fields told = Value.Fields.NONE;
    for (String key : List.of("listen_port", "public_key")) {
      Optional<Value> value = settings.at(key);
      told = value.isPresent() ? told.with(key, value.get()) : told;
    }
    return told;
  }
}
