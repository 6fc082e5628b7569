package netlab.render;

import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core.UndefinedOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import netlab.device.Device;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;
import netlab.schema.Value;

/**
 * Renders the files of nodes. One renderer serves a whole run: it parses each template once and may
 * be used by several threads.
 *
 * <p>Templates see plain data only: {@code node}, {@code lab} and the functions of {@link
 * AddressFunctions}. A missing value is an error, never an empty text; no Java object, no class and
 * no file outside of the folders of devices can be reached.
 */
public final class Renderer {
  private static final String FOLDER = "devices";

  private final Configuration templates;

  public Renderer() {
    this(Renderer.class.getClassLoader());
  }

  /** A renderer of the folders {@code devices/} that a class loader finds. */
  Renderer(ClassLoader resources) {
    Configuration c = new Configuration(Configuration.VERSION_2_3_34);
    c.setClassLoaderForTemplateLoading(resources, FOLDER);
    c.setDefaultEncoding("UTF-8");
    c.setLocale(Locale.ROOT);
    c.setLocalizedLookup(false);
    c.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
    c.setNumberFormat("computer");
    c.setOutputFormat(UndefinedOutputFormat.INSTANCE);
    c.setAutoEscapingPolicy(Configuration.DISABLE_AUTO_ESCAPING_POLICY);
    c.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    c.setLogTemplateExceptions(false);
    c.setWrapUncheckedExceptions(true);
    c.setFallbackOnNullLoopVariable(false);
    c.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    c.setAPIBuiltinEnabled(false);
    c.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    c.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
    AddressFunctions.all().forEach(c::setSharedVariable);
    templates = c;
  }

  /**
   * The files of a node, in the order of its {@code device.yml}. A file without content is left
   * out. What goes wrong is reported, and the file concerned is left out.
   */
  public List<ConfigFile> render(Subject subject, Diagnostics diagnostics) {
    if (subject.device().facts().boolAt("config.skip").orElse(false)) {
      return List.of();
    }
    List<FilePlan> plans = FilePlan.of(subject.device(), diagnostics);
    reportMissing(subject, plans, diagnostics);
    List<CustomConfig.Rendered> all = new CustomConfig(templates).render(subject, diagnostics);
    List<CustomConfig.Rendered> custom = all.stream().filter(c -> c.place().isEmpty()).toList();
    List<ConfigFile> files = new ArrayList<>();
    for (FilePlan plan : plans) {
      var out = new LineWriter();
      if (write(subject, plan, custom, out, diagnostics) && !out.toString().isEmpty()) {
        files.add(
            new ConfigFile(plan.name(), plan.target(), out.toString(), plan.mode(), plan.use()));
      }
    }
    files.addAll(Scripts.of(subject, plans, custom, diagnostics));
    all.forEach(c -> c.place().ifPresent(place -> files.add(c.at(place))));
    return List.copyOf(files);
  }

  /**
   * What one template of the lab comes to for a node that runs already: lines of its configuration
   * (use {@code CLI}), or a program (use {@code SCRIPT}). Empty when it cannot be rendered, which
   * is reported.
   *
   * @param variables further values, which win over those of the node
   */
  public Optional<ConfigFile> change(
      Subject subject, Subject.Custom custom, Map<String, ?> variables, Diagnostics diagnostics) {
    Subject own =
        new Subject(subject.node(), subject.lab(), subject.device(), subject.at(), List.of(custom));
    List<CustomConfig.Rendered> rendered =
        new CustomConfig(templates, variables).render(own, diagnostics);
    if (rendered.isEmpty()) {
      return Optional.empty();
    }
    List<FilePlan> plans = FilePlan.of(subject.device(), diagnostics);
    boolean lines =
        plans.stream().anyMatch(FilePlan::takesCustom) && !rendered.getFirst().isScript();
    return lines
        ? Optional.of(rendered.getFirst().asFile())
        : Scripts.of(own, plans, rendered, diagnostics).stream().findFirst();
  }

  /**
   * The origins of the lines of one file of a node, first line first; empty when it cannot be
   * rendered. Renders once more: this is for the rare line that a device refused.
   */
  public List<Origin> origins(Subject subject, String file) {
    for (FilePlan plan : FilePlan.of(subject.device(), new Diagnostics())) {
      if (plan.name().equals(file)) {
        var trace = new TraceWriter(this::source);
        List<CustomConfig.Rendered> custom =
            new CustomConfig(templates).render(subject, new Diagnostics());
        return write(subject, plan, custom, trace, new Diagnostics()) ? trace.origins() : List.of();
      }
    }
    return List.of();
  }

