package netlab.draft;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import netlab.device.Device;
import netlab.diag.Span;
import netlab.intent.NodeIntent;
import netlab.lab.Management;
import netlab.lab.NodeId;
import netlab.net.Family;
import netlab.schema.Value;

/** A node under construction. */
public final class NodeDraft {
  private final NodeIntent intent;
  private final Supplier<List<Device>> devices;
  private final NodeId id;
  private final Attributes attributes;
  private final List<String> modules;
  private final List<InterfaceDraft> interfaces = new ArrayList<>();
  private final Map<NodeDraft, String> called = new HashMap<>();
  private int number;
  private int templates;
  private Optional<Management> management = Optional.empty();
  private Optional<InterfaceDraft> loopback = Optional.empty();

  NodeDraft(NodeIntent intent, Supplier<List<Device>> devices) {
    this.intent = intent;
    this.devices = devices;
    this.id = new NodeId(intent.name());
    this.attributes = new Attributes(intent.attributes());
    this.modules = new ArrayList<>(intent.modules());
  }

  public NodeId id() {
    return id;
  }

  public String name() {
    return intent.name();
  }

  public Device device() {
    return intent.device();
  }

  /** All devices that there are; reads their files. */
  List<Device> devices() {
    return devices.get();
  }

  public Span span() {
    return intent.span();
  }

  public Attributes attributes() {
    return attributes;
  }

  /** {@code router} unless the node or its device says otherwise. */
  public String role() {
    return attributes.textAt("role").orElse("router");
  }

  public boolean isHost() {
    return role().equals("host");
  }

  /** True for a host that may run routing protocols nevertheless. */
  public boolean isDaemon() {
    return device().facts().boolAt("daemon").orElse(false);
  }

  public boolean runs(String module) {
    return modules.contains(module);
  }

  /** True when the lab file gives the node the module, even if the node left it since. */
  public boolean wants(String module) {
    return intent.modules().contains(module);
  }

  public List<String> modules() {
    return Collections.unmodifiableList(modules);
  }

  /** True when the node ran modules at some time, even when it left all of them. */
  boolean hasModuleList() {
    return !intent.modules().isEmpty() || !modules.isEmpty() || attributes.at("module").isPresent();
  }

  /** Adds a module when the node does not run it yet. */
  public void addModule(String module) {
    if (!modules.contains(module)) {
      modules.add(module);
    }
  }

  /** Modules the lab file wants on the node, and it has no use for. */
  Set<String> modulesLeft() {
    Set<String> left = new LinkedHashSet<>(intent.modules());
    left.removeAll(modules);
    return left;
  }

  /** The node stops running a module it has no use for. */
  public void leaveModule(String module) {
    modules.remove(module);
  }

  /**
   * Adds the configuration template of a plugin; those of plugins come before those of the user.
   */
  public void configuredBy(String template) {
    List<Value> all = new ArrayList<>(attributes.fields().itemsAt("config"));
    Value name = Value.of(template);
    if (!all.contains(name)) {
      all.add(templates++, name);
      attributes.refine("config", new Value.Items(all, span()));
    }
  }

  /** The node id that addresses are made from; 0 before it is given. */
  public int number() {
    return number;
  }

  /**
   * Gives the node its number, once.
   *
   * @throws IllegalStateException when it has one
   */
  public void setNumber(int number) {
    if (this.number != 0) {
      throw new IllegalStateException(id + " has number " + this.number);
    }
    this.number = number;
  }

  public Optional<Management> management() {
    return management;
  }

  /** Gives the node its management interface, once. */
  public void setManagement(Management management) {
    if (this.management.isPresent()) {
      throw new IllegalStateException(id + " has a management interface");
    }
    this.management = Optional.of(management);
  }

  /** The main loopback. */
  public Optional<InterfaceDraft> loopback() {
    return loopback;
  }

  /**
   * Where traffic to the node itself ends: its loopback; without one, and for hosts, the first
   * interface with an address inside the lab, else outside, else in a VRF.
   */
  public Optional<InterfaceDraft> endPoint() {
    if (loopback.isPresent() && !isHost()) {
      return loopback;
    }
    Optional<InterfaceDraft> outside = Optional.empty();
    Optional<InterfaceDraft> inVrf = Optional.empty();
    for (InterfaceDraft port : interfaces) {
      if (port.isUnaddressed()) {
        continue;
      }
      if (port.attributes().at("vrf").isPresent()) {
        inVrf = inVrf.or(() -> Optional.of(port));
      } else if (port.role().filter("external"::equals).isPresent()) {
        outside = outside.or(() -> Optional.of(port));
      } else {
        return Optional.of(port);
      }
    }
    return outside.isPresent() ? outside : inVrf;
  }

  /** Says what this node calls all ports of another one; the last name counts. */
  public void call(NodeDraft other, String name) {
    called.put(other, name);
  }

  /** What this node calls the ports of another one, unless it calls them by their names. */
  public Optional<String> nameOf(NodeDraft other) {
    return Optional.ofNullable(called.get(other));
  }

  /** All interfaces other than the main loopback, in the order made. */
  public List<InterfaceDraft> interfaces() {
    return Collections.unmodifiableList(interfaces);
  }

  /** The main loopback and then all other interfaces. */
  public List<InterfaceDraft> allInterfaces() {
    var all = new ArrayList<InterfaceDraft>(interfaces.size() + 1);
    loopback.ifPresent(all::add);
    all.addAll(interfaces);
    return all;
  }

  /** Address families of the loopback and of all links; loopbacks of VRFs do not count. */
  public Set<Family> families() {
    Set<Family> families = EnumSet.noneOf(Family.class);
    for (InterfaceDraft port : allInterfaces()) {
      boolean ofVrf = port.isLoopback() && port.vrf().isPresent() && port.link().isEmpty();
      for (Family family : Family.values()) {
        if (!ofVrf && port.carries(family)) {
          families.add(family);
        }
      }
    }
    return families;
  }

  void add(InterfaceDraft port) {
    if (port.id().isLoopback()) {
      if (loopback.isPresent()) {
        throw new IllegalStateException(id + " has a loopback");
      }
      loopback = Optional.of(port);
    } else {
      interfaces.add(port);
    }
  }

  @Override
  public String toString() {
    return intent.name();
  }
}
