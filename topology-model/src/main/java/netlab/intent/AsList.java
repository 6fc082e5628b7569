package netlab.intent;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.diag.Suggest;
import netlab.schema.Value;

/**
 * {@code bgp.as_list} and {@code bgp.rr_list}: AS numbers and route reflectors given in one place
 * for many nodes.
 */
final class AsList {
  /** What the lists say about a node. */
  private record Member(long as, Span place) {}

  private final Set<String> nodes;
  private final Diagnostics diagnostics;
  private final Map<String, Member> ases = new LinkedHashMap<>();
  private final Map<String, Span> reflectors = new LinkedHashMap<>();

  private AsList(Set<String> nodes, Diagnostics diagnostics) {
    this.nodes = nodes;
    this.diagnostics = diagnostics;
  }

  /**
   * Reads the lists.
   *
   * @param bgp the global parameters of module bgp
   */
  static AsList read(Value.Fields bgp, Set<String> nodes, Diagnostics diagnostics) {
    AsList list = new AsList(nodes, diagnostics);
    bgp.fieldsAt("as_list")
        .fields()
        .forEach((as, field) -> list.as(Long.parseLong(as), field.value()));
    for (Value item : bgp.itemsAt("rr_list")) {
      if (item instanceof Value.Scalar s) {
        list.reflectors.putIfAbsent(s.data().toString(), s.span());
      }
    }
    return list;
  }

  private void as(long as, Value value) {
    if (!(value instanceof Value.Fields data)) {
      return; // its type is checked elsewhere
    }
    Set<String> own = new LinkedHashSet<>();
    for (Value item : data.itemsAt("members")) {
      for (String node : expand(item, "member of AS " + as)) {
        if (own.add(node)) {
          join(node, as, item.span());
        }
      }
    }
    for (Value item : data.itemsAt("rr")) {
      for (String node : expand(item, "route reflector of AS " + as)) {
        if (own.contains(node)) {
          reflectors.putIfAbsent(node, item.span());
        } else {
          diagnostics.error(
              Code.AS_CONFLICT,
              item.span(),
              "route reflector `" + node + "` is no member of AS " + as,
              "list it under `members` as well");
        }
      }
    }
  }

  private void join(String node, long as, Span place) {
    Member before = ases.putIfAbsent(node, new Member(as, place));
    if (before != null) {
      diagnostics.report(
          Severity.ERROR,
          Code.AS_CONFLICT,
          place,
          "node `" + node + "` is in AS " + before.as + " and in AS " + as,
          Optional.empty(),
          List.of(new Note("put into AS " + before.as + " here", before.place)));
    }
  }

  private Set<String> expand(Value item, String what) {
    if (!(item instanceof Value.Scalar s)) {
      return Set.of();
    }
    String text = s.data().toString();
    if (nodes.contains(text)) {
      return Set.of(text);
    }
    Set<String> found =
        Patterns.isPattern(text) ? Patterns.matching(text, nodes).orElse(Set.of()) : Set.of();
    if (found.isEmpty()) {
      diagnostics.report(
          Severity.ERROR,
          Code.UNKNOWN_MEMBER,
          item.span(),
          what + " `" + text + "` matches no node",
          Suggest.hint(text, nodes),
          List.of());
    }
    return found;
  }

  /** The data of a node with what the lists say about it. */
  Value.Fields applyTo(String node, Value.Fields data) {
    Value.Fields bgp = data.fieldsAt("bgp");
    Optional<Long> own = bgp.longAt("as");
    Member member = ases.get(node);
    if (member != null && own.isPresent() && own.get() != member.as) {
      diagnostics.report(
          Severity.ERROR,
          Code.AS_CONFLICT,
          bgp.at("as").map(Value::span).orElse(member.place),
          "node `"
              + node
              + "` has AS "
              + own.get()
              + ", but `bgp.as_list` puts it into AS "
              + member.as,
          Optional.empty(),
          List.of(new Note("put into AS " + member.as + " here", member.place)));
    } else if (member != null) {
      bgp = bgp.with("as", new Value.Scalar(member.as, member.place));
    }
    Span reflector = reflectors.get(node);
    if (reflector != null && bgp.at("rr").isEmpty()) {
      bgp = bgp.with("rr", new Value.Scalar(true, reflector));
    }
    return bgp.isEmpty() ? data : data.with("bgp", bgp);
  }
}
