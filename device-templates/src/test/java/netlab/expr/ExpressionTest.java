package netlab.expr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExpressionTest {
  private static final Map<String, Object> OUTPUT =
      Json.fields(JsonParser.parseString(resource("output.json")).getAsJsonObject());

  private static String resource(String name) {
    try (InputStream in = ExpressionTest.class.getResourceAsStream("/expr/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
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
    assertThat(shown(evaluated(text))).isEqualTo(wanted);
  }

  private static Outcome<Object> evaluated(String text) {
    return switch (Expression.parse(text)) {
      case Outcome.Good<Expression> good -> good.value().evaluate(OUTPUT);
      case Outcome.Mistake<Expression> m -> new Outcome.Mistake<>(m.at(), m.message(), m.hint());
    };
  }

  private static String shown(Outcome<Object> outcome) {
    return switch (outcome) {
      case Outcome.Good<Object> good when good.value() instanceof Set<?> set ->
          "set " + Values.quoted(new Items(new TreeSet<>(set)));
      case Outcome.Good<Object> good -> Values.quoted(good.value());
      case Outcome.Mistake<Object> m -> "!";
    };
  }
}
