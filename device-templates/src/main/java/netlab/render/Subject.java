package netlab.render;

import java.util.Map;
import netlab.device.Device;
import netlab.diag.Span;

/**
 * What is rendered: a node in its lab. The trees hold maps, lists, texts, numbers and booleans
 * only, under the names of the language reference.
 *
 * @param node the node, {@code node} in a template
 * @param lab the whole lab, {@code lab} in a template
 * @param at the node in the lab file
 */
public record Subject(Map<String, ?> node, Map<String, ?> lab, Device device, Span at) {

  /** The node's name. */
  String name() {
    return String.valueOf(node.get("name"));
  }
}
