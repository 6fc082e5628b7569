package netlab.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JinjaTemplateTest {
  private final Diagnostics diagnostics = new Diagnostics();

  /** Templates with what Jinja2 3.1 makes of them (trim_blocks and lstrip_blocks set). */
  static Stream<Arguments> templates() throws IOException {
    try (InputStream in = JinjaTemplateTest.class.getResourceAsStream("/jinja/templates.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("(?m)^<<<\n", -1))
          .skip(1)
          .map(part -> part.substring(0, part.lastIndexOf("\n>>>")).split("\n===\n", 2))
          .map(part -> Arguments.of(part[0], part[1]));
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void rendersAsJinja2Does(String template, String wanted) throws IOException {
    assertThat(render(template)).isEqualTo(wanted);
    assertThat(diagnostics.sorted()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {{ bgp.nope }}                   ; t.j2:1:7: error[NL0503]: node `r1`: there is no `bgp.nope`
          {% for x in nope %}{% endfor %}  ; t.j2:1:13: error[NL0503]: node `r1`: there is no `nope`
          {{ bgp.nope == 3 }}              ; t.j2:1:7: error[NL0503]: node `r1`: there is no `bgp.nope`
          {% if x %}                       ; t.j2:1:1: error[NL0504]: this has no end
          a {{ name                        ; t.j2:1:3: error[NL0504]: this has no end
          {{ name|nofilter }}            ; t.j2:1:9: error[NL0503]: node `r1`: there is no filter `nofilter`
          {{ lookup('file', '/etc/passwd') }} ; t.j2:1:10: error[NL0503]: node `r1`: `lookup` would reach outside of the lab
          {% include 'x' %}                ; t.j2:1:4: error[NL0504]: `include` of other templates is not supported
          {% endif %}                      ; t.j2:1:1: error[NL0504]: `endif` closes nothing
          {{ 1 + 'a' }}                    ; t.j2:1:4: error[NL0503]: node `r1`: `+` does not work between 1 and 'a'
          {{ bgp.neighbors.append(1) }}    ; t.j2:1:24: error[NL0503]: node `r1`: a list of the lab cannot be changed
          {{ name.getClass() }}            ; t.j2:1:17: error[NL0503]: node `r1`: a text has no method `getClass`
          """)
  void tellsWhatIsWrongAndWhere(String template, String wanted) throws IOException {
    render(template);
    assertThat(diagnostics.sorted())
        .singleElement()
        .satisfies(d ->
            assertThat(d.at().location() + ": error[" + d.code().id() + "]: " + d.message())
                .isEqualTo(wanted));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {% for a in range(100000) %}{% for b in range(100000) %}{% endfor %}{% endfor %}; does not come to an end
          {{ 'x' * 1000000000 }}; becomes too long
          {% set n = namespace(x='aaaaaaaaaa') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}; becomes too long
          {% macro m() %}{{ m() }}{% endmacro %}{{ m() }}; calls itself for ever
          """)
  void stopsWhatDoesNotEnd(String template, String wanted) throws IOException {
    render(template);
    assertThat(diagnostics.sorted())
        .singleElement()
        .satisfies(d -> assertThat(d.message()).contains(wanted));
  }

  @Test
  void knowsAddresses() throws IOException {
    assertThat(
            render(
                """
                {{ '10.0.0.1/24'|ipaddr('address') }} {{ '10.0.0.1/24'|ansible.utils.ipaddr('prefix') }}
                {{ '10.0.0.1/24'|ipaddr('subnet') }} {{ '10.0.0.1/24'|ipaddr('5') }}
                {{ '10.0.0.1/24'|ipaddr('netmask') }} {{ '10.0.0.1/24'|ipv6 }}\
                """))
        .isEqualTo(
            """
            10.0.0.1 24
            10.0.0.0/24 10.0.0.5/24
            255.255.255.0 False\
            """);
  }

  private String render(String template) throws IOException {
    var out = new StringWriter();
    var parsed = JinjaTemplate.parse(new SourceFile("t.j2", template), diagnostics);
    if (parsed.isPresent()) {
      parsed.get().render(values(), "node `r1`", out, diagnostics);
    }
    return out.toString();
  }

  private static Map<String, Object> values() {
    Map<String, Object> bgp = new LinkedHashMap<>();
    bgp.put("as", 65000L);
    bgp.put(
        "neighbors", List.of(neighbor("r2", "10.1.0.2/30", 1L), neighbor("r3", "10.1.0.6", 2L)));
    return Map.of("name", "r1", "bgp", bgp);
  }

  private static Map<String, Object> neighbor(String name, String address, long as) {
    Map<String, Object> neighbor = new LinkedHashMap<>();
    neighbor.put("name", name);
    neighbor.put("ipv4", address);
    neighbor.put("as", as);
    return neighbor;
  }
}
