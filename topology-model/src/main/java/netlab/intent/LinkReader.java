package netlab.intent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.diag.Suggest;
import netlab.intent.LinkIntent.EndIntent;
import netlab.schema.Keys;
import netlab.schema.Typer;
import netlab.schema.Value;
import netlab.schema.Where;
import netlab.source.Key;
import netlab.source.Yaml;

/** Brings links of every form into the one canonical form (language reference, topology.md 4.1). */
final class LinkReader {
  private final Set<String> nodes;
  private final String prefix;
  private final Diagnostics diagnostics;
  private final Typer links;
  private final Typer ends;
  private final Keys linkKeys;
  private final Keys endKeys;
  private final boolean lenient;

  /**
   * A reader of links.
   *
   * @param prefix what the links leave out before the names of their nodes
   */
  LinkReader(Reading reading, Set<String> nodes, String prefix) {
    this.nodes = nodes;
    this.prefix = prefix;
    this.diagnostics = reading.diagnostics();
    this.links = reading.typer();
    this.ends = reading.typer().partial();
    this.linkKeys = reading.schema().level("link");
    this.endKeys = reading.schema().level("interface");
    this.lenient = reading.schema().isOpen();
  }

  /**
   * Reads a set of links.
   *
   * @param name what messages call the set: {@code links}, {@code vlans.red.links}
   */
  List<LinkIntent> read(Optional<Yaml> written, String name) {
    List<LinkIntent> read = new ArrayList<>();
    if (written.isEmpty() || Trees.isNull(written.get())) {
      return read;
    }
    switch (written.get()) {
      case Yaml.Scalar s -> link(s, name + "[1]", read);
      case Yaml.Seq seq -> list(seq, name, read);
      case Yaml.Map map ->
          map.entries().forEach((key, value) -> named(key, value, name + "." + key.text(), read));
    }
    return read;
  }

  private void list(Yaml.Seq seq, String name, List<LinkIntent> read) {
    int index = 1;
    for (Yaml item : seq.items()) {
      link(item, name + "[" + index++ + "]", read);
    }
  }

  private void named(Key key, Yaml value, String name, List<LinkIntent> read) {
    if (value instanceof Yaml.Seq seq) {
      list(seq, name, read);
    } else if (!Trees.isNull(value)) {
      error(
          Code.INVALID_LINK,
          value.span(),
          "`" + key.text() + "` under `links` must be a list of links, not " + value.kind());
    }
  }

  /** Reads one item: one link, or those of a link group. */
  private void link(Yaml item, String name, List<LinkIntent> read) {
    int before = diagnostics.errorCount();
    Optional<LinkIntent> link =
        switch (item) {
          case Yaml.Scalar s -> fromText(s, name);
          case Yaml.Seq seq ->
              Optional.of(
                  new LinkIntent(name, Value.Fields.NONE, interfaces(seq, name), seq.span()));
          case Yaml.Map map -> {
            if (map.get("group").isPresent() && map.get("members").isPresent()) {
              group(map, name, read);
              yield Optional.empty();
            }
            yield fromMap(map, name);
          }
        };
    if (link.isPresent()
        && link.get().ends().isEmpty()
        && before == diagnostics.errorCount()
        && !lenient) {
      error(Code.INVALID_LINK, item.span(), "link `" + name + "` has no nodes");
    }
    link.filter(l -> !l.ends().isEmpty())
        .filter(l -> !l.attributes().boolAt("disable").orElse(false))
        .ifPresent(read::add);
  }

  /** A group of links: every member has the attributes of the group under its own. */
  private void group(Yaml.Map map, String name, List<LinkIntent> read) {
    Yaml.Map rest = map.without("members").without("group");
    for (Key key : rest.entries().keySet()) {
      if (isNode(key.text())) {
        error(Code.INVALID_LINK, key.span(), "a link group has members, not nodes of its own");
        rest = rest.without(key.text());
      }
    }
    Value.Fields common = links.fields(rest, linkKeys, Where.of("link group `" + name + "`"));
    List<LinkIntent> members = new ArrayList<>();
    Optional<Yaml> written = map.get("members");
    if (written.isPresent() && written.get() instanceof Yaml.Seq seq) {
      list(seq, name, members);
    } else {
      error(Code.INVALID_LINK, map.span(), "`members` of link group `" + name + "` must be a list");
    }
    for (LinkIntent member : members) {
      Value.Fields merged = member.attributes().over(common);
      if (!merged.boolAt("disable").orElse(false)) {
        read.add(new LinkIntent(member.name(), merged, member.ends(), member.span()));
      }
    }
  }

  /** {@code r1-r2}. Names may contain hyphens, so the longest name that exists counts. */
  private Optional<LinkIntent> fromText(Yaml.Scalar s, String name) {
    if (s.isNull()) {
      return Optional.empty();
    }
    List<EndIntent> read = new ArrayList<>();
    int start = 0;
    while (start <= s.text().length()) {
      int end = longest(s.text(), start);
      String node = s.text().substring(start, end).strip();
      int lead = s.text().indexOf(node, start) - start;
      node(node, part(s, start + lead, node.length()), name)
          .ifPresent(n -> read.add(new EndIntent(n, Value.Fields.NONE, s.span())));
      start = end + 1;
    }
    return Optional.of(new LinkIntent(name, Value.Fields.NONE, read, s.span()));
  }

