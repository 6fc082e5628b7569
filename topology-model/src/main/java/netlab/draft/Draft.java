package netlab.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import netlab.diag.Code;
import netlab.diag.Diagnostics;
import netlab.diag.Note;
import netlab.diag.Severity;
import netlab.diag.Span;
import netlab.intent.GroupIntent;
import netlab.intent.Intent;
import netlab.intent.LinkIntent;
import netlab.intent.NodeIntent;
import netlab.lab.Column;
import netlab.lab.IfId;
import netlab.lab.Lab;
import netlab.lab.Numbering;
import netlab.net.Prefix;
import netlab.schema.Value;

/**
 * The lab while it is made. Passes add to it; a second value for the same thing is a mistake of the
 * program and throws {@link IllegalStateException}.
 */
public final class Draft {
  private final Intent intent;
  private final Attributes globals;
  private final SequencedMap<String, NodeDraft> nodes = new LinkedHashMap<>();
  private final List<LinkDraft> links = new ArrayList<>();
  private final SequencedMap<String, AddressPool> pools = new LinkedHashMap<>();
  private final Map<Column<?, ?>, SequencedMap<Object, Object>> columns = new LinkedHashMap<>();
  private final Map<String, Module> modules = new LinkedHashMap<>();
  private final Map<String, List<String>> copies = new HashMap<>();
  private final Set<Column<?, ?>> open = new LinkedHashSet<>();
  private final Numbers numbers;
  private final Map<Class<?>, Object> notes = new HashMap<>();
  private String pass = "";
  private int nextLink;

  /**
   * @param modules the protocols there are, in the order in which their passes run
   * @param before what the lab was given when it ran before
   */
  public Draft(Intent intent, List<Module> modules, Numbering before) {
    this.intent = intent;
    this.numbers = new Numbers(before);
    this.globals = new Attributes(intent.globals());
    this.nextLink = intent.defaults().intAt("link_index").orElse(1);
    modules.forEach(m -> this.modules.put(m.name(), m));
    intent.pools().forEach((name, pool) -> pools.put(name, new AddressPool(name, pool)));
    for (Numbering.Share share : before.shares()) {
      share.subnets().forEach(this::keep);
    }
    for (NodeIntent node : intent.nodes().values()) {
      nodes.put(node.name(), new NodeDraft(node, intent.devices()));
    }
  }

  /** Runs a pass; only now may its columns be filled. */
  public void run(Pass next, Diagnostics diagnostics) {
    pass = next.name();
    open.addAll(next.writes());
    for (Column<?, ?> column : next.writes()) {
      columns.computeIfAbsent(column, c -> new LinkedHashMap<>());
    }
    next.run(this, diagnostics);
    open.clear();
  }

  private void keep(Prefix subnet) {
    for (AddressPool pool : pools.values()) {
      pool.subnets(subnet.family()).ifPresent(subnets -> subnets.keep(subnet));
    }
  }

  public Intent intent() {
    return intent;
  }

  /** What nodes and users of pools had before, and get now. */
  public Numbers numbers() {
    return numbers;
  }

  /** Top-level attributes. */
  public Attributes globals() {
    return globals;
  }

  /** The defaults of the lab file and of all other sources. */
  public Value.Fields defaults() {
    return intent.defaults();
  }

  /** All nodes, in the order of the intent. */
  public Collection<NodeDraft> nodes() {
    return Collections.unmodifiableCollection(nodes.values());
  }

  /** The node with a name; it must exist. */
  public NodeDraft node(String name) {
    NodeDraft node = nodes.get(name);
    if (node == null) {
      throw new IllegalArgumentException("no node " + name);
    }
    return node;
  }

  public Optional<NodeDraft> findNode(String name) {
    return Optional.ofNullable(nodes.get(name));
  }

  /** All links, those that only pass through included, by index. */
  public List<LinkDraft> links() {
    return Collections.unmodifiableList(links);
  }

  /** Adds a link behind all others. Its ends must be nodes of the lab. */
  public LinkDraft addLink(
      String name, Value.Fields attributes, List<LinkIntent.EndIntent> ends, Span span) {
    var link = new LinkDraft(nextLink++, name, attributes, span);
    for (LinkIntent.EndIntent end : ends) {
      link.addEnd(node(end.node()), end);
    }
    links.add(link);
    return link;
  }

