package netlab.protocol.bgp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.draft.Draft;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.schema.Value;

/** AS confederations (RFC 5065): tells members which AS the outside sees, and who else is in it. */
final class Confederations {
  private Confederations() {}

  static void run(Draft draft, Diagnostics diagnostics) {
    Value.Fields all = draft.globals().fieldsAt("bgp.confederation");
    if (all.isEmpty()) {
      return;
    }
    Map<String, String> memberOf = new HashMap<>();
    for (String confederation : all.fields().keySet()) {
      for (String member : all.fieldsAt(confederation).textsAt("members")) {
        String other = memberOf.putIfAbsent(member, confederation);
        if (all.at(member).isPresent() || (other != null && !other.equals(confederation))) {
          diagnostics.error(
              Code.AS_CONFLICT,
              all.at(confederation).orElseThrow().span(),
              "AS "
                  + member
                  + " in confederation "
                  + confederation
                  + (other != null && !other.equals(confederation)
                      ? " is in confederation " + other + " as well"
                      : " is a confederation itself"));
        }
      }
    }
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("bgp")) {
        join(node, all, memberOf, diagnostics);
      }
    }
  }

  private static void join(
      NodeDraft node, Value.Fields all, Map<String, String> memberOf, Diagnostics diagnostics) {
    Optional<String> as = node.attributes().textAt("bgp.as");
    if (as.isEmpty()) {
      return;
    }
    if (all.at(as.get()).isPresent()) {
      diagnostics.error(
          Code.AS_CONFLICT,
          node.attributes().at("bgp.as").orElseThrow().span(),
          "AS " + as.get() + " of node `" + node + "` is a confederation",
          "give the node the AS of a member");
    }
    String confederation = memberOf.get(as.get());
    if (confederation == null) {
      return;
    }
    if (!node.device().can("bgp.confederation")) {
      Lack.report(
          node,
          node.span(),
          "cannot be in a BGP confederation",
          other -> other.can("bgp.confederation"),
          diagnostics);
    }
    var peers = new ArrayList<Value>();
    List<String> members = all.fieldsAt(confederation).textsAt("members");
    for (String member : members) {
      if (!member.equals(as.get())) {
        peers.add(Value.of(Long.parseLong(member)));
      }
    }
    node.attributes()
        .addMissing(
            Value.Fields.NONE.with(
                "bgp",
                Value.Fields.NONE.with(
                    "confederation",
                    Value.Fields.NONE
                        .with("as", Value.of(Long.parseLong(confederation)))
                        .with("peers", new Value.Items(peers, node.span())))));
  }
}
