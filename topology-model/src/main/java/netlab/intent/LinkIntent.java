package netlab.intent;

import java.util.List;
import netlab.diag.Span;
import netlab.schema.Value;

/**
 * One requested link in canonical form, whatever form the file used.
 *
 * @param name what messages call it: {@code links[3]}, {@code vlans.red.links[1]}
 * @param attributes link attributes, those of its link group included
 * @param ends one for each attached interface, in the order of the file
 */
public record LinkIntent(String name, Value.Fields attributes, List<EndIntent> ends, Span span) {
  public LinkIntent {
    ends = List.copyOf(ends);
  }

  /** A node on a link, with the interface attributes given there. */
  public record EndIntent(String node, Value.Fields attributes, Span span) {}
}