  private int longest(String text, int start) {
    int best = -1;
    for (int i = start; i <= text.length(); i++) {
      boolean border = i == text.length() || text.charAt(i) == '-';
      if (border && (best < 0 || isNode(text.substring(start, i).strip()))) {
        best = i;
      }
    }
    return best;
  }

  /** The place of a part of a text on one line. */
  private static Span part(Yaml.Scalar s, int offset, int length) {
    Span whole = s.span();
    int quote = s.isPlain() ? 0 : 1;
    boolean sameLine = whole.line() == whole.endLine() && length > 0;
    int from = whole.column() + quote + offset;
    return sameLine
        ? new Span(whole.file(), whole.line(), from, whole.line(), from + length)
        : whole;
  }

  private boolean isNode(String name) {
    return nodes.contains(prefix + name);
  }

  private Optional<String> node(String node, Span place, String link) {
    if (isNode(node)) {
      return Optional.of(prefix + node);
    }
    diagnostics.unknownName(
        Code.UNKNOWN_NODE,
        place,
        node.isEmpty()
            ? "a node name is missing on link `" + link + "`"
            : "there is no node `" + node + "`, but link `" + link + "` names it",
        node,
        "nodes",
        nodes);
    return Optional.empty();
  }

  private Optional<LinkIntent> fromMap(Yaml.Map map, String name) {
    if (map.get("members").isPresent()) {
      Span place = map.key("members").map(Key::span).orElse(map.span());
      diagnostics.error(
          Code.INVALID_LINK,
          place,
          "`members` belongs to a link group",
          "give the group a name: `group: core`");
      return Optional.empty();
    }
    SequencedMap<Key, Yaml> attributes = new LinkedHashMap<>();
    List<EndIntent> read = new ArrayList<>();
    Where where = Where.of("link `" + name + "`");
    map.entries()
        .forEach((key, value) -> {
          if (isNode(key.text())) {
            end(prefix + key.text(), key.span(), value, name).ifPresent(read::add);
          } else if (key.text().equals("interfaces")) {
            read.addAll(interfaces(value, name));
          } else if (key.text().startsWith("_") || linkKeys.find(key.text()).isPresent()) {
            attributes.put(key, value);
          } else {
            neither(key, name);
          }
        });
    Value.Fields typed = links.fields(new Yaml.Map(attributes, map.span()), linkKeys, where);
    return Optional.of(new LinkIntent(name, typed, read, map.span()));
  }

  private void neither(Key key, String name) {
    Set<String> accepted = new TreeSet<>(linkKeys.names());
    accepted.removeIf(n -> n.startsWith("_"));
    Set<String> candidates = new TreeSet<>(accepted);
    candidates.addAll(nodes);
    diagnostics.report(
        Severity.ERROR,
        Code.UNKNOWN_ATTRIBUTE,
        key.span(),
        "`" + key.text() + "` on link `" + name + "` is neither a node nor a link attribute",
        Suggest.hint(key.text(), candidates),
        List.of(Note.of("links accept: " + String.join(", ", accepted))));
  }

  private List<EndIntent> interfaces(Yaml written, String name) {
    List<EndIntent> read = new ArrayList<>();
    for (Yaml item : Trees.items(Optional.of(written))) {
      if (item instanceof Yaml.Map map) {
        Optional<Yaml.Scalar> node = Trees.scalarAt(map, "node");
        if (node.isEmpty()) {
          diagnostics.error(
              Code.INVALID_LINK,
              item.span(),
              "an interface of link `" + name + "` does not say its node",
              "add `node: NAME`");
        } else {
          Optional<String> known = node(node.get().text(), node.get().span(), name);
          known
              .flatMap(n -> end(n, node.get().span(), map.without("node"), name))
              .ifPresent(read::add);
        }
      } else if (item instanceof Yaml.Scalar s && !s.isNull()) {
        node(s.text(), s.span(), name)
            .ifPresent(n -> read.add(new EndIntent(n, Value.Fields.NONE, s.span())));
      } else {
        error(
            Code.INVALID_LINK,
            item.span(),
            "an interface of link `" + name + "` must be a node, not " + item.kind());
      }
    }
    return read;
  }

  private Optional<EndIntent> end(String node, Span place, Yaml data, String link) {
    if (Trees.isNull(data)) {
      return Optional.of(new EndIntent(node, Value.Fields.NONE, place));
    }
    if (data instanceof Yaml.Map map) {
      Where where = Where.of("node `" + node + "` on link `" + link + "`");
      return Optional.of(new EndIntent(node, ends.fields(map, endKeys, where), place));
    }
    error(
        Code.WRONG_TYPE,
        data.span(),
        "node `"
            + node
            + "` on link `"
            + link
            + "` must be a mapping of interface attributes, not "
            + data.kind());
    return Optional.empty();
  }

  private void error(Code code, Span place, String message) {
    diagnostics.error(code, place, message);
  }
}
