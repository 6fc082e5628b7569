package netlab.render;

import java.util.Map;
import java.util.Optional;
import netlab.custom.CustomTemplates;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.SourceFile;

/** What the templates of a lab come to that are applied to nodes which run already. */
public final class ChangeTemplates {
  private final CustomTemplates templates;
  private final Renderer renderer = new Renderer();

  /** Templates that are looked for there. */
  public ChangeTemplates(CustomTemplates templates) {
    this.templates = templates;
  }

  /**
   * What a template comes to for a node; empty when that is nothing, which is reported.
   *
   * @param subject the node; {@link Subject#at} is where the template is named
   * @param name of the template, with or without its ending
   * @param provider what runs the node
   * @param variables further values, which win over those of the node
   */
  public Optional<ConfigFile> file(
      Subject subject,
      String name,
      String provider,
      Map<String, ?> variables,
      Diagnostics diagnostics) {
    Optional<SourceFile> source = templates.find(name, subject.name(), subject.device(), provider);
    if (source.isEmpty()) {
      String device = subject.device().name();
      diagnostics.error(
          Code.CONFIG_MISSING,
          subject.at(),
          "there is no configuration template `%s` for node `%s` (device `%s`)"
              .formatted(name, subject.name(), device),
          "add `%s.j2` or `%s/%s.j2` beside the lab file".formatted(name, name, device));
      return Optional.empty();
    }
    return renderer.change(subject, new Subject.Custom(name, source.get()), variables, diagnostics);
  }
}
