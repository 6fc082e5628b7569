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

/** Links that are written inside a VLAN or a VRF: {@code vlans.red.links}. */
final class ObjectLinks {
  /** The top-level mappings whose entries may have links, in the order of their links. */
  static final List<String> OWNERS = List.of("vlans", "vrfs");

  private final LinkReader reader;

  ObjectLinks(LinkReader reader) {
    this.reader = reader;
  }

  /** All of them, as links with the VLAN as their access VLAN, or in the VRF. */
  List<LinkIntent> read(Yaml.Map root) {
    List<LinkIntent> links = new ArrayList<>();
    for (String owners : OWNERS) {
      for (Map.Entry<Key, Yaml> owner : Trees.mapAt(root, owners).entries().entrySet()) {
        if (owner.getValue() instanceof Yaml.Map data) {
          Key name = owner.getKey();
          String place = owners + "." + name.text() + ".links";
          for (LinkIntent link : reader.read(data.get("links"), place)) {
            links.add(owners.equals("vlans") ? withAccess(link, name) : inVrf(link, name));
          }
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
    return link.with(link.attributes().with("vlan", merged));
  }

  private static LinkIntent inVrf(LinkIntent link, Key vrf) {
    Value name = new Value.Scalar(vrf.text(), vrf.span());
    return link.with(link.attributes().with("vrf", name));
  }

  /** VLANs or VRFs without their links, which are read apart. */
  static Yaml.Map withoutLinks(Yaml.Map owners) {
    SequencedMap<Key, Yaml> rest = new LinkedHashMap<>();
    owners
        .entries()
        .forEach((key, value) ->
            rest.put(key, value instanceof Yaml.Map m ? m.without("links") : value));
    return new Yaml.Map(rest, owners.span());
  }
}
