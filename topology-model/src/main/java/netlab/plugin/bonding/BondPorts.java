package netlab.plugin.bonding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import netlab.device.NameFormat;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.InterfaceDraft;
import netlab.draft.Neighborhood;
import netlab.draft.NodeDraft;
import netlab.lab.IfId;
import netlab.lab.Neighbor;
import netlab.net.Family;
import netlab.schema.Value;

/** Makes the interfaces of bonds. */
final class BondPorts {
  private static final int FIRST_INDEX = 50_000;

  /** What a bond got, for the pass that describes it. */
  private record Made(Bond bond, InterfaceDraft port, List<InterfaceDraft> members) {}

  private record All(List<Made> bonds) {}

  private final Draft draft;
  private final Diagnostics diagnostics;
  private final List<Made> made = new ArrayList<>();

  private BondPorts(Draft draft, Diagnostics diagnostics) {
    this.draft = draft;
    this.diagnostics = diagnostics;
  }

  static void make(Draft draft, Diagnostics diagnostics) {
    var ports = new BondPorts(draft, diagnostics);
    for (List<Bond> ofNode : draft.noted(Bond.Table.class).orElseThrow().all()) {
      int index = FIRST_INDEX;
      for (Bond bond : ofNode) {
        ports.make(bond, index++);
      }
      ports.rename(ofNode);
      ofNode.getFirst().node().configuredBy(Bonding.NAME);
    }
    draft.note(All.class, new All(List.copyOf(ports.made)));
  }

  private void make(Bond bond, int index) {
    NodeDraft node = bond.node();
    List<InterfaceDraft> members = new ArrayList<>();
    List<Value> names = new ArrayList<>();
    Value.Fields settings = Value.Fields.NONE.with("ifindex", Value.of((long) bond.number()));
    Optional<String> primary = Optional.empty();
    Optional<String> mode = Optional.empty();
    for (EndDraft end : bond.members()) {
      members.add(end.port().orElseThrow());
      names.add(Value.of(end.name()));
      mode = mode.or(() -> end.attributes().textAt("bonding.mode"));
      primary = end.attributes().is("bonding.primary", true) ? Optional.of(end.name()) : primary;
      end.unplug();
    }
    String used = mode.or(() -> node.attributes().textAt("bonding.mode")).orElseGet(this::usual);
    settings =
        settings
            .with("members", new Value.Items(names, bond.first().span()))
            .with("mode", Value.of(used));
    settings = primary.isPresent() ? settings.with("primary", Value.of(primary.get())) : settings;
    Value.Fields attributes =
        Value.Fields.NONE
            .with("name", Value.of("bond " + bond.number()))
            .with(Bonding.NAME, settings);
    Optional<Value> gateway = bond.first().merged().at("gateway");
    attributes = gateway.isPresent() ? attributes.with("gateway", gateway.get()) : attributes;
    InterfaceDraft port =
        draft.addVirtual(
            bond.first(), new IfId(node.id(), index), name(bond.number()), "bond", attributes);
    for (Family family : Family.values()) {
      bond.first().interfaceIp(family).ifPresent(ip -> port.setIp(family, ip));
    }
    made.add(new Made(bond, port, List.copyOf(members)));
  }

  private String usual() {
    return draft
        .globals()
        .textAt("bonding.mode")
        .or(() -> draft.defaults().textAt("bonding.mode"))
        .orElse("active-backup");
  }

  private String name(int number) {
    Value.Fields known = Value.Fields.NONE.with("ifindex", Value.of((long) number));
    Optional<Value> pattern = draft.defaults().at("bonding.bond_interface_name");
    Optional<String> name =
        draft
            .defaults()
            .textAt("bonding.bond_interface_name")
            .flatMap(p -> NameFormat.format(p, known));
    if (name.isEmpty()) {
      diagnostics.error(
          Code.INVALID_EXPRESSION,
          pattern.map(Value::span).orElse(Span.NONE),
          "`defaults.bonding.bond_interface_name` gives no name to bond " + number,
          "expressions in braces know `ifindex`: `bond{ifindex}`");
    }
    return name.orElse("bond" + number);
  }

  /**
   * In the language a link calls the end of a member by the index of its port; and the node on the
   * other side calls every port of this one so, too, the last member's name winning.
   */
  private void rename(List<Bond> ofNode) {
    List<EndDraft> ends = new ArrayList<>();
    ofNode.forEach(bond -> ends.addAll(bond.members()));
    ends.sort(Comparator.comparingInt(end -> end.link().index()));
    for (EndDraft end : ends) {
      end.rename(name(end.index()));
      other(end).node().call(end.node(), end.name());
    }
  }

  private static EndDraft other(EndDraft end) {
    List<EndDraft> both = end.link().ends();
    return both.getFirst().equals(end) ? both.getLast() : both.getFirst();
  }

  /** Tells bonds and their members who is on the other side, without addresses. */
  static void tell(Draft draft, Diagnostics diagnostics) {
    for (Made each : draft.noted(All.class).orElseThrow().bonds) {
      for (int i = 0; i < each.members.size(); i++) {
        InterfaceDraft member = each.members.get(i);
        member.setNeighbors(across(draft, each.bond.members().get(i)));
        member.setDescription(
            member
                .attributes()
                .textAt("name")
                .orElseGet(() -> Neighborhood.describe(draft, member.node(), member.neighbors())));
      }
      if (!each.port.knowsNeighbors()) {
        each.port.setNeighbors(across(draft, each.bond.first()));
        each.port.setDescription("bond " + each.bond.number());
      }
    }
  }

  private static List<Neighbor> across(Draft draft, EndDraft end) {
    List<Neighbor> bare = new ArrayList<>();
    for (Neighbor neighbor : Neighborhood.ofLink(draft, end)) {
      bare.add(
          new Neighbor(
              neighbor.id(),
              neighbor.name(),
              Optional.empty(),
              Optional.empty(),
              Value.Fields.NONE));
    }
    return List.copyOf(bare);
  }
}
