package netlab.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import netlab.diag.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Columns must be right in every style of writing: generated files, reproducible by their seed. */
final class SpanPropertyTest {

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void spansPointToTheirTexts(long seed) {
    String text = new Generator(new Random(seed)).file();
    assertThat(SpanCheck.check(new SourceFile("seed-" + seed, text))).as(text).isPositive();
  }

  /** Writes mappings in block and flow style with dots, quotes, anchors, comments, wide letters. */
  private static final class Generator {
    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private int names;

    Generator(Random random) {
      this.random = random;
    }

    String file() {
      blockMap(0, 0);
      return text.toString();
    }

    private void blockMap(int indent, int depth) {
      for (int i = random.nextInt(4); i >= 0; i--) {
        if (random.nextInt(6) == 0) {
          text.append(pick("\n", "# \ud83d\ude00 comment\n", "   # x: y\n"));
        }
        text.append(" ".repeat(indent)).append(key()).append(pick(":", " :", ":  "));
        blockValue(indent, depth);
      }
    }

    private void blockValue(int indent, int depth) {
      String anchor = random.nextInt(8) == 0 ? " &a" + names++ : "";
      int kind = random.nextInt(depth > 3 ? 3 : 6);
      if (kind <= 1) {
        text.append(anchor)
            .append(" ")
            .append(scalar())
            .append(pick("\n", "  # c\n", "\r\n", " \n"));
      } else if (kind == 2) {
        text.append(anchor).append(" ");
        flow(depth);
        text.append("\n");
      } else if (kind == 3) {
        text.append(anchor).append("\n");
        for (int i = random.nextInt(3); i >= 0; i--) {
          text.append(" ".repeat(indent)).append("- ");
          flow(depth);
          text.append("\n");
        }
      } else {
        text.append(anchor).append("\n");
        blockMap(indent + 1 + random.nextInt(3), depth + 1);
      }
    }

    private void flow(int depth) {
      if (depth > 4 || random.nextInt(3) == 0) {
        text.append(scalar());
        return;
      }
      boolean map = random.nextBoolean();
      text.append(map ? "{" : "[").append(pick("", " "));
      for (int i = random.nextInt(3); i >= 0; i--) {
        if (map) {
          text.append(key()).append(": ");
        }
        flow(depth + 1);
        text.append(i > 0 ? pick(", ", ",", " ,\n   ") : "");
      }
      text.append(pick("", " ")).append(map ? "}" : "]");
    }

    private String key() {
      String key = "k" + names++;
      for (int i = random.nextInt(3); i > 0; i--) {
        key += "." + pick("as", "area", "é", "x-y", "\ud83d\ude00", "10");
      }
      return switch (random.nextInt(6)) {
        case 0 -> "'" + key + "'";
        case 1 -> '"' + key + '"';
        default -> key;
      };
    }

    private String scalar() {
      return pick(
          "1",
          "65000.1",
          "10.0.0.1/24",
          "true",
          "a b",
          "r1-r2",
          "é\ud83d\ude00",
          "'q # \ud83d\ude00'",
          "\"x\\ty\"",
          "12:30",
          "~",
          "a#b");
    }

    private String pick(String... choices) {
      return choices[random.nextInt(choices.length)];
    }
  }
}
