package netlab.lab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.net.Family;
import netlab.net.Prefix;

/**
 * What a lab was given by position: numbers of nodes, from which loopbacks and management addresses
 * follow, and subnets of pools. As an input of the next compilation it lets everything that stays
 * in the lab keep its addresses.
 *
 * @param nodes the number of each node
 */
public record Numbering(SequencedMap<String, Integer> nodes, List<Share> shares) {
  /** Nothing is known: everything is numbered as in a new lab. */
  public static final Numbering NONE = new Numbering(new LinkedHashMap<>(), List.of());

  /**
   * What one user of pools got.
   *
   * @param user {@code vlan red}, or {@code link} with what tells it from others
   * @param ends the nodes on a link, sorted; empty for others
   * @param hosts host numbers of ends, where the order of ends or the number of a node decided
   */
  public record Share(
      String user, List<String> ends, List<Prefix> subnets, SequencedMap<String, Integer> hosts) {
    /** Nothing was given. */
    public static final Share NONE = new Share("", List.of(), List.of(), new LinkedHashMap<>());

    public Share {
      ends = List.copyOf(ends);
      subnets = List.copyOf(subnets);
      hosts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(hosts));
    }

    /** The subnet of a family. */
    public Optional<Prefix> subnet(Family family) {
      return subnets.stream().filter(s -> s.family() == family).findFirst();
    }
  }

  public Numbering {
    nodes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(nodes));
    shares = List.copyOf(shares);
  }
}