  private boolean write(
      Subject subject,
      FilePlan plan,
      List<CustomConfig.Rendered> custom,
      LineWriter out,
      Diagnostics diagnostics) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("node", subject.node());
    model.put("lab", subject.lab());
    model.put("device", values(subject.device()));
    Set<String> modules = modules(subject);
    for (String part : plan.template().map(List::of).orElse(plan.parts())) {
      boolean wanted = plan.template().isPresent() || modules.stream().anyMatch(m -> of(m, part));
      if (wanted && !write(subject, part, model, out, diagnostics)) {
        return false;
      }
    }
    return !plan.takesCustom() || append(subject, custom, out, diagnostics);
  }

  /** What tells devices with the same templates apart: the scalars in {@code config.values}. */
  private static Map<String, Object> values(Device device) {
    Map<String, Object> values = new LinkedHashMap<>();
    device
        .facts()
        .fieldsAt("config.values")
        .fields()
        .forEach((name, field) -> {
          if (field.value() instanceof Value.Scalar scalar && scalar.data() != null) {
            values.put(name, scalar.data());
          }
        });
    return values;
  }

  /** The lab's own lines come last, so that they win. */
  private static boolean append(
      Subject subject,
      List<CustomConfig.Rendered> custom,
      LineWriter out,
      Diagnostics diagnostics) {
    try {
      for (CustomConfig.Rendered own : custom) {
        for (CustomConfig.Line line : own.isScript() ? List.<CustomConfig.Line>of() : own.lines()) {
          out.verbatim(line.text());
          if (out instanceof TraceWriter trace) {
            trace.add(line.origin());
          }
        }
      }
      return true;
    } catch (IOException e) {
      TemplateErrors.stopped(e, "config", subject, diagnostics);
      return false;
    }
  }

  private boolean write(
      Subject subject,
      String part,
      Map<String, Object> model,
      LineWriter out,
      Diagnostics diagnostics) {
    try {
      Optional<Template> template = find(subject, part);
      if (template.isEmpty()) {
        return false; // reportMissing has told so
      }
      template.get().process(model, out);
      out.endLine();
      return true;
    } catch (TemplateException e) {
      TemplateErrors.failed(e, source(e.getTemplateSourceName()), subject, diagnostics);
    } catch (IOException e) {
      syntaxError(e)
          .ifPresentOrElse(
              p -> TemplateErrors.syntax(p, source(p.getTemplateName()), diagnostics),
              () -> TemplateErrors.stopped(e, part, subject, diagnostics));
    }
    return false;
  }

  /** A used module that no file of the device has a template for would be a silent hole. */
  private void reportMissing(Subject subject, List<FilePlan> plans, Diagnostics diagnostics) {
    for (String module : modules(subject)) {
      List<String> parts =
          plans.stream().flatMap(p -> p.parts().stream()).filter(p -> of(module, p)).toList();
      if (parts.isEmpty()) {
        missing(subject, module, module, diagnostics);
      }
      for (String part : parts) {
        if (!exists(subject, part)) {
          missing(subject, module, part, diagnostics);
        }
      }
    }
    for (FilePlan plan : plans) {
      plan.template()
          .filter(t -> !exists(subject, t))
          .ifPresent(t -> missing(subject, plan.name(), t, diagnostics));
    }
  }

  /** True for the part of a module, or of a plugin, whose name has a dot in it itself. */
  private static boolean of(String module, String part) {
    return part.equals(module) || FilePlan.moduleOf(part).equals(module);
  }

  private static void missing(
      Subject subject, String wanted, String part, Diagnostics diagnostics) {
    String device = subject.device().name();
    diagnostics.error(
        Code.TEMPLATE_MISSING,
        subject.at(),
        "device `"
            + device
            + "` has no template for `"
            + wanted
            + "`, which node `"
            + subject.name()
            + "` needs",
        "add `"
            + FilePlan.folders(subject.device()).getFirst()
            + "/"
            + part
            + ".ftl` and name it in `config.files` of its device.yml, or do without");
  }

  private boolean exists(Subject subject, String part) {
    try {
      return find(subject, part).isPresent();
    } catch (IOException e) {
      return true; // there, but wrong: reported when it is used
    }
  }

  /** A template that did not parse once is remembered, and told again as the cause. */
  private static Optional<ParseException> syntaxError(IOException e) {
    if (e instanceof ParseException p) {
      return Optional.of(p);
    }
    return e.getCause() instanceof ParseException p ? Optional.of(p) : Optional.empty();
  }

  private Optional<Template> find(Subject subject, String part) throws IOException {
    for (String folder : FilePlan.folders(subject.device())) {
      Template template =
          templates.getTemplate(folder + "/" + part + ".ftl", null, null, null, true, true);
      if (template != null) {
        return Optional.of(template);
      }
    }
    return Optional.empty();
  }

  /** The text of a template; empty when it cannot be read. */
  private SourceFile source(String template) {
    return TemplateErrors.source(templates.getTemplateLoader(), FOLDER, template);
  }

  /**
   * The node's modules, and the plugins that configure it; {@code initial} is part of every node.
   */
  private static Set<String> modules(Subject subject) {
    Set<String> modules = new TreeSet<>();
    modules.add("initial");
    if (subject.node().get("module") instanceof List<?> named) {
      named.forEach(m -> modules.add(String.valueOf(m)));
    }
    if (subject.node().get("config") instanceof List<?> wanted
        && subject.lab().get("plugin") instanceof List<?> plugins) {
      wanted.stream().filter(plugins::contains).forEach(p -> modules.add(String.valueOf(p)));
    }
    if (subject.node().get("skip_config") instanceof List<?> left) {
      left.forEach(item -> modules.remove(String.valueOf(item)));
    }
    return Collections.unmodifiableSet(modules);
  }
}
