package netlab.intent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import netlab.schema.Keys;
import netlab.schema.Typer;
import netlab.schema.Value;
import netlab.schema.Where;
import netlab.source.Key;
import netlab.source.Yaml;

/** Gives the attributes of links and of their ends their types. */
final class LinkReader {
  private final LinkForms forms;
  private final Typer links;
  private final Typer ends;
  private final Keys linkKeys;
  private final Keys endKeys;
  private final Set<String> modules;
  private final Map<String, Value.Fields> groups = new HashMap<>();

  /**
   * A reader of links.
   *
   * @param prefix what the links leave out before the names of their nodes
   */
  LinkReader(Reading reading, Set<String> nodes, String prefix) {
    this.links = reading.typer();
    this.ends = reading.typer().partial();
    this.linkKeys = reading.schema().level("link");
    this.endKeys = reading.schema().level("interface");
    this.modules = reading.schema().moduleNames();
    boolean strict = !reading.schema().isOpen();
    this.forms = new LinkForms(nodes, prefix, Optional.of(linkKeys), strict, reading.diagnostics());
  }

  /**
   * Reads a set of links; those that are disabled are left out.
   *
   * @param name what messages call the set: {@code links}, {@code vlans.red.links}
   */
  List<LinkIntent> read(Optional<Yaml> written, String name) {
    List<LinkIntent> read = new ArrayList<>();
    for (LinkForm form : forms.read(written, name)) {
      LinkIntent link = typed(form);
      if (!link.allEnds().isEmpty() && !link.attributes().boolAt("disable").orElse(false)) {
        read.add(link);
      }
    }
    return read;
  }

  private Value.Fields typed(LinkForm.Group group) {
    return links.fields(
        group.attributes(), linkKeys, Where.of("link group `" + group.name() + "`"));
  }

  private LinkIntent typed(LinkForm form) {
    Where where = Where.of("link `" + form.name() + "`");
    Value.Fields attributes = links.fields(form.own(), linkKeys, where);
    for (LinkForm.Group group : form.groups()) {
      attributes = attributes.over(groups.computeIfAbsent(group.name(), name -> typed(group)));
    }
    List<LinkIntent.EndIntent> typed = new ArrayList<>();
    for (LinkForm.End end : form.ends()) {
      Where here = Where.of("node `" + end.node() + "` on link `" + form.name() + "`");
      typed.add(new LinkIntent.EndIntent(end.node(), own(end.attributes(), here), end.span()));
    }
    return new LinkIntent(form.name(), attributes, typed, members(form), form.span());
  }

  /** {@code false} where it is no value says that an end does not take what its link says. */
  private Value.Fields own(Yaml.Map written, Where where) {
    SequencedMap<Key, Yaml> values = new LinkedHashMap<>();
    Value.Fields refused = Value.Fields.NONE;
    for (Map.Entry<Key, Yaml> entry : written.entries().entrySet()) {
      String key = entry.getKey().text();
      boolean no =
          entry.getValue() instanceof Yaml.Scalar s && s.asBool().equals(Optional.of(false));
      if (no && !modules.contains(key) && !ends.takesFalse(key, endKeys)) {
        refused = refused.with(key, new Value.Empty(entry.getValue().span()));
      } else {
        values.put(entry.getKey(), entry.getValue());
      }
    }
    return ends.fields(new Yaml.Map(values, written.span()), endKeys, where).over(refused);
  }

  private List<LinkIntent> members(LinkForm form) {
    return read(form.own().find("lag", "members"), form.name() + ".lag");
  }
}
