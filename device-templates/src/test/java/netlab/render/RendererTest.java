package netlab.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostic;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.diag.Span;
import netlab.schema.Value;
import org.junit.jupiter.api.Test;

class RendererTest {
  private static final Span NODE = new Span(new SourceFile("lab.yml", ""), 4, 3, 4, 5);

  private final Renderer renderer = new Renderer();
  private final Diagnostics diagnostics = new Diagnostics();

  @Test
  void linesAreCleanAndEndWithNewline() {
    assertThat(render(node("bgp"), file("box.conf", "initial", "bgp")))
        .containsExactly(
            new ConfigFile(
                "box.conf",
                "/etc/box.conf",
                """
                hostname r1
                !
                interface eth1
                 ip address 10.1.0.1 255.255.255.252
                 mtu 1500
                end of r1 10000
                router bgp 65000
                 router-id 10.0.0.1
                """,
                "0644",
                ConfigFile.Use.BOOT));
    assertThat(diagnostics.sorted()).isEmpty();
  }

  @Test
  void everyLineKnowsItsTemplateLine() {
    var subject = subject(node("bgp"), file("box.conf", "initial", "bgp"));
    String content = renderer.render(subject, diagnostics).getFirst().content();
    List<Origin> origins = renderer.origins(subject, "box.conf");

    assertThat(origins)
        .extracting(o -> o.template().name() + ":" + o.line())
        .containsExactly(
            "devices/box/initial.ftl:2",
            "devices/box/initial.ftl:3",
            "devices/box/initial.ftl:7",
            "devices/box/initial.ftl:8",
            "devices/box/initial.ftl:10",
            "devices/box/initial.ftl:14",
            "devices/box/bgp.ftl:2",
            "devices/box/bgp.ftl:3");
    assertThat(content.lines().count()).isEqualTo(origins.size());
  }

  @Test
  void aModuleWithoutTemplateIsAnErrorAtTheNode() {
    render(node("bgp", "mpls"), file("box.conf", "initial", "bgp"));

    assertThat(lines())
        .containsExactly(
            "lab.yml:4:3: error[NL0502]: device `box` has no template for `mpls`, which node `r1` needs");
  }

  @Test
  void aListedPartWithoutTemplateIsAnErrorToo() {
    render(node("ospf"), file("box.conf", "initial", "ospf"));

    assertThat(lines())
        .containsExactly(
            "lab.yml:4:3: error[NL0502]: device `box` has no template for `ospf`, which node `r1` needs");
  }

  @Test
  void aMissingValueIsAnErrorInTheTemplateThatNamesTheNode() {
    Map<String, Object> node = node("bgp");
    node.put("bgp", Map.of("as", 65000));

    assertThat(render(node, file("box.conf", "initial", "bgp"))).isEmpty();
    Diagnostic d = diagnostics.sorted().getFirst();
    assertThat(d.line())
        .isEqualTo(
            "devices/box/bgp.ftl:3:14: error[NL0503]: node `r1` (box) has no `node.bgp.router_id`,"
                + " which the template needs");
    assertThat(d.at().file().text()).contains("router-id ${node.bgp.router_id}");
    assertThat(d.at().endColumn()).isEqualTo(32);
  }

  @Test
  void aTemplateThatDoesNotParseIsAnErrorInTheTemplate() {
    render(node("syntax"), file("box.conf", "initial", "syntax"));

    assertThat(lines()).singleElement().asString().startsWith("devices/box/syntax.ftl:");
    assertThat(diagnostics.sorted().getFirst().code()).isEqualTo(Code.TEMPLATE_SYNTAX);
  }

  @Test
  void aBooleanIsNeverPrinted() {
    render(node("boolean"), file("box.conf", "initial", "boolean"));

    assertThat(lines()).singleElement().asString().contains("boolean.ftl:1:1: error[NL0503]");
  }

  @Test
  void anAddressFunctionRefusesOtherTexts() {
    render(node("address"), file("box.conf", "initial", "address"));

    assertThat(lines())
        .containsExactly(
            "devices/box/address.ftl:1:1: error[NL0503]: node `r1` (box): address() wants an IP"
                + " address, got `r1`");
  }

