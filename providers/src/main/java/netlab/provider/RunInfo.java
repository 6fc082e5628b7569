package netlab.provider;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import netlab.lab.NodeId;
import netlab.plan.LabId;

/**
 * Where a lab runs: what {@code up} leaves to later commands in {@code .netlab/lab.json}. Plain
 * text throughout, so that it can be written down without knowing the provider.
 *
 * @param provider {@link Provider#name()}
 * @param folder the lab's folder, absolute
 * @param facts what the provider wants to know again about the lab, under its own names
 * @param nodes what it wants to know again about each node, under its own names
 */
public record RunInfo(
    String provider,
    LabId id,
    Path folder,
    SequencedMap<String, String> facts,
    SequencedMap<NodeId, SequencedMap<String, String>> nodes) {
  public RunInfo {
    facts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(facts));
    var copy = new LinkedHashMap<NodeId, SequencedMap<String, String>>();
    nodes.forEach((node, own) ->
        copy.put(node, Collections.unmodifiableSequencedMap(new LinkedHashMap<>(own))));
    nodes = Collections.unmodifiableSequencedMap(copy);
  }

  /** A lab of which nothing but the id is left: enough to take it down. */
  public static RunInfo lost(String provider, LabId id, Path folder) {
    return new RunInfo(provider, id, folder, new LinkedHashMap<>(), new LinkedHashMap<>());
  }
}