  /** Adds an end to a link that was made without. */
  public EndDraft addEnd(LinkDraft link, LinkIntent.EndIntent end) {
    return link.addEnd(node(end.node()), end);
  }

  /** Takes a link out for which others stand; its number stays taken. */
  public void replaced(LinkDraft link) {
    links.remove(link);
  }

  /** Takes a link out; the next one gets the number behind the last one that is left. */
  public void withdraw(LinkDraft link) {
    links.remove(link);
    int first = intent.defaults().intAt("link_index").orElse(1);
    nextLink = links.isEmpty() ? first : links.getLast().index() + 1;
  }

  /** Makes the interface of an end. */
  public InterfaceDraft addInterface(
      EndDraft end, String type, boolean virtual, Value.Fields attributes) {
    NodeDraft node = end.node();
    var made =
        new InterfaceDraft(
            node,
            new IfId(node.id(), end.index()),
            end.name(),
            type,
            virtual,
            Optional.of(end.link()),
            Optional.empty(),
            attributes);
    node.add(made);
    end.setInterface(made);
    return made;
  }

  /** Makes a virtual interface that is on no link. */
  public InterfaceDraft addVirtual(
      NodeDraft node,
      IfId id,
      String name,
      String type,
      Optional<InterfaceDraft> parent,
      Value.Fields attributes) {
    var made = new InterfaceDraft(node, id, name, type, true, Optional.empty(), parent, attributes);
    node.add(made);
    return made;
  }

  /** Keeps what one pass of a module tells a later one; it is not part of the lab. */
  public <T> void note(Class<T> kind, T data) {
    if (notes.putIfAbsent(kind, data) != null) {
      throw new IllegalStateException("pass " + pass + " notes " + kind + " again");
    }
  }

  /** What an earlier pass noted. */
  public <T> Optional<T> noted(Class<T> kind) {
    return Optional.ofNullable(notes.get(kind)).map(kind::cast);
  }

  /** Makes the virtual interface of an end whose port is another one. */
  public InterfaceDraft addVirtual(
      EndDraft end,
      String name,
      String type,
      Optional<InterfaceDraft> parent,
      Value.Fields attributes) {
    IfId id = new IfId(end.node().id(), end.index());
    InterfaceDraft made = addVirtual(end.node(), id, name, type, parent, attributes);
    end.setInterface(made);
    return made;
  }

  /** Makes the virtual interface that has the network of an end instead of its port. */
  public InterfaceDraft addVirtual(
      EndDraft end, IfId id, String name, String type, Value.Fields attributes) {
    InterfaceDraft made = addVirtual(end.node(), id, name, type, Optional.empty(), attributes);
    end.setInterface(made);
    return made;
  }

  public Optional<AddressPool> pool(String name) {
    return Optional.ofNullable(pools.get(name));
  }

  public Collection<AddressPool> pools() {
    return Collections.unmodifiableCollection(pools.values());
  }

  /** All groups as they stand in the model, those that follow from facts of devices included. */
  SequencedMap<String, Value.Fields> groups() {
    var groups = new LinkedHashMap<String, Value.Fields>();
    for (GroupIntent group : intent.groups().values()) {
      Value.Fields tree = names(group.members(), group.span());
      if (!group.type().equals("node")) {
        tree = tree.with("type", Value.of(group.type()));
      }
      groups.put(group.name(), tree.over(group.attributes()));
    }
    for (String ability : List.of("collect", "reload")) {
      var unable = new ArrayList<String>();
      for (NodeDraft node : nodes.values()) {
        if (!node.device().facts().boolAt(ability).orElse(false)) {
          unable.add(node.name());
        }
      }
      if (!unable.isEmpty()) {
        groups.put("netlab_no_" + ability, names(unable, Span.NONE));
      }
    }
    return groups;
  }

  private static Value.Fields names(List<String> names, Span span) {
    var members = new ArrayList<Value>();
    names.forEach(n -> members.add(new Value.Scalar(n, span)));
    return Value.Fields.NONE.with("members", new Value.Items(members, span));
  }

  /** The protocols there are, whether the lab uses them or not. */
  public Collection<Module> modules() {
    return Collections.unmodifiableCollection(modules.values());
  }

  /** True when attributes of this name are settings of a module. */
  public boolean isModule(String attribute) {
    Module known = modules.get(attribute);
    return (known != null && !(known instanceof Plugin)) || intent.modules().contains(attribute);
  }

