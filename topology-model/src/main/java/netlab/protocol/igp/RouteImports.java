package netlab.protocol.igp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.NodeDraft;
import netlab.lab.Shown;
import netlab.schema.Value;

/**
 * The protocols whose routes a protocol announces as its own.
 *
 * @param sources by the name of the source as devices know it: {@code ospf}, {@code rip}, {@code
 *     connected}; the policy that filters them, if any
 */
public record RouteImports(SequencedMap<String, Value.Fields> sources) implements Shown {
  /** Sources that run everywhere. */
  private static final Set<String> ALWAYS = Set.of("connected", "static");

  public RouteImports {
    sources = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(sources));
  }

  /** What a process asks for in its setting {@code import}; what cannot be is reported. */
  public static Optional<RouteImports> of(IgpProcess process, Diagnostics diagnostics) {
    return of(process.node(), process.protocol(), process.settings(), diagnostics);
  }

  /** What a protocol asks for in its setting {@code import}; what cannot be is reported. */
  public static Optional<RouteImports> of(
      NodeDraft node, String protocol, Value.Fields settings, Diagnostics diagnostics) {
    Value.Fields wish = settings.fieldsAt("import");
    var sources = new LinkedHashMap<String, Value.Fields>();
    for (Map.Entry<String, Value.Field> e : wish.fields().entrySet()) {
      if (wish.boolAt(e.getKey()).filter(on -> !on).isPresent()) {
        continue;
      }
      Span at = e.getValue().key().known() ? e.getValue().key() : node.span();
      check(node, protocol, e.getKey(), e.getValue().value(), at, diagnostics);
      Value.Fields rule = e.getValue().value() instanceof Value.Fields f ? f : Value.Fields.NONE;
      sources.put(e.getKey().equals("ripv2") ? "rip" : e.getKey(), rule);
    }
    return sources.isEmpty() ? Optional.empty() : Optional.of(new RouteImports(sources));
  }

  private static void check(
      NodeDraft node,
      String protocol,
      String source,
      Value rule,
      Span at,
      Diagnostics diagnostics) {
    List<String> able = node.device().facts().textsAt("features." + protocol + ".import");
    String device = "device `" + node.device().name() + "` of `" + node + "`";
    if (!able.contains(source)) {
      String list = String.join(", ", able.stream().filter(s -> !s.equals("vrf")).toList());
      diagnostics.error(
          Code.FEATURE_MISSING,
          at,
          device + " cannot import " + source + " routes into " + protocol,
          able.isEmpty() ? "it cannot import any" : "it can import " + list);
    } else if (!ALWAYS.contains(source) && !node.runs(source)) {
      diagnostics.error(
          Code.ROUTE_IMPORT,
          at,
          "`"
              + node
              + "` cannot import "
              + source
              + " routes into "
              + protocol
              + ": it does not run "
              + source,
          "add `" + source + "` to its modules, or take the import away");
    }
    boolean filtered = rule instanceof Value.Fields fields && fields.at("policy").isPresent();
    if (filtered && able.contains("no_policy")) {
      diagnostics.error(
          Code.FEATURE_MISSING, at, device + " cannot filter imported routes by a policy");
    } else if (filtered && !node.runs("routing")) {
      diagnostics.error(
          Code.MODULE_NOT_USED,
          at,
          "the policy for "
              + source
              + " routes needs module `routing`, which `"
              + node
              + "` does not run",
          "add `routing` to its modules");
    }
  }

  @Override
  public Object shown() {
    return sources;
  }
}
