package netlab.intent;

import java.util.ArrayList;
import java.util.List;
import netlab.diag.Span;
import netlab.schema.Value;

/**
 * One requested link in canonical form, whatever form the file used.
 *
 * @param name what messages call it: {@code links[3]}, {@code vlans.red.links[1]}
 * @param attributes link attributes, those of its link group included
 * @param ends one for each attached interface, in the order of the file
 * @param members the wires of a bundle of links, which has no ends itself
 */
public record LinkIntent(
    String name,
    Value.Fields attributes,
    List<EndIntent> ends,
    List<LinkIntent> members,
    Span span) {
  public LinkIntent {
    ends = List.copyOf(ends);
    members = List.copyOf(members);
  }

  /** The same link with other attributes. */
  LinkIntent with(Value.Fields others) {
    return new LinkIntent(name, others, ends, members, span);
  }

  /** Its ends, and those of its members. */
  List<EndIntent> allEnds() {
    var all = new ArrayList<>(ends);
    members.forEach(member -> all.addAll(member.ends));
    return all;
  }

  /** A node on a link, with the interface attributes given there. */
  public record EndIntent(String node, Value.Fields attributes, Span span) {}
}
