package netlab.protocol.bgp;

import java.util.ArrayList;
import java.util.List;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;

/**
 * What other protocols do to BGP sessions: labels, VPN routes, segments. They add their rules
 * before BGP runs; each sees a session in the global routing table as the rules before it left it.
 */
public final class SessionRules {
  /** What becomes of one side of a session. */
  @FunctionalInterface
  public interface Rule {
    BgpNeighbor apply(NodeDraft node, BgpNeighbor session);
  }

  private final List<Rule> rules = new ArrayList<>();

  private SessionRules() {}

  /** Adds a rule behind the others. */
  public static void add(Draft draft, Rule rule) {
    of(draft).rules.add(rule);
  }

  static SessionRules of(Draft draft) {
    return draft
        .noted(SessionRules.class)
        .orElseGet(() -> {
          var none = new SessionRules();
          draft.note(SessionRules.class, none);
          return none;
        });
  }

  List<BgpNeighbor> apply(NodeDraft node, List<BgpNeighbor> sessions) {
    var done = new ArrayList<BgpNeighbor>(sessions.size());
    for (BgpNeighbor session : sessions) {
      BgpNeighbor now = session;
      for (Rule rule : rules) {
        now = rule.apply(node, now);
      }
      done.add(now);
    }
    return done;
  }
}
