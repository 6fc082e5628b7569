package netlab.intent;

import java.util.List;
import netlab.device.Device;
import netlab.diag.Span;
import netlab.schema.Value;

/**
 * One requested node.
 *
 * @param modules the modules it runs, in the order of the file
 * @param attributes its attributes with group data, device data and module parameters merged in
 * @param span the name of the node where it is defined
 */
public record NodeIntent(
    String name, Device device, List<String> modules, Value.Fields attributes, Span span) {
  public NodeIntent {
    modules = List.copyOf(modules);
  }
}
