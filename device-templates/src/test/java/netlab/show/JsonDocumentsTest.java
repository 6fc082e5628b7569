package netlab.show;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which documents of JSON are found in what devices print. */
class JsonDocumentsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":1}                        | [{"a":1}]
          [1,2]                          | [[1,2]]
          % cannot read vtysh.conf {"a":1} | [{"a":1}]
          {"a":1} {"b":2}                | [{"a":1}, {"b":2}]
          no JSON at all                 | []
          {"a":                          | []
          {"a":1} and more               | []
          """)
  void documentsBeginAtTheirBraceAndNothingElseFollows(String output, String documents) {
    assertThat(JsonDocuments.in(output)).hasToString(documents);
  }

  @ParameterizedTest
  @CsvSource({"''", "' '"})
  void anEmptyOutputHasNone(String output) {
    assertThat(JsonDocuments.in(output)).isEmpty();
  }
}
