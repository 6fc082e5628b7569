package netlab.protocol.routing;

import java.util.ArrayList;
import java.util.List;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.NodeDraft;
import netlab.schema.Value;

/** What routing objects ask for and the device of a node cannot do. */
final class ObjectFeatures {
  private ObjectFeatures() {}

  static void check(NodeDraft node, Kind kind, RoutingObject object, Diagnostics diagnostics) {
    String feature = "routing." + kind.key();
    String what = kind + "s";
    if (kind == Kind.COMMUNITY) {
      feature += "." + object.type().orElse("standard");
      what = "lists of " + object.type().orElse("standard") + " communities";
    }
    if (!claims(node, feature)) {
      missing(node, object.span(), what, diagnostics);
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
      boolean bgp = node.device().can("bgp." + path.replaceFirst("^set\\.", ""));
      if (!bgp && !claims(node, "routing.policy." + path)) {
        missing(node, entry.keySpan(path), "`" + path + "` of a routing policy", diagnostics);
      }
    }
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
  static boolean claims(NodeDraft node, String path) {
    Value at = node.device().facts().fieldsAt("features");
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

  private static void missing(NodeDraft node, Span at, String what, Diagnostics diagnostics) {
    diagnostics.error(
        Code.FEATURE_MISSING,
        at,
        "device `" + node.device().name() + "` of `" + node + "` cannot do " + what);
  }
}
