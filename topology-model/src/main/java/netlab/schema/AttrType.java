package netlab.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import netlab.diag.Span;
import netlab.net.Family;

/**
 * What an attribute accepts. The types are made from data ({@code schema.yml}, {@code bgp.yml},
 * {@code defaults.attributes}); see {@link SchemaReader} for their spelling.
 */
public sealed interface AttrType {
  /** What is accepted, for a sentence: {@code a whole number from 1 to 150}. */
  String wanted();

  /** Anything; the value is taken as YAML 1.1 reads it. */
  record Any() implements AttrType {
    @Override
    public String wanted() {
      return "anything";
    }
  }

  /** {@link Boolean}. */
  record Bool() implements AttrType {
    @Override
    public String wanted() {
      return "true or false";
    }
  }

  /** Only {@code false}: switches something off. */
  record False() implements AttrType {
    @Override
    public String wanted() {
      return "false";
    }
  }

  /** Only an empty value. */
  record Nothing() implements AttrType {
    @Override
    public String wanted() {
      return "nothing";
    }
  }

  /** {@link Long} in an inclusive range. */
  record Int(long min, long max) implements AttrType {
    @Override
    public String wanted() {
      return "a whole number" + range(min, max);
    }

    private static String range(long min, long max) {
      if (min == Long.MIN_VALUE) {
        return max == Long.MAX_VALUE ? "" : " up to " + max;
      }
      return max == Long.MAX_VALUE ? " from " + min : " from " + min + " to " + max;
    }
  }

  /** {@link Long} or {@link Double} in an inclusive range. */
  record Real(double min, double max) implements AttrType {
    @Override
    public String wanted() {
      return Double.isInfinite(min) && Double.isInfinite(max)
          ? "a number"
          : "a number from " + text(min) + " to " + text(max);
    }

    private static String text(double d) {
      return d == Math.rint(d) ? Long.toString((long) d) : Double.toString(d);
    }
  }

  /** {@link String}; numbers are taken as their text. */
  record Text() implements AttrType {
    @Override
    public String wanted() {
      return "a text";
    }
  }

  /** {@link String}: one word of a list. */
  record Word(List<String> words) implements AttrType {
    public Word {
      words = List.copyOf(words);
    }

    @Override
    public String wanted() {
      return words.size() == 1 ? "`" + words.get(0) + "`" : "one of " + String.join(", ", words);
    }
  }

  /** {@link String}: a letter or underscore, then letters, digits, underscores, hyphens. */
  record Id(int maxLength) implements AttrType {
    @Override
    public String wanted() {
      return "a name";
    }
  }

  /** Addresses and prefixes; {@link Use} says which forms are taken and what comes out. */
  record Ip(Family family, Use use) implements AttrType {
    @Override
    public String wanted() {
      return use.wanted(family);
    }
  }

  /** How an address attribute is used. */
  enum Use {
    /** {@code Ip}, {@code InterfaceAddress}, {@link Boolean}, or {@link Long} as a host number. */
    INTERFACE("address, a prefix length added to it, a host number, true or false"),
    /** {@code Prefix} or {@link Boolean}. */
    SUBNET_PREFIX("prefix, true or false"),
    /** {@code InterfaceAddress}. */
    HOST_PREFIX("address with its prefix length"),
    /** {@code Prefix} of any range. */
    PREFIX("prefix"),
    /** {@code Prefix} or {@code Ip} of any range. */
    PREFIX_OR_HOST("prefix or address"),
    /** {@code Ip}. */
    ADDRESS("address"),
    /** {@code Ip}; a whole number is taken as the 32 bits of one. */
    ID("address or a number");

    private final String wanted;

    Use(String wanted) {
      this.wanted = wanted;
    }

    String wanted(Family family) {
      return "an IPv" + (family == Family.IPV4 ? "4 " : "6 ") + wanted;
    }
  }

  /** Single values with a notation of their own. */
  enum Notation {
    /** {@code Mac} of a single station. */
    MAC("a MAC address of one station"),
    /** {@link Long}: 1 to 4294967295, or asdot. */
    ASN("an AS number"),
    /** {@link Long} or {@link Double} in milliseconds. */
    TIME("a time in milliseconds, or with the unit ms or s"),
    /** {@link String}: IS-IS network entity title or area. */
    NET("an IS-IS address: pairs of hexadecimal digits and dots"),
    /** {@link String} or {@link Long}: route distinguisher or target. */
    RD("a number, ASN:number or address:number"),
    /** {@link Long} or the word {@code auto}. */
    AUTO_BANDWIDTH("a whole number or `auto`"),
    /** {@link String}: Ethernet segment of type 0, RFC 7432 section 5. */
    ESI("ten bytes written 00:11:22:33:44:55:66:77:88:99, the first one 00"),
    /** {@code Prefix}, or {@link String} as the name of a prefix. */
    PREFIX_OR_NAME("a prefix or the name of one"),
    /** {@link String}: prefix, address, or {@code namespace.name}. */
    PREFIX_SET("a prefix or the name of a set of prefixes");

    private final String wanted;

    Notation(String wanted) {
      this.wanted = wanted;
    }
  }

  /** A value in one of the special notations. */
  record Special(Notation notation) implements AttrType {
    @Override
    public String wanted() {
      return notation.wanted;
    }
  }

  /** {@link String}: the name of something that exists in this lab. */
  record Ref(Target target) implements AttrType {
    @Override
    public String wanted() {
      return "the name of " + (target == Target.POOL ? "an " : "a ") + target.noun;
    }
  }

  /** What a name may refer to. */
  enum Target {
    NODE("node"),
    GROUP("group"),
    NODE_OR_GROUP("node or group"),
    DEVICE("device"),
    POOL("address pool"),
    PREFIX("prefix"),
    MODULE("module"),
    PROVIDER("provider"),
    TOOL("tool");

    private final String noun;

    Target(String noun) {
      this.noun = noun;
    }

    /** {@code node}, {@code address pool}, ... */
    public String noun() {
      return noun;
    }
  }

  /** A list; a single value counts as a list of one. */
  record ListOf(Attribute items, int min, int max) implements AttrType {
    @Override
    public String wanted() {
      return "a list";
    }
  }

  /** A mapping with free keys. */
  record MapOf(Optional<Attribute> keys, Optional<Attribute> values) implements AttrType {
    @Override
    public String wanted() {
      return "a mapping";
    }
  }

  /** A mapping with known keys. */
  record Struct(Keys keys) implements AttrType {
    @Override
    public String wanted() {
      return "a mapping";
    }
  }

  /**
   * The type of that name, looked up when it is used: types may contain themselves.
   *
   * @param place where the name is written
   */
  record Named(String name, Span place) implements AttrType {
    @Override
    public String wanted() {
      return name;
    }
  }

  /** The first alternative that fits. */
  record OneOf(List<Attribute> alternatives) implements AttrType {
    public OneOf {
      alternatives = List.copyOf(alternatives);
    }

    @Override
    public String wanted() {
      return alternatives.stream()
          .map(a -> a.type().wanted())
          .distinct()
          .collect(Collectors.joining(", or "));
    }
  }

  /** Never accepted. */
  record Refused(String message) implements AttrType {
    @Override
    public String wanted() {
      return message;
    }
  }
}
