package netlab.plugin.clone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import netlab.intent.LabText;
import netlab.intent.LinkForm;
import netlab.source.Key;
import netlab.source.Yaml;

/**
 * Copies links for clones: one copy for each clone, and for each combination when a link has
 * several cloned nodes. Interface and bundle indexes that the lab gives to others count on from
 * copy to copy.
 */
final class Clones {
  /**
   * A link and the cloned nodes on it, the last one first. Links of a node that is cloned later
   * come later.
   */
  private record Copied(LinkForm link, List<Integer> cloned) {
    static final Comparator<Copied> ORDER =
        (a, b) -> {
          for (int i = 0; i < a.cloned.size() && i < b.cloned.size(); i++) {
            int order = a.cloned.get(i).compareTo(b.cloned.get(i));
            if (order != 0) {
              return order;
            }
          }
          return Integer.compare(a.cloned.size(), b.cloned.size());
        };
  }

  private final SequencedMap<String, Original> originals;
  private final List<String> order;
  private final Set<String> nodes;
  private final LabText lab;

  /**
   * @param originals the cloned nodes, in the order of the lab
   * @param nodes the names of all nodes that links may have
   */
  Clones(SequencedMap<String, Original> originals, Set<String> nodes, LabText lab) {
    this.originals = originals;
    this.order = List.copyOf(originals.keySet());
    this.nodes = nodes;
    this.lab = lab;
  }

  /** A mapping with its {@code links} for clones. */
  Yaml.Map links(Yaml.Map parent, String name) {
    Optional<Key> key = parent.key("links");
    if (key.isEmpty()) {
      return parent;
    }
    List<Copied> all = new ArrayList<>();
    for (LinkForm link : lab.links(parent.get("links"), nodes, name)) {
      copies(link, all);
    }
    all.sort(Copied.ORDER);
    List<Yaml> links = new ArrayList<>();
    all.forEach(c -> links.add(c.link.text()));
    return parent.with(key.get(), new Yaml.Seq(links, key.get().span()));
  }

  private void copies(LinkForm link, List<Copied> all) {
    SortedSet<Integer> cloned = new TreeSet<>();
    cloned(link, cloned);
    for (LinkForm member : members(link)) {
      cloned(member, cloned);
    }
    List<LinkForm> copies = List.of(link);
    for (int original : cloned) {
      String node = order.get(original);
      List<Key> clones = originals.getOrDefault(node, new Original(0, List.of())).clones();
      List<LinkForm> next = new ArrayList<>();
      for (LinkForm copy : copies) {
        for (int i = 0; i < clones.size(); i++) {
          next.add(bundled(copy, node, clones.get(i).text(), i));
        }
      }
      copies = next;
    }
    List<Integer> lastFirst = List.copyOf(cloned).reversed();
    copies.forEach(c -> all.add(new Copied(c, lastFirst)));
  }

  private void cloned(LinkForm link, Set<Integer> found) {
    for (LinkForm.End end : link.ends()) {
      Original original = originals.get(end.node());
      if (original != null) {
        found.add(original.index());
      }
    }
  }

  /** The links inside of a bundle. */
  private List<LinkForm> members(LinkForm link) {
    return lab.links(link.attributes().find("lag", "members"), nodes, link.name() + ".lag");
  }

  private LinkForm bundled(LinkForm link, String node, String clone, int copy) {
    LinkForm done = copied(link, node, clone, copy);
    if (link.attributes().get("lag").orElse(link.attributes()) instanceof Yaml.Map lag
        && lag.get("members").isPresent()) {
      List<LinkForm> members = members(link);
      List<Yaml> copies = new ArrayList<>();
      for (LinkForm member : members) {
        copies.add(copied(member, node, clone, copy * members.size()).text());
      }
      Yaml.Map changed =
          increased(lag, "ifindex", copy)
              .with(lag.key("members").orElseThrow(), new Yaml.Seq(copies, lag.span()));
      Key key = link.attributes().key("lag").orElseThrow();
      return new LinkForm(
          done.name(), done.attributes().with(key, changed), List.of(), done.ends(), done.span());
    }
    return done;
  }

  private static LinkForm copied(LinkForm link, String node, String clone, int increase) {
    List<LinkForm.End> ends = new ArrayList<>();
    for (LinkForm.End end : link.ends()) {
      ends.add(
          end.node().equals(node)
              ? new LinkForm.End(clone, end.attributes(), end.span())
              : new LinkForm.End(
                  end.node(), increased(end.attributes(), "ifindex", increase), end.span()));
    }
    return new LinkForm(link.name(), link.own(), link.groups(), ends, link.span());
  }

  /** A mapping whose number under a key is larger, when it is there. */
  static Yaml.Map increased(Yaml.Map map, String key, int by) {
    Optional<Yaml> value = map.get(key);
    if (value.isEmpty()
        || !(value.get() instanceof Yaml.Scalar number)
        || number.asInt().isEmpty()) {
      return map;
    }
    long sum = number.asInt().getAsLong() + by;
    return map.with(map.key(key).orElseThrow(), Yaml.Scalar.of(Long.toString(sum), number.span()));
  }
}
