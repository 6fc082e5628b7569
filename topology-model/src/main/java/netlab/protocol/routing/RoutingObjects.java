package netlab.protocol.routing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;
import netlab.schema.Value;

/**
 * The named objects of the lab and of its nodes while the lab is made. Other protocols and plugins
 * take the policies they refer to from here.
 */
public final class RoutingObjects {
  private final ObjectTable lab = new ObjectTable();
  private final Map<NodeDraft, NodeObjects> nodes = new LinkedHashMap<>();
  private final Diagnostics diagnostics;

  private RoutingObjects(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** Reads the objects of the lab, and those that nodes say or name. */
  static void read(Draft draft, Diagnostics diagnostics) {
    var all = new RoutingObjects(diagnostics);
    var entries = new Entries(draft, diagnostics);
    if (draft.intent().modules().contains("routing")) {
      addAny(draft);
      all.readLab(draft, entries);
    }
    draft.note(RoutingObjects.class, all);
    for (NodeDraft node : draft.nodes()) {
      if (node.runs("routing")) {
        all.of(node).read(entries);
        all.takeNamedElsewhere(node);
      }
    }
    StaticLists.include(draft, diagnostics);
  }

  private static void addAny(Draft draft) {
    Value.Fields prefixes = draft.globals().fieldsAt("prefix");
    if (prefixes.at("any").isEmpty()) {
      Value.Fields any =
          Value.Fields.NONE.with("ipv4", Value.of("0.0.0.0/0")).with("ipv6", Value.of("::/0"));
      draft.globals().refine("prefix", prefixes.with("any", any));
    }
  }

  private void readLab(Draft draft, Entries entries) {
    Value.Fields settings = draft.globals().fieldsAt("routing");
    for (Kind kind : Kind.values()) {
      settings
          .fieldsAt(kind.key())
          .fields()
          .forEach((name, field) -> lab.of(kind).put(name, entries.object(kind, name, field)));
    }
  }

  /** The objects of the lab that is made. */
  public static RoutingObjects of(Draft draft) {
    return draft.noted(RoutingObjects.class).orElseThrow();
  }

  NodeObjects of(NodeDraft node) {
    return nodes.computeIfAbsent(node, n -> new NodeObjects(n, lab, diagnostics));
  }

  ObjectTable ofLab() {
    return lab;
  }

  /**
   * Makes sure that a node has an object and everything that it refers to.
   *
   * @param at what asks for it
   * @return false, and a report, when neither the node nor the lab has one of that name
   */
  public boolean take(NodeDraft node, Kind kind, String name, Span at) {
    return of(node).take(kind, name, at);
  }

  /** The entries of a policy that a node has. */
  public Optional<List<Value.Fields>> policy(NodeDraft node, String name) {
    return of(node).find(Kind.POLICY, name).map(RoutingObject::entries);
  }

  /** Adds a policy that the program made, with entries in full form. */
  public void generate(NodeDraft node, String name, List<Value.Fields> entries, Span cause) {
    of(node).generate(new RoutingObject(name, Optional.empty(), entries, cause));
  }

  /** Policies that protocols of a node use when they import routes or originate a default. */
  private void takeNamedElsewhere(NodeDraft node) {
    Value.Fields attributes = node.attributes().fields();
    protocols(node, attributes);
    Value.Fields vrfs = attributes.fieldsAt("vrfs");
    vrfs.fields().keySet().forEach(vrf -> protocols(node, vrfs.fieldsAt(vrf)));
  }

  private void protocols(NodeDraft node, Value.Fields settings) {
    for (String protocol : settings.fields().keySet()) {
      Value.Fields imports = settings.fieldsAt(protocol + ".import");
      imports.fields().keySet().forEach(source -> policy(node, imports, source + ".policy"));
      policy(node, settings.fieldsAt(protocol), "default.policy");
    }
  }

  private void policy(NodeDraft node, Value.Fields settings, String path) {
    settings
        .textAt(path)
        .ifPresent(
            name -> take(node, Kind.POLICY, name, settings.at(path).orElse(settings).span()));
  }
}
