package netlab.draft;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.lab.Numbering;
import netlab.lab.Numbering.Share;
import netlab.net.Prefix;
import netlab.schema.Value;

/** Tells passes what the things of a lab were given before, and notes what they are given now. */
public final class Numbers {
  private final Numbering before;
  private final SequencedMap<String, Integer> nodes = new LinkedHashMap<>();
  private final SequencedMap<String, Share> taken = new LinkedHashMap<>();
  private final Map<String, Share> known = new HashMap<>();
  private Map<LinkDraft, User> links = Map.of();
  private boolean differs;

  /** One that takes from pools, and what it had before. */
  public record User(String name, List<String> ends, Share before) {}

  Numbers(Numbering before) {
    this.before = before;
    before.shares().forEach(share -> known.putIfAbsent(share.user(), share));
  }

  /** The number a node had. */
  public Optional<Integer> before(NodeDraft node) {
    return Optional.ofNullable(before.nodes().get(node.name()));
  }

  /**
   * Notes the number of a node.
   *
   * @param fresh the one it had got in a new lab
   */
  public void took(NodeDraft node, int number, int fresh) {
    nodes.put(node.name(), number);
    differs |= number != fresh;
  }

  /** The user with a name, such as {@code vlan red}. */
  public User user(String name) {
    return new User(name, List.of(), known.getOrDefault(name, Share.NONE));
  }

  /**
   * A link as user. A link is known again by its nodes and attributes, else by its nodes, else by
   * most of its nodes, two at least.
   *
   * @param all the links of the lab
   */
  public User user(LinkDraft link, List<LinkDraft> all) {
    if (!links.containsKey(link)) {
      links = recognise(all);
    }
    return Objects.requireNonNull(links.get(link));
  }

  /** Notes what a user got. */
  void took(User user, List<Prefix> subnets, boolean fresh) {
    SequencedMap<String, Integer> hosts =
        Optional.ofNullable(taken.get(user.name())).map(Share::hosts).orElse(new LinkedHashMap<>());
    taken.put(user.name(), new Share(user.name(), user.ends(), subnets, hosts));
    differs |= !fresh;
  }

  /** Notes the host numbers of ends. */
  public void took(User user, SequencedMap<String, Integer> hosts) {
    List<Prefix> subnets =
        Optional.ofNullable(taken.get(user.name())).map(Share::subnets).orElse(List.of());
    taken.put(user.name(), new Share(user.name(), user.ends(), subnets, hosts));
  }

  /** All that was given, for the next time. */
  public Numbering taken() {
    return new Numbering(nodes, List.copyOf(taken.values()));
  }

  /** True when something has another address than it had got in a new lab. */
  public boolean differ() {
    return differs;
  }

  private Map<LinkDraft, User> recognise(List<LinkDraft> all) {
    Map<LinkDraft, User> users = new HashMap<>();
    Map<String, Integer> sameNames = new HashMap<>();
    for (LinkDraft link : all) {
      List<String> ends = link.ends().stream().map(e -> e.node().name()).sorted().toList();
      StringBuilder name = new StringBuilder("link ").append(String.join(" ", ends));
      look(link.written(), "", name);
      int copy = sameNames.merge(name.toString(), 1, Integer::sum);
      users.put(link, user(copy == 1 ? name.toString() : name + " #" + copy, ends));
    }
    if (!before.shares().isEmpty()) {
      byEnds(all, users);
      byOverlap(all, users);
    }
    return users;
  }

  private User user(String name, List<String> ends) {
    return new User(name, ends, known.getOrDefault(name, Share.NONE));
  }

  /** What an attribute says, without where. */
  private static void look(Value value, String path, StringBuilder out) {
    switch (value) {
      case Value.Scalar s -> out.append(' ').append(path).append('=').append(s.data());
      case Value.Fields f ->
          f.fields().forEach((key, field) -> look(field.value(), path + "." + key, out));
      case Value.Items i -> i.items().forEach(item -> look(item, path + "[]", out));
      case Value.Empty e -> out.append(' ').append(path);
    }
  }

  private void byEnds(List<LinkDraft> all, Map<LinkDraft, User> users) {
    Map<List<String>, Deque<Share>> free = new HashMap<>();
    for (Share share : free(users)) {
      free.computeIfAbsent(share.ends(), e -> new ArrayDeque<>()).add(share);
    }
    for (LinkDraft link : unknown(all, users)) {
      User user = Objects.requireNonNull(users.get(link));
      Share share = free.getOrDefault(user.ends(), new ArrayDeque<>()).poll();
      if (share != null) {
        users.put(link, new User(user.name(), user.ends(), share));
      }
    }
  }

  private void byOverlap(List<LinkDraft> all, Map<LinkDraft, User> users) {
    Map<String, List<Share>> byNode = new HashMap<>();
    for (Share share : free(users)) {
      Set.copyOf(share.ends())
          .forEach(node -> byNode.computeIfAbsent(node, n -> new ArrayList<>()).add(share));
    }
    Set<Share> gone = new HashSet<>();
    for (LinkDraft link : unknown(all, users)) {
      User user = Objects.requireNonNull(users.get(link));
      SequencedMap<Share, Integer> common = new LinkedHashMap<>();
      for (String node : Set.copyOf(user.ends())) {
        byNode.getOrDefault(node, List.of()).forEach(share -> common.merge(share, 1, Integer::sum));
      }
      common.keySet().removeAll(gone);
      int most = common.values().stream().max(Integer::compare).orElse(0);
      if (most >= 2) {
        Share share =
            common.keySet().stream()
                .filter(s -> Objects.equals(common.get(s), most))
                .findFirst()
                .orElseThrow();
        gone.add(share);
        users.put(link, new User(user.name(), user.ends(), share));
      }
    }
  }

  private static List<LinkDraft> unknown(List<LinkDraft> all, Map<LinkDraft, User> users) {
    return all.stream()
        .filter(link -> Objects.requireNonNull(users.get(link)).before().equals(Share.NONE))
        .toList();
  }

  /** What links had before that no link of now is known to have had. */
  private List<Share> free(Map<LinkDraft, User> users) {
    Set<String> claimed = new HashSet<>();
    users.values().forEach(user -> claimed.add(user.before().user()));
    return before.shares().stream()
        .filter(share -> !share.ends().isEmpty() && !claimed.contains(share.user()))
        .toList();
  }
}
