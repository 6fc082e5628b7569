package netlab.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.provider.Impairment;
import netlab.state.NodeState;

/**
 * The end of a wire in a node.
 *
 * @param name as the device calls it
 * @param port as the network of the node has it
 * @param wanted how the lab file wants it to be impaired
 */
record Plug(NodeState node, String name, String port, Impairment wanted) {
  /**
   * The plugs of nodes; reports when there are none.
   *
   * @param model the public model
   * @param itf the name of an interface; empty for all
   */
  static List<Plug> of(JsonObject model, List<NodeState> nodes, String itf, Diagnostics diag) {
    List<Plug> all = new ArrayList<>();
    for (NodeState node : nodes) {
      JsonObject own = model.getAsJsonObject("nodes").getAsJsonObject(node.id().name());
      for (JsonElement element : own.getAsJsonArray("interfaces")) {
        JsonObject port = element.getAsJsonObject();
        if (port.has("linkindex") && !port.has("virtual_interface")) {
          String name = port.get("ifname").getAsString();
          all.add(new Plug(node, name, port(port, name), Impairment.ofInterface(port)));
        }
      }
    }
    List<Plug> found =
        all.stream()
            .filter(p -> itf.isEmpty() || itf.equals(p.name) || itf.equals(p.port))
            .toList();
    if (found.isEmpty() && !nodes.isEmpty()) {
      String names = String.join(", ", nodes.stream().map(n -> n.id().name()).toList());
      diag.unknownName(
          Code.UNKNOWN_NAME,
          Span.NONE,
          (itf.isEmpty() ? "no interface" : "no interface `" + itf + "`")
              + " with a wire on "
              + names,
          itf,
          "there are",
          all.stream().map(Plug::name).distinct().toList());
    }
    return found;
  }

  private static String port(JsonObject port, String name) {
    return port.get("clab") instanceof JsonObject clab && clab.has("name")
        ? clab.get("name").getAsString()
        : name;
  }
}
