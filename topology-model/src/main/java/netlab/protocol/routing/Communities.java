package netlab.protocol.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import netlab.schema.Value;

/** Community lists as devices have them: lists of communities, or of expressions about them. */
final class Communities {
  /** Communities as numbers, and the names of well-known ones (RFC 1997, RFC 7999, RFC 8326). */
  private static final Pattern PLAIN =
      Pattern.compile(
          "[0-9:. ]+|(rt|soo) .*|no-export|no-advertise|local-as|internet|blackhole"
              + "|graceful-shutdown|no-peer");

  private Communities() {}

  /** An expression in one entry makes the whole list one of expressions. */
  static Value tree(RoutingObject list) {
    var entries = new ArrayList<Value>();
    boolean expanded = false;
    for (Value.Fields entry : list.entries()) {
      String value = entry.textAt("regexp").or(() -> entry.textAt("path")).orElse(".*");
      boolean expression = entry.at("regexp").isPresent() || !PLAIN.matcher(value).matches();
      Optional<Value> text = entry.at("regexp").or(() -> entry.at("path"));
      Value shown = new Value.Scalar(value, text.map(Value::span).orElse(entry.span()));
      Value.Fields full = entry.without("path", "regexp").with("_value", shown);
      entries.add(expression ? full.with("regexp", shown) : full);
      expanded |= expression;
    }
    return Value.Fields.NONE
        .with("type", Value.of(list.type().orElse("standard")))
        .with("cl_type", Value.of(expanded ? "expanded" : "standard"))
        .with("regexp", Value.of(expanded ? "regexp" : ""))
        .with("value", new Value.Items(List.copyOf(entries), list.span()));
  }
}
