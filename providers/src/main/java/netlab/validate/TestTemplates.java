package netlab.validate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.custom.CustomTemplates;
import netlab.device.Device;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.expr.Json;
import netlab.lab.NodeId;
import netlab.render.ChangeTemplates;
import netlab.render.ConfigFile;
import netlab.render.Subject;

/** What the configuration templates come to that tests apply to nodes. */
final class TestTemplates {
  private final ChangeTemplates templates;
  private final TestTexts texts;

  TestTemplates(CustomTemplates templates, TestTexts texts) {
    this.templates = new ChangeTemplates(templates);
    this.texts = texts;
  }

  /**
   * What a template comes to for a node; empty when that is nothing, which is reported.
   *
   * @param provider what runs the node
   * @param at where the test names the template
   * @throws WrongText when a variable of the test cannot be filled in
   */
  Optional<ConfigFile> file(
      Action.Configure change,
      NodeId node,
      Device device,
      String provider,
      Span at,
      Diagnostics diagnostics)
      throws WrongText {
    Map<String, Object> variables = new LinkedHashMap<>();
    for (Map.Entry<String, Object> variable : Json.fields(change.variables()).entrySet()) {
      variables.put(variable.getKey(), filled(variable.getValue(), node));
    }
    Subject subject = new Subject(texts.own(node), texts.model(), device, at);
    return templates.file(subject, change.template(), provider, variables, diagnostics);
  }

  /** Texts in a variable may be templates themselves. */
  private Object filled(Object value, NodeId node) throws WrongText {
    return switch (value) {
      case String text -> texts.expanded(text, node);
      case List<?> list -> {
        Object[] items = list.toArray();
        for (int i = 0; i < items.length; i++) {
          items[i] = filled(items[i], node);
        }
        yield List.of(items);
      }
      case Map<?, ?> map -> {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Map.Entry<?, ?> field : map.entrySet()) {
          fields.put(String.valueOf(field.getKey()), filled(field.getValue(), node));
        }
        yield fields;
      }
      default -> value;
    };
  }
}
