package netlab.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.source.Key;
import netlab.source.Sources;
import netlab.source.Yaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damaged labs: whatever stands where, the reader ends with an intent or with errors that have a
 * place, and never with an exception.
 */
final class HostileLabsTest {
  private static final Path FOLDER = Path.of("src/test/resources/intent/goldens");
  private static final int DAMAGES = 60;

  private static final List<String> TEXTS =
      List.of(
          "",
          "~",
          "true",
          "no",
          "0",
          "-1",
          "99999999999999999999",
          "1.5",
          "65000.1",
          "r1",
          "all",
          "*",
          "~[",
          "~(a+)+$",
          "10.0.0.0/8",
          "2001:db8::/32",
          "::",
          "1.2.3.4",
          "frr",
          "bgp",
          "isis",
          "_x",
          "a b",
          "-",
          "--",
          "r1-",
          "../x",
          "{ifindex}",
          "0x10",
          "1:30",
          "as65000",
          "none",
          "é",
          "link");

  static List<Object[]> seeds() throws IOException {
    List<Object[]> seeds = new ArrayList<>();
    for (String name : Labs.names(FOLDER)) {
      IntStream.range(0, 4).forEach(i -> seeds.add(new Object[] {name, (long) i}));
    }
    return seeds;
  }

  @ParameterizedTest(name = "{0} seed {1}")
  @MethodSource("seeds")
  void damagedLabsGiveErrorsWithPlaces(String name, long seed) throws IOException {
    String text = Files.readString(FOLDER.resolve(name + ".lab.yml"));
    Yaml.Map lab =
        new Sources(new Diagnostics()).parse(new SourceFile("lab.yml", text)).orElseThrow();
    Random random = new Random(name.hashCode() * 31L + seed);
    int wrong = 0;
    for (int i = 0; i < DAMAGES; i++) {
      Yaml damaged = damage(lab, random, 1 + random.nextInt(3));
      wrong += damaged instanceof Yaml.Map map && check(map) ? 1 : 0;
    }
    assertThat(wrong).as("damaged labs that are wrong").isGreaterThan(DAMAGES / 4);
  }

  /** True when the lab is wrong. */
  private static boolean check(Yaml.Map lab) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<Intent> intent =
        new IntentReader(Labs.LIBRARY, name -> Optional.empty(), diagnostics)
            .read(lab, Settings.of("x"));
    assertThat(intent.isPresent()).isEqualTo(!diagnostics.hasErrors());
    assertThat(diagnostics.sorted()).as(lab.toString()).allMatch(d -> d.at().known());
    return diagnostics.hasErrors();
  }

  /** Replaces, removes or renames something, a few times. */
  private static Yaml damage(Yaml tree, Random random, int times) {
    Yaml damaged = tree;
    for (int i = 0; i < times; i++) {
      damaged = damageOnce(damaged, random);
    }
    return damaged;
  }

  private static Yaml damageOnce(Yaml tree, Random random) {
    boolean here = random.nextInt(6) == 0;
    return switch (tree) {
      case Yaml.Map map when !here && !map.entries().isEmpty() -> inMap(map, random);
      case Yaml.Seq seq when !here && !seq.items().isEmpty() -> {
        List<Yaml> items = new ArrayList<>(seq.items());
        int at = random.nextInt(items.size());
        items.set(at, damageOnce(items.get(at), random));
        yield new Yaml.Seq(items, seq.span());
      }
      default -> replacement(tree, random);
    };
  }

  private static Yaml inMap(Yaml.Map map, Random random) {
    int at = random.nextInt(map.entries().size());
    int kind = random.nextInt(8);
    SequencedMap<Key, Yaml> entries = new LinkedHashMap<>();
    int index = 0;
    for (var entry : map.entries().entrySet()) {
      Key key = entry.getKey();
      if (index++ != at) {
        entries.put(key, entry.getValue());
      } else if (kind == 0) {
        entries.put(new Key(text(random), key.span()), entry.getValue());
      } else if (kind > 1) {
        entries.put(key, damageOnce(entry.getValue(), random));
      }
    }
    return new Yaml.Map(entries, map.span());
  }

  private static String text(Random random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private static Yaml replacement(Yaml old, Random random) {
    Yaml.Style style = random.nextBoolean() ? Yaml.Style.PLAIN : Yaml.Style.DOUBLE_QUOTED;
    Yaml scalar = new Yaml.Scalar(text(random), style, old.span());
    return switch (random.nextInt(4)) {
      case 0 -> new Yaml.Seq(List.of(scalar, old), old.span());
      case 1 -> Trees.map(new Key(text(random), old.span()), old, old.span());
      case 2 -> Trees.map(new Key(text(random), old.span()), scalar, old.span());
      default -> scalar;
    };
  }
}
