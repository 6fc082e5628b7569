package netlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

final class YamlTextTest {
  @Test
  void readsWell() {
    SequencedMap<String, Object> r1 = map("id", 1L, "mgmt", map("ipv4", "192.168.0.1/24"));
    r1.put("module", List.of("ospf", "bgp"));
    r1.put("interfaces", List.of(map("name", "r1 -> r2", "vrfs", List.of()), map("a", true)));
    assertThat(YamlText.of(map("nodes", map("r1", r1), "on", "off", "x y", "12:30")))
        .isEqualTo(
            """
            nodes:
              r1:
                id: 1
                mgmt:
                  ipv4: 192.168.0.1/24
                module:
                - ospf
                - bgp
                interfaces:
                - name: r1 -> r2
                  vrfs: []
                - a: true
            "on": "off"
            "x y": "12:30"
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a ",
        "a: b",
        "a #b",
        "#",
        "-",
        "- a",
        "? a",
        "*a",
        "&a",
        "!a",
        "%a",
        "@a",
        "`a",
        "yes",
        "No",
        "null",
        "~",
        "1",
        "1.5",
        "0x1f",
        "1e3",
        "10.0",
        "2026-11-22",
        "1_000",
        ".5",
        "a\nb",
        "a\tb",
        "\"a\"",
        "'a'",
        "{a}",
        "[a]",
        "<<",
        "=",
        "é",
        "\u0007",
        "10.0.0.1/32",
        "65000:1",
        "fd00::1/64",
        "::1",
        "r1 -> [r2,r3]",
        "Ethernet1/1.100"
      })
  void everyTextIsReadBackAsThatText(String text) {
    assertThat(load(YamlText.of(map("a", text, "b", List.of(text)))))
        .isEqualTo(map("a", text, "b", List.of(text)));
    assertThat(load(YamlText.of(map(text, "x")))).isEqualTo(map(text, "x"));
  }

  @Test
  void treesOfAllShapesAreReadBack() {
    for (int seed = 0; seed < 300; seed++) {
      Object tree = map("root", tree(new Random(seed), 4));
      assertThat(load(YamlText.of(tree))).as("seed " + seed).isEqualTo(tree);
    }
  }

  private static Object tree(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 3 : 5)) {
      case 0 -> random.nextInt(100_000);
      case 1 -> random.nextBoolean();
      case 2 -> "t" + random.nextInt(100) + (random.nextBoolean() ? ": x" : "");
      case 3 -> random.ints(random.nextInt(4)).mapToObj(i -> tree(random, depth - 1)).toList();
      default -> {
        SequencedMap<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          map.put("k" + i, tree(random, depth - 1));
        }
        yield map;
      }
    };
  }

  private static Object load(String yaml) {
    return new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }

  private static SequencedMap<String, Object> map(Object... pairs) {
    SequencedMap<String, Object> map = new LinkedHashMap<>(Map.of());
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i].toString(), pairs[i + 1]);
    }
    return map;
  }
}
