package netlab.compile;

import java.util.LinkedHashMap;
import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.AddressPool;
import netlab.draft.Draft;
import netlab.draft.LinkDraft;
import netlab.draft.LinkPrefixes;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.SubnetPool;
import netlab.net.Family;
import netlab.net.Prefix;
import netlab.schema.Value;

/**
 * Keeps prefixes that the lab file gives to links and VLANs out of what pools hand out, and takes
 * named prefixes from their pools.
 */
final class StaticPrefixes implements Pass {
  @Override
  public String name() {
    return "static prefixes";
  }

  @Override
  public Phase phase() {
    return Phase.EXPAND;
  }

  @Override
  public void run(Draft draft, Diagnostics diagnostics) {
    for (LinkDraft link : draft.links()) {
      link.attributes().at("prefix").ifPresent(p -> reserve(draft, p));
    }
    vlans(draft, draft.globals().fieldsAt("vlans"));
    for (NodeDraft node : draft.nodes()) {
      vlans(draft, node.attributes().fieldsAt("vlans"));
    }
    Value.Fields named = draft.globals().fieldsAt("prefix");
    if (!named.isEmpty()) {
      draft.globals().refine("prefix", named(draft, named, diagnostics));
    }
  }

  private static void vlans(Draft draft, Value.Fields vlans) {
    for (String name : vlans.fields().keySet()) {
      vlans.at(name + ".prefix").ifPresent(p -> reserve(draft, p));
    }
  }

  private static void reserve(Draft draft, Value written) {
    switch (written) {
      case Value.Scalar s -> Prefix.tryParse(s.data().toString()).ifPresent(p -> reserve(draft, p));
      case Value.Fields f -> {
        for (Family family : Family.values()) {
          f.textAt(family.text()).flatMap(Prefix::tryParse).ifPresent(p -> reserve(draft, p));
        }
      }
      case Value.Empty e -> {}
      case Value.Items i -> {}
    }
  }

  /** A prefix as large as the pool is not one of its subnets. */
  private static void reserve(Draft draft, Prefix prefix) {
    for (AddressPool pool : draft.pools()) {
      Optional<SubnetPool> subnets = pool.subnets(prefix.family());
      if (subnets.isPresent()
          && subnets.get().pool().contains(prefix)
          && prefix.length() > subnets.get().pool().length()) {
        subnets.get().reserve(prefix);
      }
    }
  }

  private static Value.Fields named(Draft draft, Value.Fields named, Diagnostics diagnostics) {
    for (String name : named.fields().keySet()) {
      reserve(draft, named.fieldsAt(name));
    }
    var done = new LinkedHashMap<String, Value.Field>();
    named
        .fields()
        .forEach((name, field) -> {
          Value.Fields written = named.fieldsAt(name);
          Span place = field.key();
          Optional<Value.Fields> taken =
              written
                  .textAt("pool")
                  .flatMap(draft::pool)
                  .flatMap(p ->
                      LinkPrefixes.next(
                          draft, p, draft.numbers().user("prefix " + name), place, diagnostics));
          Value.Fields prefix = taken.map(t -> written.over(t)).orElse(written).without("pool");
          done.put(name, new Value.Field(prefix, place));
        });
    return new Value.Fields(done, named.span());
  }
}
