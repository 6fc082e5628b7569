package netlab.protocol.routing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.net.Family;
import netlab.schema.Value;

/**
 * Routing policy and static routes of a node.
 *
 * @param static_ the static routes; empty when there is none
 * @param _prefix the lines of prefix lists, by family and name
 * @param _acl the lines of access lists, by family and name
 * @param _numobj numbers of objects by kind and name, for devices that have no names for them
 * @param extra the objects themselves by kind and name, and settings this package does not read
 */
public record RoutingNode(
    Optional<List<StaticRoute>> static_,
    Optional<SequencedMap<Family, SequencedMap<String, List<PrefixLine>>>> _prefix,
    Optional<SequencedMap<Family, SequencedMap<String, List<AclLine>>>> _acl,
    Optional<SequencedMap<String, SequencedMap<String, Integer>>> _numobj,
    Value.Fields extra) {
  public RoutingNode {
    static_ = static_.map(List::copyOf);
    _prefix = _prefix.map(RoutingNode::copy);
    _acl = _acl.map(RoutingNode::copy);
    _numobj = _numobj.map(RoutingNode::copy);
  }

  /** A node without static routes and lines. */
  public static RoutingNode of(Value.Fields extra) {
    return new RoutingNode(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), extra);
  }

  /** The same with other objects and settings. */
  public RoutingNode with(Value.Fields others) {
    return new RoutingNode(static_, _prefix, _acl, _numobj, others);
  }

  private static <K, V> SequencedMap<K, V> copy(SequencedMap<K, V> map) {
    return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
  }

  /** True when there is nothing to show. */
  boolean isEmpty() {
    return static_.isEmpty()
        && _prefix.isEmpty()
        && _acl.isEmpty()
        && _numobj.isEmpty()
        && extra.isEmpty();
  }
}
