package netlab.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import netlab.exec.Deadline;
import netlab.expect.Expectation;
import netlab.expect.Observation;
import netlab.lab.NodeId;

/** Nodes that answer one reading after the other, and the last one for ever. */
final class ScriptedNodes implements Access {
  private final Map<String, List<Reading>> scripts = new HashMap<>();
  private final Map<String, Integer> used = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final Map<String, String> dead = new HashMap<>();
  private final Set<String> asleep = new HashSet<>();

  ScriptedNodes script(String node, String reader, Reading... readings) {
    scripts.put(node + "/" + reader, List.of(readings));
    return this;
  }

  /** A node whose program has ended for good. */
  ScriptedNodes dead(String node, String why) {
    dead.put(node, why);
    return this;
  }

  @Override
  public Function<Expectation, Optional<String>> dead() {
    return expectation -> Optional.ofNullable(dead.get(expectation.node().name()));
  }

  /** A node that has not begun to run. */
  ScriptedNodes asleep(String node) {
    asleep.add(node);
    return this;
  }

  synchronized void wake(String node) {
    asleep.remove(node);
  }

  /** What was asked so far: {@code r1 [bgp.sessions]}, once for each exchange. */
  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  synchronized long exchanges(String node) {
    return asked.stream().filter(a -> a.startsWith(node + " ")).count();
  }

  @Override
  public synchronized Map<String, Reading> read(
      NodeId node, List<String> readers, Deadline deadline) {
    asked.add(node + " " + readers);
    return answer(node, readers, "");
  }

  /** A script under the name {@code reader?} answers glances. */
  @Override
  public synchronized Optional<Map<String, Reading>> glance(
      NodeId node, List<String> readers, Deadline deadline) {
    if (readers.stream().noneMatch(reader -> scripts.containsKey(node + "/" + reader + "?"))) {
      return Optional.empty();
    }
    asked.add(node + "? " + readers);
    return Optional.of(answer(node, readers, "?"));
  }

  @Override
  public synchronized void prepare(NodeId node, Deadline deadline) {
    asked.add(node + " ready");
  }

  @Override
  public synchronized boolean awake(NodeId node) {
    return !asleep.contains(node.name());
  }

  private Map<String, Reading> answer(NodeId node, List<String> readers, String way) {
    Map<String, Reading> answer = new HashMap<>();
    for (String reader : readers) {
      String key = node + "/" + reader + way;
      List<Reading> script = scripts.getOrDefault(key, List.of());
      if (script.isEmpty()) {
        throw new AssertionError("nobody should read " + key);
      }
      int turn = Math.min(used.merge(key, 1, Integer::sum), script.size());
      answer.put(reader, script.get(turn - 1));
    }
    return answer;
  }

  @Override
  public List<String> related(Expectation expectation) {
    String detail = expectation.reader() + ".detail";
    return scripts.containsKey(expectation.node() + "/" + detail) ? List.of(detail) : List.of();
  }

  @Override
  public Optional<String> lookCloser(Expectation expectation) {
    return Optional.of("netlab exec " + expectation.node() + " \"show\"");
  }

  /** Rows of fields: {@code rows("peer=10.1.0.2 state=Idle", ...)}. */
  static Reading rows(String... rows) {
    return new Reading.Rows(Arrays.stream(rows).map(ScriptedNodes::row).toList());
  }

  static Observation row(String fields) {
    return new Observation(fields(fields));
  }

  static SequencedMap<String, String> fields(String text) {
    SequencedMap<String, String> fields = new LinkedHashMap<>();
    for (String field : text.split(" ")) {
      String[] pair = field.split("=", 2);
      fields.put(pair[0], pair[1].replace('_', ' '));
    }
    return fields;
  }
}
