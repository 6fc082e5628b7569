package netlab.render;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import netlab.custom.Place;
import netlab.device.Device;
import netlab.diag.SourceFile;
import netlab.diag.Span;

/**
 * What is rendered: a node in its lab. The trees hold maps, lists, texts, numbers and booleans
 * only, under the names of the language reference.
 *
 * @param node the node, {@code node} in a template
 * @param lab the whole lab, {@code lab} in a template
 * @param at the node in the lab file
 * @param custom the templates that the lab brings for this node, in their order
 */
public record Subject(
    Map<String, ?> node, Map<String, ?> lab, Device device, Span at, List<Custom> custom) {

  /**
   * A template of the lab.
   *
   * @param name its entry in {@code config}
   * @param place the file of the node that it comes to; empty when it is a part of the node's
   *     configuration, or a program with no place of its own
   */
  public record Custom(String name, SourceFile source, Optional<Place> place) {
    /** A template that is no file of its own. */
    public Custom(String name, SourceFile source) {
      this(name, source, Optional.empty());
    }
  }

  public Subject {
    custom = List.copyOf(custom);
  }

  /** A node without templates of its lab. */
  public Subject(Map<String, ?> node, Map<String, ?> lab, Device device, Span at) {
    this(node, lab, device, at, List.of());
  }

  /** The node's name. */
  String name() {
    return String.valueOf(node.get("name"));
  }
}
