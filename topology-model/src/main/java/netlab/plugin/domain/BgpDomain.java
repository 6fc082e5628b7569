package netlab.plugin.domain;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.Plugin;
import netlab.protocol.bgp.BgpNeighbor;
import netlab.protocol.bgp.BgpSessions;

/** Removes internal sessions between nodes of different domains. */
public final class BgpDomain implements Plugin {
  private static final String DEFAULT = "default";

  @Override
  public String name() {
    return "bgp.domain";
  }

  @Override
  public List<Pass> passes() {
    return List.of(Pass.of("BGP domains", Phase.PROTOCOL, BgpDomain::run));
  }

  private static void run(Draft draft, Diagnostics diagnostics) {
    for (NodeDraft node : draft.nodes()) {
      BgpSessions.change(
          draft,
          node,
          session -> {
            BgpNeighbor neighbor = session.neighbor();
            boolean apart =
                neighbor.type().equals("ibgp")
                    && !domain(node).equals(domain(draft.node(neighbor.name().name())));
            return apart ? Optional.empty() : Optional.of(neighbor);
          });
    }
    reflectors(draft, diagnostics);
  }

  private static String domain(NodeDraft node) {
    return node.attributes().textAt("bgp.domain").orElse(DEFAULT);
  }

  /** An AS with reflectors has no full mesh, so a domain without one would have no sessions. */
  private static void reflectors(Draft draft, Diagnostics diagnostics) {
    SequencedMap<String, SequencedMap<String, NodeDraft>> domains = new LinkedHashMap<>();
    Map<String, Set<String>> reflected = new LinkedHashMap<>();
    for (NodeDraft node : draft.nodes()) {
      Optional<String> as = node.attributes().textAt("bgp.as").filter(a -> node.runs("bgp"));
      if (as.isPresent()) {
        domains
            .computeIfAbsent(as.get(), a -> new LinkedHashMap<>())
            .putIfAbsent(domain(node), node);
        if (node.attributes().is("bgp.rr", true)) {
          reflected.computeIfAbsent(as.get(), a -> new LinkedHashSet<>()).add(domain(node));
        }
      }
    }
    reflected.forEach((as, with) ->
        domains
            .getOrDefault(as, new LinkedHashMap<>())
            .forEach((domain, node) -> {
              if (!with.contains(domain)) {
                diagnostics.error(
                    Code.BGP_SESSION,
                    node.attributes().at("bgp.domain").map(v -> v.span()).orElse(node.span()),
                    "AS "
                        + as
                        + " has route reflectors, but none in domain `"
                        + domain
                        + "` of `"
                        + node
                        + "`: its nodes would have no internal sessions",
                    "make one of them a reflector with `bgp.rr: true`");
              }
            }));
  }
}
