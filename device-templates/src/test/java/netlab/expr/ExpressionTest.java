package netlab.expr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  private static final Map<String, Object> OUTPUT =
      Json.fields(JsonParser.parseString(resource("output.json")).getAsJsonObject());

  static String resource(String name) {
    try (InputStream in = ExpressionTest.class.getResourceAsStream("/expr/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Expressions with what Python makes of them; expressions.py has written that. */
  static Stream<Arguments> expressions() {
    return resource("expressions.txt")
        .lines()
        .filter(line -> line.contains("  -> "))
        .map(line -> line.split(" +-> ", 2))
        .map(parts -> Arguments.of(parts[0], parts[1]));
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void givesWhatPythonGives(String text, String wanted) {
    assertThat(shown(evaluated(text, OUTPUT))).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          nmae                            ; 0  ; there is no 'nmae'; did you mean 'name'? there is: count, ratio, up, down, nothing, name, text, stdout, empty, numbers, words, neighbors, vrfs
          up and vrfs.defalt.peers        ; 11 ; there is no 'vrfs.defalt'; did you mean 'default'? there is: default, red
          vrfs.default.peers['10.1.0.2']  ; 18 ; there is no 'vrfs.default.peers['10.1.0.2']'; did you mean '10.1.0.1' or '10.1.0.5'? there is: 10.1.0.1, 10.1.0.5
          vrfs.red.peers.x                ; 14 ; there is no 'vrfs.red.peers.x'; nothing is there
          neighbors[3].state              ; 9  ; there is no 'neighbors[3]'; it has 3 items
          count.as                        ; 5  ; there is no 'count.as'; it is 2
          nothing.x                       ; 7  ; there is no 'nothing.x'; it is None
          [n.nope for n in neighbors]     ; 2  ; there is no 'n.nope'; there is: id, state, cost, areas
          1 + 'a'                         ; 0  ; '+' does not work between 1 and 'a';
          1 // 0                          ; 0  ; this cannot be computed: division by zero;
          count < name                    ; 0  ; 2 and 'r1' cannot be compared;
          9223372036854775807 + 1         ; 0  ; this cannot be computed: long overflow;
          name()                          ; 4  ; name cannot be called;
          'a'.shout()                     ; 9  ; a text has no method 'shout';
          numbers.append(4)               ; 14 ; a list of the lab cannot be changed; make your own first: 'x + []'
          vrfs.update({})                 ; 11 ; a mapping cannot be changed; make another one out of it
          re.search('(?<=a)b', text)      ; 9  ; this is no regular expression: invalid named capture; there is no look-around and there are no back-references
          count = 2                       ; 6  ; '=' gives a value to a name; compare with '=='
          count ==                        ; 8  ; a value is missing before the end;
          count 2                         ; 6  ; an operator is missing before '2';
          len(numbers                     ; 11 ; ',' is missing before the end;
          [1, 2                           ; 5  ; ',' is missing before the end;
          'abc                            ; 0  ; this text has no end; close it with '''
          1 if up                         ; 7  ; 'else' is missing before the end;
          up and and down                 ; 7  ; a value is missing before 'and';
          x for x in numbers              ; 2  ; an operator is missing before 'for';
          f(a=1, a=2)                     ; 7  ; argument 'a' is there twice;
          f(a=1, 2)                       ; 7  ; an argument without a name stands behind one with a name;
          count ? 1 : 2                   ; 6  ; '?' means nothing here;
          numbers[]                       ; 8  ; an index is missing before ']';
          12ab                            ; 0  ; '12ab' is not a number;
          """)
  void tellsWhatIsWrongAndWhere(String text, int at, String message, String hint) {
    Outcome<Object> outcome = evaluated(text, OUTPUT);
    assertThat(outcome).isInstanceOf(Outcome.Mistake.class);
    Outcome.Mistake<Object> mistake = (Outcome.Mistake<Object>) outcome;
    assertThat(mistake.message().replace('`', '\'')).isEqualTo(message);
    assertThat(mistake.hint().replace('`', '\'')).isEqualTo(Objects.requireNonNullElse(hint, ""));
    assertThat(mistake.at()).isEqualTo(at);
  }

  @Test
  void namesThatAreNoFunctionsComeWithThoseThatAre() {
    assertThat(evaluated("open('/etc/passwd')", OUTPUT))
        .isInstanceOfSatisfying(
            Outcome.Mistake.class,
            m -> {
              assertThat(m.message()).isEqualTo("there is no function `open`");
              assertThat(m.hint()).startsWith("functions: abs, all, any, bool");
            });
  }

  /** Nothing of these ends by itself, or fits into memory. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x for x in range(100000) for y in range(100000)]",
        "sum(1 for x in range(100000) for y in range(100000) for z in range(100000))",
        "'a' * 10000000000",
        "[0] * 10000000000",
        "[['a' * 4000000 for x in range(1000)] for y in range(1000)]",
        "[list(range(100000)) for x in range(100000)]",
        "','.join(['a' * 1000000] * 1000000)",
        "'%s%s%s%s%s%s' % (('a' * 1000000,) * 6)",
        "'{0}{0}{0}{0}{0}{0}'.format('a' * 1000000)",
        "str([['a' * 1000000] * 100])",
        "'a'.ljust(100000000000)",
        "'a'.replace('', 'b' * 1000000).replace('b', 'c' * 1000000)",
        "2 ** 1000000",
        "9 ** 9 ** 9",
        "1 << 100000",
        "range(100000000000)",
        "re.search('(x+x+)+y' * 100, 'x' * 1000000)",
        "re.search('((a{100}){10}){10}', 'a' * 1000000)",
        "re.findall('a(?:.*x)?', 'a' * 1000000)",
        "re.sub('a', 'b' * 1000000, 'a' * 1000000)",
        "re.search('(' * 1000, 'a')",
        "[a for a in [[0] * 1000] for b in [[a] * 1000] for c in [[b] * 1000] if [c] * 100 == [c] * 100]",
        "[b for a in [[0] * 1000] for b in [[a] * 1000] if [b] * 1000 == [b] * 1000]",
        "(lambda f: f(f))(lambda f: f(f))",
        "[x for x in range(100000) if -1 in range(100000) or x in [range(100000)]]",
      })
  void stopsWhatDoesNotEnd(String text) {
    assertThat(evaluated(text, OUTPUT)).isInstanceOf(Outcome.Mistake.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(", "[", "{", "not ", "-", "1 if 1 else ", "2 ** ", "{1:", "lambda: ", "f("})
  void doesNotReadWhatIsNestedTooDeeply(String opening) {
    assertThat(Expression.parse(opening.repeat(100_000) + "1")).isInstanceOf(Outcome.Mistake.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 + ", "1 and ", "0 or ", "x.", "1 == ", "'a' "})
  void longChainsAreRefusedOrComputedButDoNotOverflow(String link) {
    assertThat(evaluated(link.repeat(100_000) + "x", OUTPUT)).isInstanceOf(Outcome.Mistake.class);
  }

  /** Whatever somebody writes, the answer is a value or a mistake that lies in the text. */
  @Test
  void nothingThatIsWrittenBreaksIt() {
    var random = new Random(42);
    List<String> texts = expressions().map(a -> (String) a.get()[0]).toList();
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder(texts.get(random.nextInt(texts.size())));
      String other = texts.get(random.nextInt(texts.size()));
      for (int change = 0; change <= random.nextInt(3); change++) {
        int at = random.nextInt(text.length() + 1);
        int from = random.nextInt(other.length());
        int to = from + random.nextInt(other.length() - from);
        text.replace(
            at, Math.min(text.length(), at + random.nextInt(4)), other.substring(from, to));
      }
      if (evaluated(text.toString(), OUTPUT) instanceof Outcome.Mistake<Object> m) {
        assertThat(m.message()).isNotBlank();
        assertThat(m.at()).as(text.toString()).isBetween(0, text.length());
      }
    }
  }

  @Test
  void whatIsPrintedReadsBackAsTheSame() {
    var random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      Object value = value(random, 3);
      assertThat(evaluated(Values.quoted(value), Map.of()))
          .isInstanceOfSatisfying(
              Outcome.Good.class,
              good -> {
                assertThat(Values.equal(good.value(), value)).isTrue();
                assertThat(Values.quoted(good.value())).isEqualTo(Values.quoted(value));
              });
    }
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 7)) {
      case 0 -> random.nextLong() >> random.nextInt(64);
      case 1 -> Math.scalb(random.nextDouble() - 0.5, random.nextInt(200) - 100);
      case 2 -> random.nextBoolean();
      case 3 -> Nothing.NONE;
      case 4 -> text(random);
      case 5 -> new Items(values(random, depth));
      default -> {
        Map<Object, Object> map = new java.util.LinkedHashMap<>();
        values(random, depth).forEach(v -> map.put(text(random), v));
        yield map;
      }
    };
  }

  private static List<Object> values(Random random, int depth) {
    List<Object> values = new ArrayList<>();
    IntStream.range(0, random.nextInt(4)).forEach(i -> values.add(value(random, depth - 1)));
    return values;
  }

  private static String text(Random random) {
    String characters = "ab'\"\\\n\t {}%ä1";
    var text = new StringBuilder();
    IntStream.range(0, random.nextInt(6))
        .forEach(i -> text.append(characters.charAt(random.nextInt(characters.length()))));
    return text.toString();
  }

  @Test
  void fieldsOfAnOutputHideFunctions() {
    assertThat(shown(evaluated("len == 3 and re + 1", Map.of("len", 3L, "re", 4L)))).isEqualTo("5");
  }

  @Test
  void linesAndCommentsDoNotMatter() {
    String text = "\n  len(neighbors) == 3 # all of them\n  and \\\n  up\n";
    assertThat(shown(evaluated(text, OUTPUT))).isEqualTo("True");
  }

  @Test
  void truthIsThatOfPython() {
    assertThat(tested("neighbors")).isEqualTo(new Outcome.Good<>(true));
    assertThat(tested("empty")).isEqualTo(new Outcome.Good<>(false));
    assertThat(tested("nothing")).isEqualTo(new Outcome.Good<>(false));
    assertThat(tested("nope")).isInstanceOf(Outcome.Mistake.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          len(neighbors) == 2                                  ; 3 == 2
          up and neighbors[1].state == 'Full'                  ; 'Init' == 'Full'
          0 < neighbors[2].cost < count                        ; 5 < 2
          'r2' in words                                        ; 'r2' in ['pe', 'ce', 'rr']
          'unreachable' in text                                ; 'unreachable' in '64 bytes from 10.0.0.2: icmp_seq=1\\n64 bytes from 10.0.0...
          down or count == 3                                   ; 2 == 3
          not numbers                                          ; not [3, 1, 2]
          empty                                                ; []
          all(n.cost < 20 for n in neighbors)                  ; ``
          neighbors[1].state == 'Full' and nope                ; 'Init' == 'Full'
          """)
  void whatATestComparedTellsWhyItIsFalse(String text, String wanted) {
    var expression = ((Outcome.Good<Expression>) Expression.parse(text)).value();
    assertThat(expression.test(OUTPUT)).isEqualTo(new Outcome.Good<>(false));
    assertThat(expression.decisive(OUTPUT)).isEqualTo(wanted);
  }

  @Test
  void numbersOfJsonStayWhatTheyAre() {
    var output = JsonParser.parseString("{\"a\": 18446744073709551615, \"b\": 1.0, \"c\": null}");
    assertThat(Json.fields(output.getAsJsonObject()).toString())
        .isEqualTo("{a=1.8446744073709552E19, b=1.0, c=NONE}");
  }

  private static Outcome<Boolean> tested(String text) {
    return ((Outcome.Good<Expression>) Expression.parse(text)).value().test(OUTPUT);
  }

  static Outcome<Object> evaluated(String text, Map<String, ?> names) {
    return switch (Expression.parse(text)) {
      case Outcome.Good<Expression> good -> good.value().evaluate(names);
      case Outcome.Mistake<Expression> m -> new Outcome.Mistake<>(m.at(), m.message(), m.hint());
    };
  }

  static String shown(Outcome<Object> outcome) {
    return switch (outcome) {
      case Outcome.Good<Object> good when good.value() instanceof Set<?> set ->
          "set " + Values.quoted(new Items(new TreeSet<>(set)));
      case Outcome.Good<Object> good -> Values.quoted(good.value());
      case Outcome.Mistake<Object> m -> "!";
    };
  }
}
