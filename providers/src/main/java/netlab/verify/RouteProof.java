package netlab.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.diag.Span;
import netlab.exec.Deadline;
import netlab.exec.Fanout;
import netlab.exec.Fanout.Outcome;
import netlab.exec.Poll;
import netlab.expect.Expectation;
import netlab.expect.Observation;
import netlab.expect.Reach;
import netlab.lab.NodeId;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.net.Prefix;

/**
 * Waits until nodes have the routes that follow from adjacencies which are up. Looks into their
 * routing tables, each as a whole and only those of nodes that lack some, and sends nothing.
 */
final class RouteProof {
  /** What a node may take to answer. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** For how long nothing may have changed until nothing is waited for any more. */
  private static final Duration SETTLED = Duration.ofSeconds(15);

  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(1);

  /** A route that a node must have. */
  private record Target(Reach reach, NodeId node, InterfaceAddress address) {
    /** Routers announce the network of a loopback or its address alone. */
    boolean isIn(Set<String> prefixes) {
      return prefixes.contains(address.prefix().toString()) || prefixes.contains(host());
    }

    String host() {
      return new Prefix(address.address(), address.family().bits()).toString();
    }
  }

  private record Told(NodeId node, Map<String, Reading> readings) {}

  private final Access access;
  private final SequencedMap<NodeId, List<Target>> open = new LinkedHashMap<>();
  private final Map<NodeId, Map<String, Reading>> last = new LinkedHashMap<>();
  private int expected;
  private int left;
  private Deadline settling = Deadline.after(SETTLED);
  private Duration pause = SHORTEST;

  RouteProof(Access access, List<Reach> reaches) {
    this.access = access;
    Map<NodeId, Set<InterfaceAddress>> known = new HashMap<>();
    for (Reach reach : reaches) {
      for (NodeId node : reach.from()) {
        List<Target> targets = open.computeIfAbsent(node, n -> new ArrayList<>());
        Set<InterfaceAddress> addresses = known.computeIfAbsent(node, n -> new HashSet<>());
        reach
            .to()
            .forEach((other, address) -> {
              if (!other.equals(node) && addresses.add(address)) {
                targets.add(new Target(reach, other, address));
              }
            });
      }
    }
    expected = open.values().stream().mapToInt(List::size).sum();
    left = expected;
  }

  /** Asks until all routes are there, nothing changes any more, or time is over. */
  Routes await(Deadline deadline) throws InterruptedException {
    Poll.until(
        deadline,
        () -> pause,
        () -> round() || settling.passed() ? Optional.of(true) : Optional.empty());
    List<Check> missing = new ArrayList<>();
    open.forEach((node, targets) -> targets.forEach(t -> missing.add(missing(node, t))));
    return new Routes(expected, missing);
  }

  /** Asks once; true when nothing is open any more. */
  private boolean round() throws InterruptedException {
    long began = System.nanoTime();
    List<NodeId> nodes = List.copyOf(open.keySet());
    Deadline end = Deadline.after(GRACE);
    List<Outcome<Told>> told = Fanout.map(nodes, end, node -> read(node, end));
    for (int i = 0; i < nodes.size(); i++) {
      if (told.get(i) instanceof Outcome.Done<Told>(Told answer)) {
        update(answer);
      } else {
        last.put(nodes.get(i), Map.of());
      }
    }
    int now = open.values().stream().mapToInt(List::size).sum();
    if (now != left) {
      left = now;
      settling = Deadline.after(SETTLED);
    }
    Duration next = Duration.ofNanos(System.nanoTime() - began).multipliedBy(2);
    pause = next.compareTo(LONGEST) > 0 ? LONGEST : next.compareTo(SHORTEST) < 0 ? SHORTEST : next;
    return open.isEmpty();
  }

  private Told read(NodeId node, Deadline end) throws InterruptedException {
    Set<String> readers = new LinkedHashSet<>();
    open.getOrDefault(node, List.of()).forEach(t -> readers.add(reader(t.reach.family())));
    return new Told(node, access.read(node, List.copyOf(readers), end));
  }

  private void update(Told told) {
    last.put(told.node, told.readings);
    Map<String, Set<String>> tables = new LinkedHashMap<>();
    told.readings.forEach((reader, reading) -> {
      if (reading instanceof Reading.Rows(List<Observation> rows)) {
        tables.put(reader, prefixes(rows));
      }
    });
    List<Target> lacking = new ArrayList<>();
    for (Target target : open.getOrDefault(told.node, List.of())) {
      String reader = reader(target.reach.family());
      if (told.readings.get(reader) instanceof Reading.Unsupported) {
        expected--; // nobody can look into this table
      } else if (!target.isIn(tables.getOrDefault(reader, Set.of()))) {
        lacking.add(target);
      }
    }
    if (lacking.isEmpty()) {
      open.remove(told.node);
    } else {
      open.put(told.node, lacking);
    }
  }

  private static Set<String> prefixes(List<Observation> rows) {
    Set<String> prefixes = new HashSet<>();
    rows.forEach(row -> Optional.ofNullable(row.fields().get("prefix")).ifPresent(prefixes::add));
    return prefixes;
  }

  private static String reader(Family family) {
    return Routes.READERS + family.text();
  }

  private Check missing(NodeId node, Target target) {
    SequencedMap<String, String> key = new LinkedHashMap<>();
    key.put("prefix", target.address.prefix().toString());
    String reader = reader(target.reach.family());
    Expectation expectation =
        new Expectation(
            "routes",
            reader,
            node,
            target.node,
            key,
            new LinkedHashMap<>(),
            node + " has a route to " + target.host() + " of " + target.node,
            Span.NONE);
    Reading reading =
        Optional.ofNullable(last.getOrDefault(node, Map.of()).get(reader))
            .orElse(new Reading.Unreachable("no answer in time"));
    Check check = Judge.judge(expectation, reading, Duration.ZERO);
    Optional<String> why =
        check
            .reason()
            .or(() ->
                Optional.of(
                    "the neighbors are up, but "
                        + target.reach.protocol()
                        + " brings no such route"));
    return check.explained(why, access.lookCloser(expectation));
  }
}
