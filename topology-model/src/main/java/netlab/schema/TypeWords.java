package netlab.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import netlab.diag.Span;
import netlab.net.Family;

/** Types in words, as attribute definitions spell them. */
final class TypeWords {
  private static final AttrType ANY = new AttrType.Any();

  private TypeWords() {}

  /** The attribute that words describe; an unknown word is the name of a type. */
  static Attribute read(String text, Span place) {
    String words = text.strip();
    boolean required = words.endsWith(" required");
    if (required) {
      words = words.substring(0, words.length() - " required".length()).strip();
    }
    List<Attribute> alternatives = new ArrayList<>();
    for (String part : words.split(" or ", -1)) {
      alternatives.add(Attribute.of(single(part.strip(), place)));
    }
    AttrType type =
        alternatives.size() == 1 ? alternatives.get(0).type() : new AttrType.OneOf(alternatives);
    return required ? new Attribute(type, requiredRule()) : Attribute.of(type);
  }

  private static Attribute.Rules requiredRule() {
    Attribute.Rules none = Attribute.Rules.NONE;
    return new Attribute.Rules(
        true,
        none.whenAbsent(),
        none.whenTrue(),
        none.removable(),
        none.listKey(),
        none.valueKeys(),
        none.with(),
        none.without(),
        none.modules(),
        none.obsolete(),
        none.renamed(),
        none.path(),
        none.message());
  }

  private static AttrType single(String text, Span place) {
    int space = text.indexOf(' ');
    String word = space < 0 ? text : text.substring(0, space);
    String rest = space < 0 ? "" : text.substring(space + 1).strip();
    return switch (word) {
      case "any" -> ANY;
      case "nothing", "none", "null" -> new AttrType.Nothing();
      case "bool" -> new AttrType.Bool();
      case "false", "bool_false" -> new AttrType.False();
      case "str" -> new AttrType.Text();
      case "int" ->
          new AttrType.Int(bound(rest, true, Long.MIN_VALUE), bound(rest, false, Long.MAX_VALUE));
      case "float" ->
          new AttrType.Real(
              bound(rest, true, Double.NEGATIVE_INFINITY),
              bound(rest, false, Double.POSITIVE_INFINITY));
      case "one" -> new AttrType.Word(List.of(afterOf(rest).split(" ", -1)));
      case "id" -> new AttrType.Id((int) whole(rest, 16));
      case "ipv4" -> new AttrType.Ip(Family.IPV4, use(rest).orElse(AttrType.Use.INTERFACE));
      case "ipv6" -> new AttrType.Ip(Family.IPV6, use(rest).orElse(AttrType.Use.INTERFACE));
      case "list" ->
          new AttrType.ListOf(
              rest.isEmpty() ? Attribute.of(ANY) : read(afterOf(rest), place),
              0,
              Integer.MAX_VALUE);
      case "map", "dict" -> map(rest, place);
      default -> simple(text, place);
    };
  }

  private static AttrType map(String rest, Span place) {
    if (rest.isEmpty()) {
      return new AttrType.MapOf(Optional.empty(), Optional.empty());
    }
    String of = afterOf(rest);
    int to = of.indexOf(" to ");
    return to < 0
        ? new AttrType.MapOf(Optional.empty(), Optional.of(read(of, place)))
        : new AttrType.MapOf(
            Optional.of(read(of.substring(0, to), place)),
            Optional.of(read(of.substring(to + 4), place)));
  }

  private static AttrType simple(String word, Span place) {
    return switch (word) {
      case "mac" -> special(AttrType.Notation.MAC);
      case "asn" -> special(AttrType.Notation.ASN);
      case "time" -> special(AttrType.Notation.TIME);
      case "net" -> special(AttrType.Notation.NET);
      case "rd" -> special(AttrType.Notation.RD);
      case "autobw" -> special(AttrType.Notation.AUTO_BANDWIDTH);
      case "esi_value" -> special(AttrType.Notation.ESI);
      case "prefix_str" -> special(AttrType.Notation.PREFIX_OR_NAME);
      case "prefixset" -> special(AttrType.Notation.PREFIX_SET);
      case "named_pfx" -> new AttrType.Ref(AttrType.Target.PREFIX);
      case "addr_pool" -> new AttrType.Ref(AttrType.Target.POOL);
      case "node_id" -> new AttrType.Ref(AttrType.Target.NODE);
      case "group_id" -> new AttrType.Ref(AttrType.Target.GROUP);
      case "node_or_group" -> new AttrType.Ref(AttrType.Target.NODE_OR_GROUP);
      case "device" -> new AttrType.Ref(AttrType.Target.DEVICE);
      case "module" -> new AttrType.Ref(AttrType.Target.MODULE);
      case "provider" -> new AttrType.Ref(AttrType.Target.PROVIDER);
      case "tool" -> new AttrType.Ref(AttrType.Target.TOOL);
      case "error" -> new AttrType.Refused("not accepted here");
      default -> new AttrType.Named(word, place);
    };
  }

  private static AttrType special(AttrType.Notation notation) {
    return new AttrType.Special(notation);
  }

  /** How an address attribute is used: {@code interface}, {@code subnet_prefix}, ... */
  static Optional<AttrType.Use> use(String word) {
    for (AttrType.Use use : AttrType.Use.values()) {
      if (use.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(use);
      }
    }
    return Optional.empty();
  }

  private static long bound(String range, boolean lower, long open) {
    return whole(part(range, lower), open);
  }

  private static long whole(String digits, long otherwise) {
    return digits.matches("-?\\d{1,18}") ? Long.parseLong(digits) : otherwise;
  }

  private static String afterOf(String words) {
    return words.startsWith("of ") ? words.substring("of ".length()) : words;
  }

  private static double bound(String range, boolean lower, double open) {
    String text = part(range, lower);
    return text.matches("-?\\d{1,9}(\\.\\d+)?") ? Double.parseDouble(text) : open;
  }

  private static String part(String range, boolean lower) {
    int dots = range.indexOf("..");
    if (dots < 0) {
      return "";
    }
    return lower ? range.substring(0, dots) : range.substring(dots + 2);
  }
}
