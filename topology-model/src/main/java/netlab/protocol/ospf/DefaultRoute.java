package netlab.protocol.ospf;

import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.schema.Value;

/** The default route that a router announces: {@code ospf.default}. */
final class DefaultRoute {
  private static final String KEY = "default";

  private DefaultRoute() {}

  /** The settings of a process with the default route as a mapping, or without one. */
  static Value.Fields in(Value.Fields settings, NodeDraft node, Diagnostics diagnostics) {
    Optional<Value> written = settings.at(KEY);
    if (written.isEmpty() || settings.boolAt(KEY).equals(Optional.of(false))) {
      return settings.without(KEY);
    }
    check(
        written.get().span(),
        "ospf.default",
        "announce a default route by OSPF",
        node,
        diagnostics);
    if (settings.at("default.policy").isPresent()) {
      check(
          settings.keySpan("default.policy"),
          "ospf.default.policy",
          "choose by a policy when it announces a default route by OSPF",
          node,
          diagnostics);
      withoutPolicies(settings, node, diagnostics);
    }
    boolean plain = !(written.get() instanceof Value.Fields);
    return plain ? settings.with(KEY, Value.Fields.NONE.with("enabled", Value.of(true))) : settings;
  }

  private static void withoutPolicies(
      Value.Fields settings, NodeDraft node, Diagnostics diagnostics) {
    if (!node.runs("routing")) {
      diagnostics.error(
          Code.UNKNOWN_ROUTING_OBJECT,
          settings.at("default.policy").orElse(settings).span(),
          "node `" + node + "` has no routing policies",
          "add `routing` to its modules, and the policy to `routing.policy`");
    }
  }

  private static void check(
      Span at, String feature, String what, NodeDraft node, Diagnostics diagnostics) {
    if (!node.device().can(feature)) {
      Lack.report(node, at, "cannot " + what, other -> other.can(feature), diagnostics);
    }
  }
}
