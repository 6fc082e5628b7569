package netlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import netlab.report.TreePath.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TreePathTest {
  private static final Object TREE =
      PlainTree.of(
          JsonParser.parseString(
                  """
                  {"name": "seed",
                   "nodes": {
                     "r1": {"id": 1, "bgp": {"neighbors": [
                        {"name": "r2", "as": 65001}, {"name": "r3", "as": 65002}]}},
                     "r2": {"id": 2, "loopback": {"ipv4": "10.0.0.2/32"}}}}
                  """)
              .getAsJsonObject());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name | seed",
        "nodes.r1.id | 1",
        "nodes.r1.bgp.neighbors[0].as | 65001",
        "nodes.r1.bgp.neighbors[-1].name | r3",
        "nodes.r1.bgp.neighbors[name=r3].as | 65002",
        "nodes.r1.bgp.neighbors[*].as | [65001, 65002]",
        "nodes.*.id | {r1=1, r2=2}",
        "nodes[*].loopback.ipv4 | {r2=10.0.0.2/32}",
        "nodes[id=2].loopback | {ipv4=10.0.0.2/32}",
      })
  void leadsTo(String path, String value) {
    Found found = TreePath.parse(path).orElseThrow().in(TREE);
    assertThat(found)
        .isInstanceOfSatisfying(
            Found.Value.class, v -> assertThat(v.tree().toString()).isEqualTo(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nodse | the lab has no `nodse`; did you mean `nodes`?",
        "nodes.r9 | `nodes` has no `r9`; there is r1, r2",
        "nodes.r1.ospf | `nodes.r1` has no `ospf`; there is id, bgp",
        "nodes.r1.id.x | `nodes.r1.id` is the value `1` and has no `x`",
        "nodes.r1.bgp.neighbors.as"
            + " | `nodes.r1.bgp.neighbors` is a list and has no `as`; try `[0]` or `[*]`",
        "nodes.r1.bgp.neighbors[2] | `nodes.r1.bgp.neighbors` has 2 items, counted from 0",
        "nodes.r1.bgp.neighbors[-3] | `nodes.r1.bgp.neighbors` has 2 items, counted from 0",
        "nodes[0] | `nodes` is a map, not a list",
        "nodes[id=7] | nothing in `nodes` has id=7",
        "name[*] | `name` is the value `seed` and has nothing in it",
      })
  void saysUpToWhereThereIsAWay(String path, String why) {
    Found found = TreePath.parse(path).orElseThrow().in(TREE);
    assertThat(found).isEqualTo(new Found.Nothing(why));
  }

  @Test
  void theEmptyPathIsEverything() {
    assertThat(TreePath.parse("").orElseThrow().in(TREE)).isEqualTo(new Found.Value(TREE));
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "a.", ".a", "a..b", "a[", "a]", "a[]", "a[x]", "a[0]b", "a[1.5]"})
  void refusesWhatIsNotAPath(String text) {
    assertThat(TreePath.parse(text)).isEmpty();
  }
}
