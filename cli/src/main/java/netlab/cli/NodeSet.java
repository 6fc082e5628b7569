package netlab.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.diag.Suggest;
import netlab.state.LabState;
import netlab.state.NodeState;

/**
 * Nodes named on a command line: names, globs, device types, roles, and {@code all}, joined by
 * commas.
 */
final class NodeSet {
  private NodeSet() {}

  /** The nodes in the order of the lab; reports each word that names none. */
  static List<NodeState> of(String text, LabState lab, Diagnostics diag) {
    SequencedSet<NodeState> found = new LinkedHashSet<>();
    for (String word : text.split(",", -1)) {
      List<NodeState> named = lab.nodes().stream().filter(n -> matches(word.strip(), n)).toList();
      if (named.isEmpty()) {
        unknown(word, lab, diag);
      }
      found.addAll(named);
    }
    return lab.nodes().stream().filter(found::contains).toList();
  }

  /** The one node that a text names; reports when there is none, or several. */
  static Optional<NodeState> one(String text, LabState lab, Diagnostics diag) {
    List<NodeState> named = of(text, lab, diag);
    if (named.size() > 1) {
      diag.error(
          Code.NODE_UNKNOWN,
          Span.NONE,
          "`" + text + "` are " + named.size() + " nodes",
          "name one; `netlab exec` runs a command on several");
      return Optional.empty();
    }
    return named.stream().findFirst();
  }

  private static boolean matches(String word, NodeState node) {
    return word.equals("all")
        || glob(word).matcher(node.id().name()).matches()
        || word.equals(node.device())
        || word.equals(node.role());
  }

  private static Pattern glob(String word) {
    return Pattern.compile(Pattern.quote(word).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
  }

  private static void unknown(String word, LabState lab, Diagnostics diag) {
    List<String> names = new ArrayList<>(lab.nodes().stream().map(n -> n.id().name()).toList());
    String hint =
        Suggest.hint(word, names)
            .orElse(
                names.size() > 20
                    ? "`netlab status` lists the nodes; `all` means every one"
                    : "the nodes are " + String.join(", ", names));
    diag.error(
        Code.NODE_UNKNOWN, Span.NONE, "lab `" + lab.name() + "` has no node `" + word + "`", hint);
  }
}
