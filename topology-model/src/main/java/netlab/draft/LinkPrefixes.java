package netlab.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.net.Family;
import netlab.net.Prefix;
import netlab.schema.Value;

/** Finds the prefixes of links: written ones, named ones, and those of address pools. */
public final class LinkPrefixes {
  private LinkPrefixes() {}

  /**
   * The prefix of a link as {@code {ipv4, ipv6, allocation}}. Empty when the link is in no pool
   * that gives addresses.
   */
  public static Optional<Value.Fields> of(Draft draft, LinkDraft link, Diagnostics diagnostics) {
    Optional<Value> attribute = link.attributes().at("prefix");
    if (attribute.isPresent() && attribute.get() instanceof Value.Fields none && none.isEmpty()) {
      return Optional.of(none);
    }
    Value written = attribute.orElse(Value.Fields.NONE);
    Optional<Value.Fields> own = written(draft, written, diagnostics);
    boolean allocationOnly =
        own.filter(o -> o.at("ipv4").isEmpty() && o.at("ipv6").isEmpty()).isPresent();
    if (!allocationOnly) {
      return own;
    }
    if (link.attributes().is("unnumbered", true)) {
      return Optional.empty();
    }
    Optional<String> wanted = link.attributes().textAt("pool");
    if (wanted.isPresent() && draft.pool(wanted.get()).isEmpty()) {
      diagnostics.error(
          Code.UNKNOWN_POOL,
          link.attributes().at("pool").orElseThrow().span(),
          "there is no address pool `" + wanted.get() + "`");
      return Optional.empty();
    }
    return pool(draft, link)
        .flatMap(p -> next(draft, p, user(draft, link), link.span(), diagnostics))
        .map(p -> own.get().over(p));
  }

  /** The pool a link takes its prefix from when it names none itself. */
  public static Optional<AddressPool> pool(Draft draft, LinkDraft link) {
    return link.attributes()
        .textAt("pool")
        .flatMap(draft::pool)
        .or(() -> link.role().flatMap(draft::pool))
        .or(() -> draft.pool(poolOfSize(link)))
        .or(() -> draft.pool("lan"));
  }

  /** Who is on a link decides, even when the link says another type. */
  private static String poolOfSize(LinkDraft link) {
    return switch (link.ends().size()) {
      case 1 -> "stub";
      case 2 -> link.servesHosts() ? "lan" : "p2p";
      default -> "lan";
    };
  }

  /** A link as user of pools. */
  public static Numbers.User user(Draft draft, LinkDraft link) {
    return draft.numbers().user(link, draft.links());
  }

  /**
   * The prefixes that a pool gives to a user; empty when it gives none.
   *
   * @param at where the lab file asks for them
   */
  public static Optional<Value.Fields> next(
      Draft draft, AddressPool pool, Numbers.User user, Span at, Diagnostics diagnostics) {
    if (pool.isUnnumbered()) {
      return Optional.empty();
    }
    var fields = new LinkedHashMap<String, Value.Field>();
    var subnets = new ArrayList<Prefix>();
    boolean fresh = true;
    for (Family family : Family.values()) {
      if (pool.isUnnumbered(family)) {
        put(fields, family.text(), Value.of(true));
      } else if (pool.subnets(family).isPresent()) {
        Optional<SubnetPool.Handout> handout =
            pool.subnets(family).get().next(user.before().subnet(family));
        if (handout.isEmpty()) {
          exhausted(pool, family, at, diagnostics);
        } else {
          Prefix subnet = handout.get().subnet();
          subnets.add(subnet);
          fresh &= handout.get().fresh();
          put(fields, family.text(), Value.of(subnet));
        }
      }
    }
    draft.numbers().took(user, subnets, fresh);
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    pool.allocation().ifPresent(a -> put(fields, "allocation", Value.of(a)));
    return Optional.of(new Value.Fields(fields, Span.NONE));
  }

  private static void exhausted(AddressPool pool, Family family, Span at, Diagnostics diagnostics) {
    Prefix prefix = pool.prefix(family).orElseThrow();
    int length = pool.length(family);
    diagnostics.error(
        Code.POOL_EXHAUSTED,
        at,
        "the address pool `" + pool.name() + "` has no " + family + " prefix left",
        "its " + prefix + " has " + prefix.subnets(length) + " prefixes of length " + length);
  }

  private static void put(Map<String, Value.Field> fields, String key, Value value) {
    fields.put(key, new Value.Field(value, Span.NONE));
  }

  /** A prefix as it is written: a mapping, a text, or the name of a prefix. */
  public static Optional<Value.Fields> written(Draft draft, Value value, Diagnostics diagnostics) {
    return switch (value) {
      case Value.Fields f -> Optional.of(f);
      case Value.Scalar s -> text(draft, s, diagnostics);
      case Value.Empty e -> Optional.of(Value.Fields.NONE);
      case Value.Items i -> Optional.of(Value.Fields.NONE);
    };
  }

  private static Optional<Value.Fields> text(
      Draft draft, Value.Scalar scalar, Diagnostics diagnostics) {
    Optional<Prefix> prefix = Prefix.tryParse(scalar.data().toString());
    if (prefix.isPresent()) {
      String family = prefix.get().family().text();
      return Optional.of(Value.Fields.NONE.with(family, scalar));
    }
    Optional<Value> named = draft.globals().at("prefix." + scalar.data());
    if (named.orElse(scalar) instanceof Value.Fields fields) {
      return Optional.of(fields);
    }
    diagnostics.error(
        Code.UNKNOWN_PREFIX,
        scalar.span(),
        "`" + scalar.data() + "` is neither a prefix nor the name of one");
    return Optional.empty();
  }
}
