package netlab.intent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import netlab.diag.Span;
import netlab.schema.Value;
import netlab.source.Key;
import netlab.source.Yaml;

/** Links that are written inside a VLAN: {@code vlans.red.links}. */
final class VlanLinks {
  private final LinkReader reader;

  VlanLinks(LinkReader reader) {
    this.reader = reader;
  }

  /** All of them, as links with the VLAN as their access VLAN. */
  List<LinkIntent> read(Yaml.Map root) {
    List<LinkIntent> links = new ArrayList<>();
    for (Map.Entry<Key, Yaml> vlan : Trees.mapAt(root, "vlans").entries().entrySet()) {
      if (vlan.getValue() instanceof Yaml.Map data) {
        Key name = vlan.getKey();
        for (LinkIntent link : reader.read(data.get("links"), "vlans." + name.text() + ".links")) {
          links.add(withAccess(link, name));
        }
      }
    }
    return links;
  }

  private static LinkIntent withAccess(LinkIntent link, Key vlan) {
    Span place = vlan.span();
    var access = new LinkedHashMap<String, Value.Field>();
    access.put("access", new Value.Field(new Value.Scalar(vlan.text(), place), place));
    Value.Fields merged = link.attributes().fieldsAt("vlan").over(new Value.Fields(access, place));
    return new LinkIntent(
        link.name(), link.attributes().with("vlan", merged), link.ends(), link.span());
  }

  /** The VLANs without their links, which are read apart. */
  static Yaml.Map withoutLinks(Yaml.Map vlans) {
    SequencedMap<Key, Yaml> rest = new LinkedHashMap<>();
    vlans
        .entries()
        .forEach((key, value) ->
            rest.put(key, value instanceof Yaml.Map m ? m.without("links") : value));
    return new Yaml.Map(rest, vlans.span());
  }
}
