package netlab.plugin.bonding;

import java.util.List;
import java.util.Optional;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.draft.Attributes;
import netlab.draft.Draft;
import netlab.draft.EndDraft;
import netlab.draft.Lack;
import netlab.draft.LinkDraft;
import netlab.draft.Ports;
import netlab.schema.Value;

/** Finds the ports that belong to bonds. */
final class BondMembers {
  private final Diagnostics diagnostics;
  private final Bond.Table bonds = new Bond.Table();

  private BondMembers(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  static void find(Draft draft, Diagnostics diagnostics) {
    var found = new BondMembers(diagnostics);
    for (LinkDraft link : draft.links()) {
      for (EndDraft end : link.ends()) {
        Optional<Integer> number = found.number(end);
        if (number.isPresent() && found.canBeMember(link, end)) {
          end.setUse(EndDraft.Use.MEMBER);
          found.bonds.add(end, number.get());
        }
      }
    }
    for (List<Bond> ofNode : found.bonds.all()) {
      ofNode.forEach(found::agree);
    }
    draft.note(Bond.Table.class, found.bonds);
  }

  /** The bond that an end is a member of. */
  private Optional<Integer> number(EndDraft end) {
    Optional<Integer> number = end.attributes().intAt("bonding.ifindex");
    if (number.isEmpty() && !end.attributes().fieldsAt(Bonding.NAME).isEmpty()) {
      diagnostics.error(
          Code.MISSING_VALUE,
          end.attributes().keySpan(Bonding.NAME).or(end.span()),
          "`bonding` of `" + end.node() + "` on link `" + end.link() + "` names no bond",
          "give the members of a bond the same `bonding.ifindex`");
    }
    return number;
  }

  private boolean canBeMember(LinkDraft link, EndDraft end) {
    Value written = end.attributes().at("bonding.ifindex").orElseThrow();
    if (link.ends().size() != 2 || Ports.isVirtual(link.type())) {
      diagnostics.error(
          Code.INVALID_LINK,
          written.span(),
          "port of `" + end.node() + "` on link `" + link + "` cannot be a member of a bond",
          "members are ports on links between two nodes");
      return false;
    }
    if (!end.node().device().can(Bonding.NAME)) {
      Lack.report(
          end.node(),
          written.span(),
          "has no bonds",
          other -> other.can(Bonding.NAME),
          diagnostics);
      return false;
    }
    if (end.use() != EndDraft.Use.INTERFACE) {
      diagnostics.error(
          Code.ATTRIBUTE_CONFLICT,
          written.span(),
          "port of `"
              + end.node()
              + "` on link `"
              + link
              + "` cannot be both a member of a bond"
              + " and a port of a VLAN",
          "put the ports of its neighbors into the VLAN");
      return false;
    }
    return true;
  }

  /** A bond has one mode, and one member that it would rather use. */
  private void agree(Bond bond) {
    Optional<EndDraft> withMode = Optional.empty();
    Optional<Value> primary = Optional.empty();
    for (EndDraft end : bond.members()) {
      Optional<Value> mode = end.attributes().at("bonding.mode");
      if (mode.isPresent() && withMode.isPresent()) {
        Attributes before = withMode.get().attributes();
        if (!before.textAt("bonding.mode").equals(end.attributes().textAt("bonding.mode"))) {
          conflict(bond, mode.get(), before.at("bonding.mode").orElseThrow(), "has two modes");
        }
      }
      withMode = withMode.or(() -> mode.map(m -> end));
      if (end.attributes().is("bonding.primary", true)) {
        Value now = end.attributes().at("bonding.primary").orElseThrow();
        primary.ifPresent(before -> conflict(bond, now, before, "has two primary members"));
        primary = Optional.of(now);
      }
    }
  }

  private void conflict(Bond bond, Value now, Value before, String what) {
    diagnostics.report(
        Severity.ERROR,
        Code.ATTRIBUTE_CONFLICT,
        now.span(),
        "bond " + bond.number() + " of `" + bond.node() + "` " + what,
        Optional.of("write it on one of its members only"),
        List.of(new Note("the other one is here", before.span())));
  }
}
