package netlab.plugin.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import netlab.custom.CustomTemplates;
import netlab.custom.LabFolders;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Span;
import netlab.draft.Draft;
import netlab.draft.NodeDraft;
import netlab.draft.Pass;
import netlab.draft.Phase;
import netlab.draft.Plugin;
import netlab.schema.Value;

/** Takes templates that are not there off nodes, with a warning for each device. */
public final class CheckConfig implements Plugin {
  /** A template that some nodes of a device lack. */
  private record Lack(String template, String device) {}

  private record Lacking(Span at, Set<String> nodes) {}

  @Override
  public String name() {
    return "check.config";
  }

  @Override
  public List<Pass> passes() {
    return List.of(Pass.of("configuration templates", Phase.RESULT, CheckConfig::run));
  }

  private static void run(Draft draft, Diagnostics diagnostics) {
    Path home = Path.of(System.getProperty("user.home", "/"), ".netlab");
    var templates =
        new CustomTemplates(
            LabFolders.of(draft.nodes().stream().map(NodeDraft::span).toList())
                .with(List.of(Path.of("").toAbsolutePath(), home, Path.of("/etc/netlab")))
                .with(LabFolders.inline(draft.globals().fields())));
    SequencedMap<Lack, Lacking> missing = new LinkedHashMap<>();
    for (NodeDraft node : draft.nodes()) {
      check(node, draft, templates, missing);
    }
    missing.forEach((lack, where) ->
        diagnostics.warning(
            Code.CONFIG_MISSING,
            where.at(),
            "there is no configuration `%s` for device `%s`, and %s without it"
                .formatted(lack.template(), lack.device(), who(where.nodes())),
            "configure what is missing yourself, or add `%s/%s.j2`"
                .formatted(lack.template(), lack.device())));
  }

  private static void check(
      NodeDraft node, Draft draft, CustomTemplates templates, Map<Lack, Lacking> missing) {
    List<Value> written = node.attributes().fields().itemsAt("config");
    String provider =
        node.attributes().textAt("provider").or(() -> draft.intent().provider()).orElse("");
    var kept = new ArrayList<Value>();
    for (Value item : written) {
      String template = item instanceof Value.Scalar s ? s.data().toString() : "";
      boolean known =
          draft.intent().plugins().contains(template)
              || templates.find(template, node.name(), node.device(), provider).isPresent();
      if (known) {
        kept.add(item);
      } else {
        Span at = item.span().or(node.span());
        missing
            .computeIfAbsent(
                new Lack(template, node.device().name()),
                k -> new Lacking(at, new LinkedHashSet<>()))
            .nodes()
            .add(node.name());
      }
    }
    if (kept.size() < written.size()) {
      node.attributes().refine("config", new Value.Items(kept, node.span()));
    }
  }

  private static String who(Set<String> nodes) {
    return nodes.size() == 1
        ? "node `" + nodes.iterator().next() + "` goes"
        : "nodes " + String.join(", ", nodes) + " go";
  }
}
