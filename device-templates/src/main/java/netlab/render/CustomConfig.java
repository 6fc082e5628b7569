package netlab.render;

import freemarker.core.ParseException;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.custom.CustomTemplates;
import netlab.custom.Place;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.jinja.JinjaTemplate;

/**
 * What the templates of a lab come to: lines of the device's configuration, or scripts that the
 * node runs. A text without expressions stays as it is.
 *
 * @param ours the settings of this program's own templates
 * @param variables further values, which win over those of the node
 */
record CustomConfig(Configuration ours, Map<String, ?> variables) {
  /** Templates that see the lab and nothing else. */
  CustomConfig(Configuration ours) {
    this(ours, Map.of());
  }

  /** How the shell of FRR marks files with configuration lines, which need no shell here. */
  private static final String VTYSH = "vtysh";

  /**
   * A rendered template of a lab.
   *
   * @param source the template
   * @param text what it came to
   * @param place the file of the node that it is, if it is one
   */
  record Rendered(String name, SourceFile source, String text, Optional<Place> place) {
    /** True for a program: its first line says who runs it. */
    boolean isScript() {
      return text.startsWith("#!") && !firstLine().contains(VTYSH);
    }

    private String firstLine() {
      return text.lines().findFirst().orElse("");
    }

    /** The lines of a configuration, each with the line of the template where that is certain. */
    List<Line> lines() {
      boolean asWritten = text.equals(source.text());
      List<Line> lines = new ArrayList<>();
      int number = 0;
      for (String line : text.lines().toList()) {
        number++;
        if (number > 1 || !line.startsWith("#!")) {
          lines.add(new Line(line.stripTrailing(), new Origin(source, asWritten ? number : 0)));
        }
      }
      return List.copyOf(lines);
    }

    /** The file that it is at its place. */
    ConfigFile at(Place place) {
      String name = place.path().substring(1).replace('/', '-');
      String whole = text.endsWith("\n") ? text : text + "\n";
      return place.runs()
          ? new ConfigFile(name, place.path(), whole, "0755", ConfigFile.Use.SCRIPT)
          : new ConfigFile(name, place.path(), whole, "0644", ConfigFile.Use.BOOT);
    }

    /** Its lines as a file that is typed. */
    ConfigFile asFile() {
      StringBuilder text = new StringBuilder();
      lines().forEach(line -> text.append(line.text()).append('\n'));
      String name = this.name.replaceAll("[^A-Za-z0-9_-]", "-") + ".cfg";
      return new ConfigFile(
          name, "/etc/netlab/" + name, text.toString(), "0644", ConfigFile.Use.CLI);
    }
  }

  /** A line, and where it comes from. */
  record Line(String text, Origin origin) {}

  /** Renders the templates of a node; what goes wrong is reported, and left out. */
  List<Rendered> render(Subject subject, Diagnostics diagnostics) {
    List<Rendered> all = new ArrayList<>();
    for (Subject.Custom custom : subject.custom()) {
      text(custom.source(), subject, diagnostics)
          .ifPresent(
              text -> all.add(new Rendered(custom.name(), custom.source(), text, custom.place())));
    }
    return List.copyOf(all);
  }

  private Optional<String> text(SourceFile source, Subject subject, Diagnostics diagnostics) {
    boolean own = source.name().endsWith(CustomTemplates.OWN);
    if (!own && !JinjaTemplate.isIn(source.text())) {
      return Optional.of(source.text());
    }
    var out = new BoundedText();
    try {
      boolean good =
          own ? own(source, subject, out, diagnostics) : jinja(source, subject, out, diagnostics);
      return good ? Optional.of(out.toString()) : Optional.empty();
    } catch (IOException e) {
      TemplateErrors.stopped(e, source.name(), subject, diagnostics);
      return Optional.empty();
    }
  }

  private boolean jinja(
      SourceFile source, Subject subject, BoundedText out, Diagnostics diagnostics)
      throws IOException {
    Optional<JinjaTemplate> template = JinjaTemplate.parse(source, diagnostics);
    String of = "node `" + subject.name() + "`";
    return template.isPresent() && template.get().render(values(subject), of, out, diagnostics);
  }

  private boolean own(SourceFile source, Subject subject, BoundedText out, Diagnostics diagnostics)
      throws IOException {
    try {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("node", subject.node());
      values.put("lab", subject.lab());
      values.putAll(variables);
      new Template(source.name(), new StringReader(source.text()), ours).process(values, out);
      return true;
    } catch (ParseException e) {
      TemplateErrors.syntax(e, source, diagnostics);
    } catch (TemplateException e) {
      TemplateErrors.failed(e, source, subject, diagnostics);
    }
    return false;
  }

  /**
   * What templates in Jinja2 see: the attributes of the node themselves, and the inventory under
   * the names that such templates know.
   */
  private Map<String, Object> values(Subject subject) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (subject.lab().get("groups") instanceof Map<?, ?> groups) {
      groups.values().forEach(group -> ofGroup(group, subject.name(), values));
    }
    values.putAll(subject.node());
    String device = subject.device().name();
    values.put("inventory_hostname", subject.name());
    values.put("netlab_device_type", device);
    values.put("ansible_network_os", subject.device().facts().textAt("network_os").orElse(device));
    Object provider = subject.lab().get("provider");
    values.put("node_provider", values.getOrDefault("provider", provider == null ? "" : provider));
    Object nodes = subject.lab().get("nodes");
    values.put("hostvars", nodes == null ? Map.of() : nodes);
    Object pools = subject.lab().get("addressing");
    values.put("addressing", pools == null ? Map.of() : pools);
    values.put("node", subject.node());
    values.put("lab", subject.lab());
    values.putAll(variables);
    return values;
  }

  private static void ofGroup(Object group, String node, Map<String, Object> values) {
    if (group instanceof Map<?, ?> data
        && data.get("members") instanceof List<?> members
        && members.contains(node)
        && data.get("vars") instanceof Map<?, ?> vars) {
      vars.forEach((name, value) -> values.put(String.valueOf(name), value));
    }
  }
}