  @Test
  void templatesReachNoClassNoObjectAndNoFile() {
    for (String part : List.of("new", "api", "include")) {
      assertThat(render(node(part), file("box.conf", "initial", part))).as(part).isEmpty();
      assertThat(lines()).as(part).anyMatch(l -> l.contains(part + ".ftl") || l.contains(part));
    }
  }

  @Test
  void anEndlessTemplateIsStopped() {
    render(node("endless"), file("box.conf", "initial", "endless"));

    assertThat(lines()).singleElement().asString().contains("more than 16 MB");
  }

  @Test
  void aFileThatWouldLeaveItsFolderIsRefused() {
    for (String name : List.of("../evil", "a/b", ".hidden", "")) {
      render(node(), file(name, "initial"));
    }
    render(node(), entry("x", "/etc/../evil", "initial"));
    render(node(), entry("x", "etc/evil", "initial"));
    render(node(), entry("x", "/etc/evil", "../secret"));

    assertThat(diagnostics.sorted()).extracting(Diagnostic::code).contains(Code.CONFIG_SECTION);
    assertThat(diagnostics.sorted().stream().filter(d -> d.code() == Code.CONFIG_SECTION).count())
        .isEqualTo(1); // one place, one message
  }

  @Test
  void anAlwaysTemplateAndAFileWithoutContent() {
    var files = new LinkedHashMap<String, Value.Field>();
    files.put("a", field(fields(Map.of("name", "a", "target", "/a", "template", "initial"))));
    files.put("b", field(file("b", "bgp")));

    assertThat(render(node(), new Value.Fields(files, Span.NONE)))
        .extracting(ConfigFile::name)
        .containsExactly("a");
    assertThat(lines())
        .singleElement()
        .asString()
        .contains("no template for `initial`"); // rendered, but no part of any file
  }

  @Test
  void aSkippedDeviceIsConfiguredWithNothing() {
    var device =
        new Device("none", fields(Map.of("config", fields(Map.of("skip", Value.of(true))))));

    assertThat(renderer.render(new Subject(node("mpls"), Map.of(), device, NODE), diagnostics))
        .isEmpty();
    assertThat(diagnostics.sorted()).isEmpty();
  }

  @Test
  void templatesOfTheLabComeLastAndTextsStayAsTheyAre() {
    Subject subject =
        custom(
            "docker",
            new SourceFile("plain.cfg", "banner x\n\n  spaces  \n"),
            new SourceFile(
                "jinja.j2", "{% for i in interfaces %}\nport {{ i.ifname }}\n{% endfor %}"),
            new SourceFile("own.ftl", "as ${node.bgp.as}\n"));
    String text = renderer.render(subject, diagnostics).getFirst().content();

    assertThat(diagnostics.sorted()).isEmpty();
    assertThat(text).endsWith("banner x\n\n  spaces\nport eth1\nport eth2\nas 65000\n");
    assertThat(renderer.origins(subject, "box.conf"))
        .extracting(o -> o.template().name() + ":" + o.line())
        .endsWith(
            "plain.cfg:1", "plain.cfg:2", "plain.cfg:3", "jinja.j2:0", "jinja.j2:0", "own.ftl:0");
  }

  @Test
  void aTemplateThatNamesItsProgramIsAScript() {
    var script = new SourceFile("s.j2", "#!/bin/sh\n\necho {{ inventory_hostname }}\n");
    var lines = new SourceFile("v.j2", "#!/usr/bin/vtysh -f\nrouter ospf\n");

    assertThat(renderer.render(custom("docker", script, lines), diagnostics).subList(0, 2))
        .extracting(ConfigFile::use, ConfigFile::mode, ConfigFile::content)
        .satisfies(f -> assertThat(f.get(0).toList().get(2).toString()).endsWith("router ospf\n"))
        .element(1)
        .isEqualTo(tuple(ConfigFile.Use.SCRIPT, "0755", "#!/bin/sh\n\necho r1\n"));
    assertThat(diagnostics.sorted()).isEmpty();
    renderer.render(custom("ssh", script), diagnostics);
    assertThat(lines())
        .containsExactly(
            "lab.yml:4:3: error[NL0503]: device `box` of node `r1` does not run programs, and"
                + " `s.j2` is one");
  }

