package netlab.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import netlab.diag.Diagnostics;
import netlab.intent.Intent;
import netlab.intent.Labs;
import netlab.lab.Lab;
import netlab.lab.NodeId;
import netlab.lab.Numbering;
import netlab.net.Family;
import netlab.view.Json;
import netlab.view.PublicModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stays in a lab keeps its addresses when nodes and links come and go. */
final class StableAddressesTest {
  private static final int SEEDS = 60;

  /** A wire of a sketch; which one it is stays the same when its ends change. */
  private record Wire(int number, List<String> ends) {}

  private record Sketch(List<String> nodes, List<Wire> wires, boolean smallLans) {
    String text() {
      StringBuilder yaml = new StringBuilder("defaults.device: none\n");
      if (smallLans) {
        // Node numbers do not fit in, so hosts are counted in order.
        yaml.append("addressing.lan: {ipv4: 172.20.0.0/16, prefix: 29}\n");
      }
      yaml.append("nodes:\n");
      nodes.forEach(node -> yaml.append("  ").append(node).append(":\n"));
      yaml.append("links:\n");
      wires.forEach(wire ->
          yaml.append("- {")
              .append(String.join(":, ", wire.ends()))
              .append(":, name: w")
              .append(wire.number())
              .append("}\n"));
      return yaml.toString();
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, SEEDS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingElseMovesWhenOneThingComesOrGoes(long seed) {
    Random random = new Random(seed);
    Sketch before = sketch(random);
    Compiler.Outcome ran = compile(before, Numbering.NONE);
    assertThat(ran.kept()).isFalse();
    Sketch after = before;
    Numbering numbering = ran.numbering();
    Map<String, String> known = addresses(before, ran.lab());
    for (int change = 0; change < 6; change++) {
      after = changed(after, random, 100 * change);
      Compiler.Outcome next = compile(after, numbering);
      Map<String, String> now = addresses(after, next.lab());
      Map<String, String> stayed = new LinkedHashMap<>(known);
      stayed.keySet().retainAll(now.keySet());
      assertThat(now).as(after.text()).containsAllEntriesOf(stayed);
      numbering = next.numbering();
      known = now;
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anUnchangedLabIsTheSameLabAgain(long seed) {
    Sketch sketch = sketch(new Random(seed));
    Compiler.Outcome first = compile(sketch, Numbering.NONE);
    Compiler.Outcome second = compile(sketch, first.numbering());
    assertThat(second.kept()).isFalse();
    assertThat(second.numbering()).isEqualTo(first.numbering());
    assertThat(Json.text(PublicModel.of(second.lab())))
        .isEqualTo(Json.text(PublicModel.of(first.lab())));
  }

  @Test
  void aKeptAddressIsSaidToBeKept() {
    Sketch before = new Sketch(List.of("a", "b"), List.of(new Wire(1, List.of("a", "b"))), false);
    Sketch after =
        new Sketch(
            List.of("c", "a", "b"),
            List.of(new Wire(2, List.of("a", "c")), new Wire(1, List.of("a", "b"))),
            false);
    Compiler.Outcome next = compile(after, compile(before, Numbering.NONE).numbering());
    assertThat(next.kept()).isTrue();
    assertThat(addresses(after, next.lab()))
        .containsEntry("a", "10.0.0.1/32")
        .containsEntry("c", "10.0.0.3/32")
        .containsEntry("w1 a", "10.1.0.1/30")
        .containsEntry("w2 a", "10.1.0.5/30");
  }

  @Test
  void aWrittenNumberOrPrefixWinsOverWhatWasBefore() {
    Numbering before =
        compile(
                new Sketch(
                    List.of("a", "b"),
                    List.of(new Wire(1, List.of("a", "b")), new Wire(2, List.of("a", "b"))),
                    false),
                Numbering.NONE)
            .numbering();
    Lab lab =
        compile(
                """
                defaults.device: none
                nodes:
                  a:
                  b:
                    id: 1
                links:
                - {a:, b:, name: w1}
                - {a:, b:, name: w3, prefix: 10.1.0.0/30}
                """,
                before)
            .lab();
    String model = Json.text(PublicModel.of(lab));
    assertThat(model).contains("\"ipv4\": \"10.0.0.1/32\"", "\"ipv4\": \"10.0.0.2/32\"");
    // Its old prefix is written on another link now, and that of w2 is kept for it to come back.
    assertThat(lab.node(new NodeId("a")).interfaces())
        .extracting(port -> port.address(Family.IPV4).orElseThrow().toString())
        .containsExactly("10.1.0.9/30", "10.1.0.1/30");
  }

  private static Sketch sketch(Random random) {
    List<String> nodes = new ArrayList<>();
    for (int i = 0; i < 4 + random.nextInt(8); i++) {
      nodes.add("n" + i);
    }
    List<Wire> wires = new ArrayList<>();
    for (int i = 0; i < 3 + random.nextInt(12); i++) {
      wires.add(wire(nodes, i, random));
    }
    return new Sketch(nodes, wires, random.nextBoolean());
  }

  private static Wire wire(List<String> nodes, int number, Random random) {
    List<String> ends = new ArrayList<>(nodes);
    Collections.shuffle(ends, random);
    return new Wire(
        number, List.copyOf(ends.subList(0, Math.min(ends.size(), 1 + random.nextInt(4)))));
  }

  /** The sketch after one node or wire came or went, or a node joined or left a wire. */
  private static Sketch changed(Sketch sketch, Random random, int next) {
    List<String> nodes = new ArrayList<>(sketch.nodes());
    List<Wire> wires = new ArrayList<>(sketch.wires());
    switch (random.nextInt(5)) {
      case 0 -> nodes.add(random.nextInt(nodes.size() + 1), "m" + next);
      case 1 -> {
        String gone = nodes.get(random.nextInt(nodes.size()));
        if (nodes.size() > 2) {
          nodes.remove(gone);
          wires.removeIf(wire -> wire.ends().contains(gone));
        }
      }
      case 2 -> wires.add(random.nextInt(wires.size() + 1), wire(nodes, 1000 + next, random));
      case 3 -> {
        if (!wires.isEmpty()) {
          wires.remove(random.nextInt(wires.size()));
        }
      }
      default -> {
        for (int i = 0; i < wires.size(); i++) {
          Wire wire = wires.get(i);
          String extra = nodes.get(random.nextInt(nodes.size()));
          if (wire.ends().size() > 3 && random.nextBoolean()) {
            wires.set(i, new Wire(wire.number(), wire.ends().subList(0, wire.ends().size() - 1)));
            break;
          }
          if (wire.ends().size() > 2 && wire.ends().size() < 5 && !wire.ends().contains(extra)) {
            List<String> more = new ArrayList<>(wire.ends());
            more.add(random.nextInt(more.size() + 1), extra);
            wires.set(i, new Wire(wire.number(), more));
            break;
          }
        }
      }
    }
    return new Sketch(nodes, wires, sketch.smallLans());
  }

  private static Compiler.Outcome compile(Sketch sketch, Numbering before) {
    return compile(sketch.text(), before);
  }

  private static Compiler.Outcome compile(String text, Numbering before) {
    Diagnostics diagnostics = new Diagnostics();
    Intent intent = Labs.read(text, diagnostics).orElseThrow();
    return Compiler.compile(intent, before, diagnostics)
        .orElseThrow(() -> new AssertionError(text + diagnostics.sorted()));
  }

  /** Loopbacks by node, {@code n1}, and addresses on wires by wire and node, {@code w3 n1}. */
  private static Map<String, String> addresses(Sketch sketch, Lab lab) {
    Map<String, String> all = new LinkedHashMap<>();
    lab.nodes()
        .values()
        .forEach(node -> {
          node.interfaces()
              .forEach(port -> {
                String ip = port.address(Family.IPV4).map(Object::toString).orElse("");
                port.link()
                    .ifPresent(index ->
                        all.put(
                            "w" + sketch.wires().get(index - 1).number() + " " + node.id(), ip));
              });
          node.loopback()
              .flatMap(l -> l.address(Family.IPV4))
              .ifPresent(ip -> all.put(node.id().name(), ip.toString()));
        });
    return all;
  }
}
