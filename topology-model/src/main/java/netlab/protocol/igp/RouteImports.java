package netlab.protocol.igp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.Lack;
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

  private static final String CONNECTED = "connected";
  private static final Value.Fields AUTOMATIC = Value.Fields.NONE.with("auto", Value.of(true));

  public RouteImports {
    sources = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(sources));
  }

  /**
   * What a process asks for in its setting {@code import}; what cannot be is reported. A process in
   * a VRF that asks for nothing takes the networks of the VRF, and what BGP has for it.
   */
  public static Optional<RouteImports> of(
      Draft draft, IgpProcess process, Diagnostics diagnostics) {
    NodeDraft node = process.node();
    if (process.vrf().isEmpty()) {
      return of(node, process.protocol(), process.settings(), diagnostics);
    }
    boolean bgp = node.runs("bgp") || draft.knows("bgp", node.id());
    List<String> usual = bgp ? List.of("bgp", CONNECTED) : List.of(CONNECTED);
    return inVrf(node, process.protocol(), process.settings(), usual, diagnostics);
  }

  /**
   * What a protocol asks for in a VRF, or else what is usual there.
   *
   * @param usual {@code connected} and protocols that run in the VRF
   */
  public static Optional<RouteImports> inVrf(
      NodeDraft node,
      String protocol,
      Value.Fields settings,
      List<String> usual,
      Diagnostics diagnostics) {
    if (settings.at("import").isPresent()) {
      return of(node, protocol, settings, diagnostics);
    }
    if (!node.device().facts().textsAt("features." + protocol + ".import").contains("vrf")) {
      return Optional.empty();
    }
    var sources = new LinkedHashMap<String, Value.Fields>();
    usual.forEach(source -> sources.put(shown(source), AUTOMATIC));
    return sources.isEmpty() ? Optional.empty() : Optional.of(new RouteImports(sources));
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
      Span at = e.getValue().key().or(node.span());
      check(node, protocol, e.getKey(), e.getValue().value(), at, diagnostics);
      Value.Fields rule = e.getValue().value() instanceof Value.Fields f ? f : Value.Fields.NONE;
      sources.put(shown(e.getKey()), rule);
    }
    return sources.isEmpty() ? Optional.empty() : Optional.of(new RouteImports(sources));
  }

  /** Devices know version 2 of RIP by the name of the protocol. */
  private static String shown(String source) {
    return source.equals("ripv2") ? "rip" : source;
  }

  private static List<String> importable(Device device, String protocol) {
    return device.facts().textsAt("features." + protocol + ".import");
  }

  private static void check(
      NodeDraft node,
      String protocol,
      String source,
      Value rule,
      Span at,
      Diagnostics diagnostics) {
    List<String> able = importable(node.device(), protocol);
    if (!able.contains(source)) {
      String list = String.join(", ", able.stream().filter(s -> !s.equals("vrf")).toList());
      Lack.report(
          node,
          at,
          "cannot import " + source + " routes into " + protocol,
          able.isEmpty() ? "it cannot import any" : "it can import " + list,
          other -> importable(other, protocol).contains(source),
          diagnostics);
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
      Lack.report(
          node,
          at,
          "cannot filter imported routes by a policy",
          other ->
              importable(other, protocol).contains(source)
                  && !importable(other, protocol).contains("no_policy"),
          diagnostics);
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
