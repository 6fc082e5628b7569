package netlab.compile;

import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.LinkDraft;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.schema.Value;

/** Gives links their type, role and bridge. */
final class LinkShapes implements Pass {
  private static final int MAX_BRIDGE_NAME = 15;
  private static final int TOPOLOGY_PART = 10;

  @Override
  public String name() {
    return "link types";
  }

  @Override
  public Phase phase() {
    return Phase.SHAPE;
  }

  @Override
  public void run(Draft draft, Diagnostics diagnostics) {
    for (LinkDraft link : draft.links()) {
      if (link.ends().isEmpty()) {
        diagnostics.error(
            Code.INVALID_LINK, link.span(), "link `" + link.name() + "` is attached to no node");
        continue;
      }
      type(draft, link);
      role(link);
      check(link, diagnostics);
      join(draft, link);
      impaired(draft, link);
      bridge(draft, link, diagnostics);
    }
  }

  private static void type(Draft draft, LinkDraft link) {
    int ends = link.ends().size();
    String type =
        ends > 2 || link.servesHosts() ? "lan" : ends == 2 ? "p2p" : becomesLoopback(draft, link);
    link.attributes().addMissing("type", type);
  }

  /** A network behind a single router may live on a loopback instead of a wire. */
  private static String becomesLoopback(Draft draft, LinkDraft link) {
    NodeDraft node = link.ends().getFirst().node();
    Optional<Boolean> device = node.device().facts().boolAt("features.stub_loopback");
    boolean wanted =
        device.orElseGet(() -> draft.defaults().boolAt("links.stub_loopback").orElse(false));
    return wanted && hasLoopbacks(node) ? "loopback" : "stub";
  }

  private static boolean hasLoopbacks(NodeDraft node) {
    return node.device().facts().at("loopback_interface_name").isPresent();
  }

  private static void role(LinkDraft link) {
    if (link.role().isPresent()
        || link.type().equals("loopback")
        || link.attributes().at("vlan_name").isPresent()) {
      return;
    }
    int routers = 0;
    for (EndDraft end : link.ends()) {
      routers += end.node().isHost() && !end.node().isDaemon() ? 0 : 1;
    }
    if (routers <= 1) {
      link.attributes().add("role", Value.of("stub"));
    }
  }

  private static void check(LinkDraft link, Diagnostics diagnostics) {
    int ends = link.ends().size();
    String expected =
        switch (link.type()) {
          case "stub" -> ends == 1 ? "" : "one node";
          case "loopback" -> ends == 1 ? "" : "one node";
          case "p2p" -> ends == 2 ? "" : "two nodes";
          default -> "";
        };
    if (!expected.isEmpty()) {
      diagnostics.error(
          Code.INVALID_LINK,
          link.span(),
          "link `"
              + link.name()
              + "` of type `"
              + link.type()
              + "` has "
              + ends
              + " ends, it takes "
              + expected);
    }
  }

  /**
   * A link with a node that another provider runs is a bridge, to which both providers connect
   * their nodes; a link that is no wire only says so.
   */
  private static void join(Draft draft, LinkDraft link) {
    Value.Fields others = Value.Fields.NONE;
    for (EndDraft end : link.ends()) {
      Optional<String> other = end.node().attributes().textAt("provider");
      if (other.isPresent()) {
        others = others.with(other.get(), Value.of(true));
      }
    }
    Optional<String> primary = draft.intent().provider();
    if (others.isEmpty() || primary.isEmpty()) {
      return;
    }
    link.attributes()
        .addMissing(
            Value.Fields.NONE.with(primary.get(), Value.Fields.NONE.with("provider", others)));
    if (link.type().equals("p2p") || link.type().equals("stub")) {
      link.attributes().refine("type", Value.of("lan"));
    }
  }

  /** Virtual machines meet in a tunnel that cannot be impaired, so they get a bridge instead. */
  private static void impaired(Draft draft, LinkDraft link) {
    boolean machines = draft.intent().provider().filter("libvirt"::equals).isPresent();
    boolean wanted =
        link.attributes().at("tc").isPresent()
            || link.ends().stream().anyMatch(end -> end.attributes().at("tc").isPresent());
    if (machines && wanted && link.type().equals("p2p")) {
      link.attributes().refine("type", Value.of("lan"));
    }
  }

  private static void bridge(Draft draft, LinkDraft link, Diagnostics diagnostics) {
    Optional<String> own = link.attributes().textAt("bridge");
    if (own.isPresent()) {
      if (own.get().length() > MAX_BRIDGE_NAME) {
        diagnostics.error(
            Code.OUT_OF_RANGE,
            link.attributes().at("bridge").orElseThrow().span(),
            "bridge name `" + own.get() + "` is longer than " + MAX_BRIDGE_NAME + " characters");
      }
      return;
    }
    switch (link.type()) {
      case "p2p", "loopback", "vlan_member" -> {}
      default -> {
        String lab = draft.intent().name();
        String start = lab.length() > TOPOLOGY_PART ? lab.substring(0, TOPOLOGY_PART) : lab;
        link.attributes().add("bridge", Value.of(start + "_" + link.index()));
      }
    }
  }
}
