package netlab.intent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import netlab.diag.Span;
import netlab.source.Key;
import netlab.source.Yaml;

/**
 * A link in canonical form whose attributes have no types yet.
 *
 * @param name what messages call it: {@code links[3]}, {@code vlans.red.links[1]}
 * @param own link attributes
 * @param groups the link groups around it, the innermost first; their attributes are weaker
 * @param ends one for each attached interface, in the order of the file
 */
public record LinkForm(String name, Yaml.Map own, List<Group> groups, List<End> ends, Span span) {
  public LinkForm {
    groups = List.copyOf(groups);
    ends = List.copyOf(ends);
  }

  /** A link group with what it gives to its members. */
  public record Group(String name, Yaml.Map attributes) {}

  /** All link attributes, those of link groups included. */
  public Yaml.Map attributes() {
    Yaml.Map merged = own;
    for (Group group : groups) {
      merged = group.attributes.under(merged);
    }
    return merged;
  }

  /**
   * A node on a link, with the interface attributes given there.
   *
   * @param span the place that names the node
   */
  public record End(String node, Yaml.Map attributes, Span span) {}

  /** The link as a lab file may write it: its attributes and a list of interfaces. */
  public Yaml.Map text() {
    List<Yaml> interfaces = new ArrayList<>();
    for (End end : ends) {
      SequencedMap<Key, Yaml> entries = new LinkedHashMap<>();
      entries.put(new Key("node", end.span), Yaml.Scalar.of(end.node, end.span));
      entries.putAll(end.attributes.entries());
      interfaces.add(new Yaml.Map(entries, end.span));
    }
    return interfaces.isEmpty()
        ? attributes()
        : attributes().with(new Key("interfaces", span), new Yaml.Seq(interfaces, span));
  }
}