  @Test
  void aTemplateForANodeThatRunsIsLinesOrAProgram() {
    Subject subject = custom("docker");
    var lines = new SourceFile("add.j2", "#!/usr/bin/vtysh -f\nas {{ asn }} of {{ name }}\n");
    var own = new SourceFile("own.ftl", "as ${asn} of ${node.name}\n");
    var script = new SourceFile("s", "#!/bin/sh\necho {{ asn }}");
    Map<String, Object> variables = Map.of("asn", 65001, "name", "other");

    assertThat(change(subject, lines, variables))
        .isEqualTo(
            new ConfigFile(
                "add-j2.cfg",
                "/etc/netlab/add-j2.cfg",
                "as 65001 of other\n",
                "0644",
                ConfigFile.Use.CLI));
    assertThat(change(subject, own, variables).content()).isEqualTo("as 65001 of r1\n");
    assertThat(change(subject, script, variables))
        .extracting(ConfigFile::use, ConfigFile::content)
        .containsExactly(ConfigFile.Use.SCRIPT, "#!/bin/sh\necho 65001\n");
    assertThat(diagnostics.sorted()).isEmpty();
  }

  @Test
  void aMistakeInATemplateForANodeThatRunsIsReported() {
    Subject subject = custom("docker");
    var template = new SourceFile("add.j2", "as {{ as }}\n");
    assertThat(renderer.change(subject, new Subject.Custom("add", template), Map.of(), diagnostics))
        .isEmpty();
    assertThat(lines()).containsExactly("add.j2:1:7: error[NL0503]: node `r1`: there is no `as`");
  }

  private ConfigFile change(Subject subject, SourceFile template, Map<String, ?> variables) {
    return renderer
        .change(subject, new Subject.Custom(template.name(), template), variables, diagnostics)
        .orElseThrow();
  }

  private static Subject custom(String access, SourceFile... templates) {
    var facts =
        fields(
            Map.of(
                "config",
                    fields(Map.of("files", fields(Map.of("main", file("box.conf", "initial"))))),
                "connect", fields(Map.of("with", access))));
    List<Subject.Custom> all =
        Arrays.stream(templates).map(t -> new Subject.Custom(t.name(), t)).toList();
    return new Subject(node(), Map.of(), new Device("box", facts), NODE, all);
  }

  private List<ConfigFile> render(Map<String, Object> node, Value.Fields file) {
    return renderer.render(subject(node, file), diagnostics);
  }

  private static Subject subject(Map<String, Object> node, Value.Fields file) {
    boolean one = file.fields().containsKey("name");
    Value.Fields files = one ? fields(Map.of("main", file)) : file;
    var facts = fields(Map.of("config", fields(Map.of("files", files))));
    return new Subject(node, Map.of(), new Device("box", facts), NODE);
  }

  private static Map<String, Object> node(String... modules) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", "r1");
    node.put("id", 10000);
    node.put("up", true);
    node.put("module", List.of(modules));
    node.put(
        "interfaces",
        List.of(
            Map.of("ifname", "eth1", "ipv4", "10.1.0.1/30", "mtu", 1500),
            Map.of("ifname", "eth2", "ipv4", true)));
    node.put("bgp", Map.of("as", 65000, "router_id", "10.0.0.1"));
    return node;
  }

  private static Value.Fields file(String name, String... parts) {
    return entry(name, "/etc/box.conf", parts);
  }

  private static Value.Fields entry(String name, String target, String... parts) {
    var items =
        new Value.Items(List.of(parts).stream().map(p -> (Value) Value.of(p)).toList(), Span.NONE);
    return fields(Map.of("name", name, "target", target, "parts", items));
  }

  private static Value.Fields fields(Map<String, ?> map) {
    return new Value.Fields(
        map.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e -> field(e.getValue() instanceof Value v ? v : Value.of(e.getValue())),
                    (a, b) -> a,
                    LinkedHashMap::new)),
        Span.NONE);
  }

  private static Value.Field field(Value value) {
    return new Value.Field(value, Span.NONE);
  }

  private List<String> lines() {
    return diagnostics.sorted().stream().map(Diagnostic::line).toList();
  }
}
