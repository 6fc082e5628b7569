package netlab.validate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import netlab.expr.Args;
import netlab.expr.Nothing;
import netlab.net.InterfaceAddress;
import netlab.net.Prefix;

/**
 * The arguments of a call by their names.
 *
 * @param nodes the data of all nodes of the lab
 */
record Arguments(SequencedMap<String, Object> values, Map<?, ?> nodes) {
  private static final String OPTIONAL = "?";
  private static final String REST = "**";

  Arguments {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  /**
   * Gives the arguments of a call their names.
   *
   * @throws WrongArgument when one is missing, unknown, given twice or too many
   */
  static Arguments of(TestFunction function, Args given, Map<?, ?> nodes) throws WrongArgument {
    List<String> names =
        function.parameters().stream().map(name -> name.replace(OPTIONAL, "")).toList();
    boolean more = names.contains(REST);
    SequencedMap<String, Object> values = new LinkedHashMap<>();
    int positions = more ? names.size() - 1 : names.size();
    if (given.positional().size() > positions) {
      throw new WrongArgument(
          function.name() + " takes at most " + positions + " arguments: " + list(function));
    }
    for (int i = 0; i < given.positional().size(); i++) {
      values.put(names.get(i), given.positional().get(i));
    }
    for (Map.Entry<String, Object> named : given.named().entrySet()) {
      if (!more && !names.contains(named.getKey())) {
        throw new WrongArgument(
            function.name()
                + " has no argument `"
                + named.getKey()
                + "`; it has "
                + list(function));
      }
      if (values.put(named.getKey(), named.getValue()) != null) {
        throw new WrongArgument("argument `" + named.getKey() + "` is given twice");
      }
    }
    for (String name : function.parameters()) {
      if (!name.endsWith(OPTIONAL) && !name.equals(REST) && !values.containsKey(name)) {
        throw new WrongArgument(
            function.name() + " needs argument `" + name + "`; it has " + list(function));
      }
    }
    values.values().removeIf(value -> value == Nothing.NONE);
    return new Arguments(values, nodes);
  }

  private static String list(TestFunction function) {
    return String.join(", ", function.parameters());
  }

  /** The value of an argument; empty when it was left out or is {@code None}. */
  Optional<Object> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The text of an argument, also that of a number. */
  Optional<String> text(String name) {
    return find(name).map(Object::toString);
  }

  /** The text of an argument that was not left out. */
  String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  /**
   * A Boolean argument.
   *
   * @throws WrongArgument when it is something else
   */
  boolean flag(String name, boolean otherwise) throws WrongArgument {
    Object value = find(name).orElse(otherwise);
    if (value instanceof Boolean b) {
      return b;
    }
    throw new WrongArgument("`" + name + "` must be True or False, not '" + value + "'");
  }

  /**
   * A number, as text.
   *
   * @throws WrongArgument when it is none
   */
  Optional<String> number(String name) throws WrongArgument {
    Optional<String> text = text(name);
    if (text.isPresent() && !text.get().matches("\\d{1,19}")) {
      throw new WrongArgument("`" + name + "` must be a number, not '" + text.get() + "'");
    }
    return text;
  }

  /** {@code missing} or {@code present}; the same as argument {@code present} says. */
  boolean wanted() throws WrongArgument {
    String state = text("state").filter(s -> !s.isEmpty()).orElse("present");
    if (!List.of("present", "missing").contains(state)) {
      throw new WrongArgument("`state` must be 'present' or 'missing', not '" + state + "'");
    }
    return state.equals("present") && flag("present", true);
  }

  /**
   * A prefix, of which only the network counts: that of 10.0.0.1/24 is 10.0.0.0/24.
   *
   * @throws WrongArgument when it is none, or not of the family that argument {@code af} names
   */
  Prefix prefix(String name) throws WrongArgument {
    String text = text(name, "");
    Prefix prefix =
        PrefixRows.parse(text)
            .orElseThrow(
                () -> new WrongArgument("`" + name + "` must be a prefix, not '" + text + "'"));
    if (find("af").isPresent() && !family().equals(prefix.family().text())) {
      throw new WrongArgument("`" + name + "` is " + text + ", no prefix of " + family());
    }
    return prefix;
  }

  /** The VRF that argument {@code vrf} names; empty for the default one. */
  Optional<String> vrf() {
    return text("vrf").filter(vrf -> !vrf.equals("default"));
  }

  /** The family of addresses that argument {@code af} names; ipv4 when it is left out. */
  String family() throws WrongArgument {
    String family = text("af", "ipv4");
    if (!List.of("ipv4", "ipv6").contains(family)) {
      throw new WrongArgument("`af` must be 'ipv4' or 'ipv6', not '" + family + "'");
    }
    return family;
  }

  /**
   * The address of a node: that of its loopback, else that of the first interface which has one.
   * Empty when there is no such node, or it has no address of the family.
   */
  Optional<String> address(String node, String family) {
    if (!(nodes.get(node) instanceof Map<?, ?> data)) {
      return Optional.empty();
    }
    Stream<?> interfaces =
        data.get("interfaces") instanceof List<?> list ? list.stream() : Stream.of();
    return Stream.concat(Stream.ofNullable(data.get("loopback")), interfaces)
        .flatMap(
            one -> one instanceof Map<?, ?> map ? Stream.ofNullable(map.get(family)) : Stream.of())
        .flatMap(text -> InterfaceAddress.tryParse(String.valueOf(text)).stream())
        .map(address -> address.address().toString())
        .findFirst();
  }
}
