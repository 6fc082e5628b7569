package netlab.protocol.routing;

import java.util.ArrayList;
import java.util.List;
import netlab.device.Device;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Lack;
import netlab.draft.NodeDraft;
import netlab.schema.Value;

/** What routing objects ask for and the device of a node cannot do. */
final class ObjectFeatures {
  private ObjectFeatures() {}

  static void check(NodeDraft node, Kind kind, RoutingObject object, Diagnostics diagnostics) {
    String type = object.type().orElse("standard");
    boolean communities = kind == Kind.COMMUNITY;
    String feature = "routing." + kind.key() + (communities ? "." + type : "");
    String what =
        communities
            ? "lists of " + type + " communities"
            : kind == Kind.POLICY ? "routing policies" : kind + "s";
    if (!claims(node.device(), feature)) {
      Lack.report(
          node, object.span(), "cannot do " + what, other -> claims(other, feature), diagnostics);
    } else if (kind == Kind.POLICY) {
      for (Value.Fields entry : object.entries()) {
        for (String part : List.of("set", "match", "delete")) {
          parts(node, entry, part, diagnostics);
        }
      }
    }
  }

  private static void parts(
      NodeDraft node, Value.Fields entry, String part, Diagnostics diagnostics) {
    for (String path : leaves(entry, part)) {
      if (!inPolicies(node.device(), path)) {
        Lack.report(
            node,
            entry.keySpan(path),
            "cannot do `" + path + "` of a routing policy",
            other -> inPolicies(other, path),
            diagnostics);
      }
    }
  }

  private static boolean inPolicies(Device device, String path) {
    return device.can("bgp." + path.replaceFirst("^set\\.", ""))
        || claims(device, "routing.policy." + path);
  }

  /** The paths of everything below a key. */
  private static List<String> leaves(Value.Fields entry, String path) {
    var paths = new ArrayList<String>();
    if (entry.at(path).orElse(Value.Fields.NONE) instanceof Value.Fields inner) {
      inner.fields().keySet().forEach(key -> paths.addAll(leaves(entry, path + "." + key)));
    } else {
      paths.add(path);
    }
    return paths;
  }

  /**
   * True when the device says so, of the feature or of a whole of which it is a part. A list of
   * words names the parts that the device can do.
   */
  static boolean claims(Device device, String path) {
    Value at = device.facts().fieldsAt("features");
    for (String step : path.split("\\.", -1)) {
      switch (at) {
        case Value.Scalar whole -> {
          return !Boolean.FALSE.equals(whole.data());
        }
        case Value.Items parts -> {
          return parts.items().stream()
              .anyMatch(p -> p instanceof Value.Scalar s && s.data().toString().equals(step));
        }
        case Value.Empty e -> {
          return false;
        }
        case Value.Fields parts -> at = parts.at(step).orElseGet(() -> new Value.Empty(Span.NONE));
      }
    }
    return !(at instanceof Value.Empty)
        && !(at instanceof Value.Scalar s && Boolean.FALSE.equals(s.data()));
  }
}
