package netlab.view;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import netlab.lab.InterfaceIp;
import netlab.lab.Neighbor;
import netlab.lab.Shown;
import netlab.net.Asn;
import netlab.schema.Value;

/**
 * Turns data into plain trees. Components of records get the names of the lab language (words
 * joined by {@code _}); what is empty is left out; entries of a component of type {@link
 * Value.Fields} called {@code extra} stand beside the others.
 */
final class Plain {
  private static final String EXTRA = "extra";

  private record Part(String name, RecordComponent component) {}

  private final Map<Class<?>, List<Part>> parts = new LinkedHashMap<>();

  /** The plain form; empty when there is nothing to show. */
  Optional<Object> of(Object data) {
    return switch (data) {
      case Optional<?> o -> o.isEmpty() ? Optional.empty() : of(o.get());
      case Value v -> value(v);
      case InterfaceIp ip -> Optional.of(ip(ip));
      case Boolean b -> Optional.of(b);
      case Integer i -> Optional.of(i.longValue());
      case Long l -> Optional.of(l);
      case Double d -> Optional.of(d);
      case Asn asn -> Optional.of(asn.value());
      case Collection<?> c -> Optional.of(list(c));
      case Map<?, ?> m -> Optional.of(map(m));
      case Shown s -> of(s.shown());
      case Neighbor n -> Optional.of(neighbor(n));
      case Record r when isStructure(r) -> Optional.of(fields(r));
      default -> Optional.of(data.toString());
    };
  }

  /** Records of addresses, names and numbers are texts in the model. */
  private static boolean isStructure(Record record) {
    String home = record.getClass().getPackageName();
    return !home.equals("netlab.net") && !home.equals("netlab.lab");
  }

  /** The components of a record, by their public names. */
  SequencedMap<String, Object> fields(Record record) {
    var tree = new LinkedHashMap<String, Object>();
    for (Part part : parts.computeIfAbsent(record.getClass(), Plain::parts)) {
      Object component = read(record, part.component());
      if (part.name().equals(EXTRA) && component instanceof Value.Fields extra) {
        fields(extra).forEach(tree::putIfAbsent);
      } else {
        of(component).ifPresent(plain -> tree.put(part.name(), plain));
      }
    }
    return tree;
  }

  private static List<Part> parts(Class<?> type) {
    var parts = new ArrayList<Part>();
    for (RecordComponent component : type.getRecordComponents()) {
      parts.add(new Part(publicName(component.getName()), component));
    }
    return parts;
  }

  private static Object read(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(record.getClass() + " is not open to the view", e);
    }
  }

  /** {@code rrClusterId} is {@code rr_cluster_id}, {@code static_} is {@code static}. */
  static String publicName(String component) {
    if (component.endsWith("_")) {
      return component.substring(0, component.length() - 1);
    }
    var name = new StringBuilder();
    for (int i = 0; i < component.length(); i++) {
      char c = component.charAt(i);
      if (Character.isUpperCase(c)) {
        name.append('_').append(Character.toLowerCase(c));
      } else {
        name.append(c);
      }
    }
    return name.toString();
  }

  /** An interface as others on its network see it. */
  SequencedMap<String, Object> neighbor(Neighbor neighbor) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("node", neighbor.id().node().name());
    tree.put("ifname", neighbor.name());
    neighbor.ipv4().ifPresent(ip -> tree.put("ipv4", ip(ip)));
    neighbor.ipv6().ifPresent(ip -> tree.put("ipv6", ip(ip)));
    fields(neighbor.attributes()).forEach(tree::putIfAbsent);
    return tree;
  }

  static Object ip(InterfaceIp ip) {
    return switch (ip) {
      case InterfaceIp.Numbered n -> n.address().toString();
      case InterfaceIp.Unnumbered u -> true;
      case InterfaceIp.Dhcp d -> "dhcp";
    };
  }

  private Optional<Object> value(Value value) {
    return switch (value) {
      case Value.Scalar s -> of(s.data());
      case Value.Empty e -> Optional.empty();
      case Value.Items i -> Optional.of(list(i.items()));
      case Value.Fields f -> Optional.of(fields(f));
    };
  }

  /** The fields of a mapping; one that is written but empty has the value null. */
  SequencedMap<String, Object> fields(Value.Fields fields) {
    var tree = new LinkedHashMap<String, Object>();
    fields.fields().forEach((key, field) -> tree.put(key, value(field.value()).orElse(null)));
    return tree;
  }

  private List<Object> list(Collection<?> items) {
    var list = new ArrayList<Object>(items.size());
    for (Object item : items) {
      of(item).ifPresent(list::add);
    }
    return list;
  }

  private SequencedMap<String, Object> map(Map<?, ?> map) {
    var tree = new LinkedHashMap<String, Object>();
    map.forEach((key, item) -> of(item).ifPresent(plain -> tree.put(key.toString(), plain)));
    return tree;
  }
}
