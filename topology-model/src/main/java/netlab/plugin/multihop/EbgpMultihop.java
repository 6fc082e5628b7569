package netlab.plugin.multihop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.Plugin;
import netlab.intent.LabText;
import netlab.intent.LinkForm;
import netlab.source.Key;
import netlab.source.Yaml;

/** Adds external sessions between loopbacks, which a lab writes as if they were links. */
public final class EbgpMultihop implements Plugin {
  /** What stands beside BGP settings at an end of a session. */
  private static final Set<String> NOT_BGP = Set.of("bgp", "vrf", "node");

  @Override
  public String name() {
    return "ebgp.multihop";
  }

  @Override
  public List<Pass> passes() {
    return List.of(
        Pass.of("BGP sessions between loopbacks", Phase.PROTOCOL, MultihopSessions::run));
  }

  @Override
  public Yaml.Map expand(LabText lab) {
    Optional<Yaml> written = lab.root().find("bgp", "multihop", "sessions");
    if (written.isEmpty()
        || !(lab.root().get("bgp").orElseThrow() instanceof Yaml.Map bgp)
        || !(bgp.get("multihop").orElseThrow() instanceof Yaml.Map multihop)) {
      return lab.root();
    }
    Set<String> nodes = new LinkedHashSet<>();
    lab.nodes().keySet().forEach(k -> nodes.add(k.text()));
    List<Yaml> sessions = new ArrayList<>();
    for (LinkForm link : lab.links(written, nodes, "bgp.multihop.sessions")) {
      sessions.add(canonical(link).text());
    }
    var list = new Yaml.Seq(sessions, written.get().span());
    Yaml.Map changed = multihop.with(multihop.key("sessions").orElseThrow(), list);
    changed = bgp.with(bgp.key("multihop").orElseThrow(), changed);
    return lab.root().with(lab.root().key("bgp").orElseThrow(), changed);
  }

  /** The session with everything about BGP under {@code bgp}. */
  private static LinkForm canonical(LinkForm link) {
    List<LinkForm.End> ends = new ArrayList<>();
    for (LinkForm.End end : link.ends()) {
      ends.add(new LinkForm.End(end.node(), underBgp(end.attributes()), end.span()));
    }
    return new LinkForm(link.name(), underBgp(link.own()), link.groups(), ends, link.span());
  }

  private static Yaml.Map underBgp(Yaml.Map written) {
    SequencedMap<Key, Yaml> kept = new LinkedHashMap<>();
    SequencedMap<Key, Yaml> bgp = new LinkedHashMap<>();
    written
        .entries()
        .forEach((key, value) -> {
          if (key.text().equals("bgp") && value instanceof Yaml.Map map) {
            bgp.putAll(map.entries());
          } else {
            (NOT_BGP.contains(key.text()) ? kept : bgp).put(key, value);
          }
        });
    var map = new Yaml.Map(kept, written.span());
    return bgp.isEmpty()
        ? map
        : map.with(new Key("bgp", written.span()), new Yaml.Map(bgp, written.span()));
  }
}
