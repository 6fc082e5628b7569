package netlab.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import netlab.diag.Diagnostics;
import netlab.intent.DefaultFiles;
import netlab.intent.Labs;
import netlab.intent.Overrides;
import netlab.source.Corpus;
import netlab.view.PublicModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The order in which a lab file says things counts only where the language numbers by it: nodes,
 * links and their ends, VLANs, VRFs, groups, pools.
 */
final class OrderTest {
  private static final Path ROOT = Path.of("src/test/resources/golden");
  private static final int SHUFFLES = 3;

  /** Mappings whose entries are numbered, applied, or take from a common stock, in their order. */
  private static final Set<String> COUNTED =
      Set.of(
          "nodes",
          "vlans",
          "vrfs",
          "groups",
          "addressing",
          "prefix",
          "interfaces",
          "config",
          "configlets",
          "files",
          "validate");

  /** Stands for the key of a mapping in a list: a link, most often. */
  private static final String ITEM = "";

  @TempDir private Path folder;

  static List<String> labs() throws IOException {
    List<String> right = new ArrayList<>();
    for (String name : GoldenLabsTest.labs()) {
      if (Files.exists(ROOT.resolve(name + ".lab.json"))) {
        right.add(name);
      }
    }
    return right;
  }

  @ParameterizedTest
  @MethodSource("labs")
  void orderOfKeysDoesNotCount(String name) throws IOException {
    keysShuffled(Files.readString(ROOT.resolve(name + ".lab.yml")));
  }

  @ParameterizedTest
  @MethodSource("labs")
  void orderOfModulesCountsOnlyWhereModulesAreListed(String name) throws IOException {
    modulesShuffled(Files.readString(ROOT.resolve(name + ".lab.yml")));
  }

  @Test
  void orderDoesNotCountInTheCollection() throws IOException {
    for (Path file : Corpus.files("conformance/cases")) {
      keysShuffled(Corpus.read(file));
      modulesShuffled(Corpus.read(file));
    }
  }

  private void keysShuffled(String text) throws IOException {
    Object model = model(text);
    for (int seed = 0; seed < SHUFFLES; seed++) {
      String shuffled = shuffled(text, new Random(seed), false);
      assertThat(model(shuffled)).as(shuffled).isEqualTo(model);
    }
  }

  private void modulesShuffled(String text) throws IOException {
    Object model = withoutOrderOfModules(model(text));
    for (int seed = 0; seed < SHUFFLES; seed++) {
      String shuffled = shuffled(text, new Random(seed), true);
      assertThat(withoutOrderOfModules(model(shuffled))).as(shuffled).isEqualTo(model);
    }
  }

  private Object model(String text) throws IOException {
    var diagnostics = new Diagnostics();
    Path file = Files.writeString(folder.resolve("x.lab.yml"), text);
    Optional<Map<String, Object>> model =
        new Compilation(Labs.LIBRARY, diagnostics)
            .compile(file, Overrides.NONE, DefaultFiles.NONE, Optional.of("clab"))
            .map(compiled -> PublicModel.of(compiled.lab()));
    assertThat(model).as(text + "\n" + diagnostics.sorted()).isPresent();
    return model.orElseThrow();
  }

  private static @Nullable Object withoutOrderOfModules(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Map<?, ?> map -> {
        Map<Object, Object> copy = new LinkedHashMap<>();
        map.forEach((key, inner) ->
            copy.put(
                key,
                key.equals("module") && inner instanceof List<?> list
                    ? new HashSet<>(list)
                    : withoutOrderOfModules(inner)));
        yield copy;
      }
      case List<?> list ->
          Arrays.asList(list.stream().map(OrderTest::withoutOrderOfModules).toArray());
      default -> value;
    };
  }

  private static String shuffled(String text, Random random, boolean modules) {
    Node root = new Compose(LoadSettings.builder().build()).composeString(text).orElseThrow();
    shuffle(root, "lab", random, modules);
    DumpSettings settings = DumpSettings.builder().build();
    return new Present(settings)
        .emitToString(new Serialize(settings).serializeOne(root).iterator());
  }

  private static void shuffle(Node value, String key, Random random, boolean modules) {
    if (value instanceof MappingNode map) {
      if (!modules) {
        order(map, key, random);
      }
      map.setValue(map.getValue().stream().map(OrderTest::withNull).toList());
      map.getValue()
          .forEach(
              tuple -> shuffle(tuple.getValueNode(), text(tuple.getKeyNode()), random, modules));
    } else if (value instanceof SequenceNode list) {
      if (modules && key.equals("module")) {
        Collections.shuffle(list.getValue(), random);
      }
      list.getValue().forEach(item -> shuffle(item, ITEM, random, modules));
    }
  }

  /** The emitter would write an empty value as an empty text. */
  private static NodeTuple withNull(NodeTuple tuple) {
    return tuple.getValueNode() instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL)
        ? new NodeTuple(tuple.getKeyNode(), new ScalarNode(Tag.NULL, "null", ScalarStyle.PLAIN))
        : tuple;
  }

  private static void order(MappingNode map, String key, Random random) {
    if (COUNTED.contains(key)) {
      return;
    }
    boolean link = key.equals(ITEM);
    List<NodeTuple> all = new ArrayList<>(map.getValue());
    List<NodeTuple> fixed = all.stream().filter(tuple -> isFixed(tuple, link)).toList();
    Collections.shuffle(all, random);
    int next = 0;
    for (int i = 0; i < all.size(); i++) {
      if (isFixed(all.get(i), link)) {
        all.set(i, fixed.get(next++));
      }
    }
    map.setValue(all);
  }

  /** Ends of links stay behind one another, and so do dotted keys, which write to one place. */
  private static boolean isFixed(NodeTuple tuple, boolean link) {
    String key = text(tuple.getKeyNode());
    Node value = tuple.getValueNode();
    boolean end = link && (value instanceof MappingNode || value.getTag().equals(Tag.NULL));
    return end || key.contains(".") || key.equals("<<");
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }
}