  /**
   * The settings of a module on an interface: its own ones over those the module copies from the
   * VRF it is in, over those it copies from the node. Empty when the module is switched off here.
   */
  public Optional<Value.Fields> settings(InterfaceDraft port, String name) {
    Value.Fields own = Value.Fields.NONE;
    Optional<Value> written = port.attributes().at(name);
    if (written.isPresent()) {
      if (!(written.get() instanceof Value.Fields fields)) {
        return Optional.empty();
      }
      own = fields;
    }
    Value.Fields ofNode = port.node().attributes().fieldsAt(name);
    Value.Fields lower =
        port.isLoopback() ? Value.Fields.NONE : chosen(ofNode, name + ".node_copy");
    Optional<String> vrf = port.attributes().textAt("vrf");
    if (vrf.isPresent()) {
      Value.Fields ofVrf =
          port.node().attributes().fieldsAt("vrfs").fieldsAt(vrf.get()).fieldsAt(name);
      lower = chosen(ofVrf, name + ".vrf_aware").over(lower);
    }
    return Optional.of(own.over(lower));
  }

  /** Those settings that a list of the module names. */
  private Value.Fields chosen(Value.Fields settings, String list) {
    var copied = new LinkedHashMap<String, Value.Field>();
    for (String key : copies.computeIfAbsent(list, l -> defaults().textsAt(l))) {
      Value.Field field = settings.fields().get(key);
      if (field != null) {
        copied.put(key, field);
      }
    }
    return new Value.Fields(copied, settings.span());
  }

  /**
   * Adds a fact to a column of the running pass.
   *
   * @throws IllegalStateException when there is one about the same thing, or when the pass does not
   *     say that it writes this column
   */
  public <K, T> void put(Column<K, T> column, K key, T fact) {
    SequencedMap<Object, Object> cells = columns.get(column);
    if (cells == null || !open.contains(column)) {
      throw new IllegalStateException("pass " + pass + " does not write column " + column.name());
    }
    if (cells.putIfAbsent(key, fact) != null) {
      throw new IllegalStateException("column " + column.name() + " has a fact about " + key);
    }
  }

  /**
   * Changes what a module has found about a thing, or adds a fact when it has found none. Only
   * plugins do so; they run behind all modules.
   */
  public <K, T> void revise(Column<K, T> column, K key, Function<Optional<T>, T> change) {
    SequencedMap<Object, Object> cells = cells(column);
    cells.put(key, change.apply(Optional.ofNullable(cells.get(key)).map(column.type()::cast)));
  }

  /**
   * The fact of a column about a thing, if any.
   *
   * @throws IllegalStateException when no pass up to now writes this column
   */
  public <K, T> Optional<T> find(Column<K, T> column, K key) {
    return Optional.ofNullable(cells(column).get(key)).map(column.type()::cast);
  }

  /** True when some column of a public name has a fact about a thing. */
  public boolean knows(String name, Object key) {
    for (Map.Entry<Column<?, ?>, SequencedMap<Object, Object>> e : columns.entrySet()) {
      if (e.getKey().name().equals(name) && e.getValue().containsKey(key)) {
        return true;
      }
    }
    return false;
  }

  private SequencedMap<Object, Object> cells(Column<?, ?> column) {
    SequencedMap<Object, Object> cells = columns.get(column);
    if (cells == null) {
      throw new IllegalStateException(
          "pass " + pass + " reads column " + column.name() + " before any pass wrote it");
    }
    return cells;
  }

  Map<Column<?, ?>, SequencedMap<Object, Object>> columns() {
    return columns;
  }

  /**
   * Reports a warning that the lab file may silence or make an error: {@code defaults.<flag>} is
   * {@code false} or {@code error}.
   */
  public void warn(
      Diagnostics diagnostics, String flag, Code code, Span at, String message, String hint) {
    if (defaults().boolAt(flag).filter(on -> !on).isPresent()) {
      return;
    }
    boolean error = defaults().textAt(flag).filter("error"::equals).isPresent();
    diagnostics.report(
        error ? Severity.ERROR : Severity.WARNING,
        code,
        at,
        message,
        Optional.of(hint),
        List.of(Note.of("`defaults." + flag + ": false` silences this")));
  }

  /** The lab as it stands now. */
  public Lab freeze() {
    return Freezer.freeze(this);
  }
}
