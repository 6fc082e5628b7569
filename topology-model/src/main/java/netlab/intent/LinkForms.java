package netlab.intent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.diag.Suggest;
import netlab.schema.Keys;
import netlab.source.Key;
import netlab.source.Yaml;

/** Brings links of every form into the one canonical form (language reference, topology.md 4.1). */
final class LinkForms {
  private final Set<String> nodes;
  private final String prefix;
  private final Optional<Keys> known;
  private final boolean strict;
  private final Diagnostics diagnostics;

  /**
   * A reader of links.
   *
   * @param prefix what the links leave out before the names of their nodes
   * @param known the attributes of links, for messages about keys that are neither an attribute nor
   *     a node; without them every key that is no node is an attribute
   * @param strict true when a link must have nodes
   */
  LinkForms(
      Set<String> nodes,
      String prefix,
      Optional<Keys> known,
      boolean strict,
      Diagnostics diagnostics) {
    this.nodes = nodes;
    this.prefix = prefix;
    this.known = known;
    this.strict = strict;
    this.diagnostics = diagnostics;
  }

  /**
   * Reads a set of links.
   *
   * @param name what messages call the set: {@code links}, {@code vlans.red.links}
   */
  List<LinkForm> read(Optional<Yaml> written, String name) {
    List<LinkForm> read = new ArrayList<>();
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

  private void list(Yaml.Seq seq, String name, List<LinkForm> read) {
    int index = 1;
    for (Yaml item : seq.items()) {
      link(item, name + "[" + index++ + "]", read);
    }
  }

  private void named(Key key, Yaml value, String name, List<LinkForm> read) {
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
  private void link(Yaml item, String name, List<LinkForm> read) {
    int before = diagnostics.errorCount();
    Optional<LinkForm> link =
        switch (item) {
          case Yaml.Scalar s -> fromText(s, name);
          case Yaml.Seq seq ->
              Optional.of(form(name, Yaml.Map.empty(seq.span()), interfaces(seq, name)));
          case Yaml.Map map -> {
            if (map.get("group").isPresent() && map.get("members").isPresent()) {
              group(map, name, read);
              yield Optional.empty();
            }
            yield fromMap(map, name);
          }
        };
    if (strict
        && link.filter(LinkForms::isEmpty).isPresent()
        && before == diagnostics.errorCount()) {
      error(Code.INVALID_LINK, item.span(), "link `" + name + "` has no nodes");
    }
    link.ifPresent(read::add);
  }

  /** True for a link without nodes that is no bundle of links either. */
  private static boolean isEmpty(LinkForm link) {
    return link.ends().isEmpty() && link.attributes().find("lag", "members").isEmpty();
  }

  /** A group of links: every member has the attributes of the group under its own. */
  private void group(Yaml.Map map, String name, List<LinkForm> read) {
    Yaml.Map rest = map.without("members").without("group");
    for (Key key : rest.entries().keySet()) {
      if (isNode(key.text())) {
        error(Code.INVALID_LINK, key.span(), "a link group has members, not nodes of its own");
        rest = rest.without(key.text());
      }
    }
    List<LinkForm> members = new ArrayList<>();
    Optional<Yaml> written = map.get("members");
    if (written.isPresent() && written.get() instanceof Yaml.Seq seq) {
      list(seq, name, members);
    } else {
      error(Code.INVALID_LINK, map.span(), "`members` of link group `" + name + "` must be a list");
    }
    LinkForm.Group group = new LinkForm.Group(name, rest);
    for (LinkForm member : members) {
      List<LinkForm.Group> around = new ArrayList<>(member.groups());
      around.add(group);
      read.add(new LinkForm(member.name(), member.own(), around, member.ends(), member.span()));
    }
  }

  /** {@code r1-r2}. Names may contain hyphens, so the longest name that exists counts. */
  private Optional<LinkForm> fromText(Yaml.Scalar s, String name) {
    if (s.isNull()) {
      return Optional.empty();
    }
    List<LinkForm.End> read = new ArrayList<>();
    int start = 0;
    while (start <= s.text().length()) {
      int end = longest(s.text(), start);
      String node = s.text().substring(start, end).strip();
      int lead = s.text().indexOf(node, start) - start;
      node(node, part(s, start + lead, node.length()), name)
          .ifPresent(n -> read.add(new LinkForm.End(n, Yaml.Map.empty(s.span()), s.span())));
      start = end + 1;
    }
    return Optional.of(form(name, Yaml.Map.empty(s.span()), read));
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

  /** The nodes as the links call them. */
  private List<String> here() {
    return nodes.stream()
        .filter(node -> node.startsWith(prefix))
        .map(node -> node.substring(prefix.length()))
        .toList();
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
        here());
    return Optional.empty();
  }

  private Optional<LinkForm> fromMap(Yaml.Map map, String name) {
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
    List<LinkForm.End> read = new ArrayList<>();
    map.entries()
        .forEach((key, value) -> {
          if (isNode(key.text())) {
            end(prefix + key.text(), key.span(), value, name).ifPresent(read::add);
          } else if (key.text().equals("interfaces")) {
            read.addAll(interfaces(value, name));
          } else if (key.text().startsWith("_") || isAttribute(key.text())) {
            attributes.put(key, value);
          } else {
            neither(key, name);
          }
        });
    return Optional.of(form(name, new Yaml.Map(attributes, map.span()), read));
  }

  private static LinkForm form(String name, Yaml.Map attributes, List<LinkForm.End> ends) {
    return new LinkForm(name, attributes, List.of(), ends, attributes.span());
  }

  private boolean isAttribute(String key) {
    return known.isEmpty() || known.get().find(key).isPresent();
  }

  private void neither(Key key, String name) {
    Set<String> accepted = new TreeSet<>();
    known.ifPresent(k -> accepted.addAll(k.names()));
    accepted.removeIf(n -> n.startsWith("_"));
    Set<String> candidates = new TreeSet<>(accepted);
    candidates.addAll(here());
    boolean nodesInOneKey =
        Stream.of(key.text().split("-", -1)).map(String::strip).allMatch(this::isNode);
    diagnostics.report(
        Severity.ERROR,
        Code.UNKNOWN_ATTRIBUTE,
        key.span(),
        "`" + key.text() + "` on link `" + name + "` is neither a node nor a link attribute",
        nodesInOneKey
            ? Optional.of("write `- " + key.text() + "` without the colon")
            : Suggest.hint(key.text(), candidates),
        List.of(Note.of("links accept: " + String.join(", ", accepted))));
  }

  private List<LinkForm.End> interfaces(Yaml written, String name) {
    List<LinkForm.End> read = new ArrayList<>();
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
            .ifPresent(n -> read.add(new LinkForm.End(n, Yaml.Map.empty(s.span()), s.span())));
      } else {
        error(
            Code.INVALID_LINK,
            item.span(),
            "an interface of link `" + name + "` must be a node, not " + item.kind());
      }
    }
    return read;
  }

  private Optional<LinkForm.End> end(String node, Span place, Yaml data, String link) {
    if (Trees.isNull(data)) {
      return Optional.of(new LinkForm.End(node, Yaml.Map.empty(place), place));
    }
    if (data instanceof Yaml.Map map) {
      return Optional.of(new LinkForm.End(node, map, place));
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
