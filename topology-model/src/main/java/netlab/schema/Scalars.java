package netlab.schema;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import netlab.diag.Code;
import netlab.diag.Suggest;
import netlab.net.Asn;
import netlab.net.Family;
import netlab.net.InterfaceAddress;
import netlab.net.Ip;
import netlab.net.Ip4;
import netlab.net.Mac;
import netlab.net.Prefix;
import netlab.source.Yaml;

/** Reads single values under a type. */
final class Scalars {
  private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s)?");
  private static final Pattern NET = Pattern.compile("[0-9a-fA-F.]+");
  private static final Pattern RD = Pattern.compile("[0-9.]+:[0-9]+");
  private static final Pattern ESI = Pattern.compile("00(:[0-9a-fA-F]{2}){9}");

  /** Ranges no subnet of a lab may come from. */
  private static final List<Prefix> RESERVED =
      List.of(
          Prefix.parse("0.0.0.0/8"),
          Prefix.parse("127.0.0.0/8"),
          Prefix.parse("224.0.0.0/4"),
          Prefix.parse("240.0.0.0/4"),
          Prefix.parse("::1/128"),
          Prefix.parse("ff00::/8"));

  private static final Prefix DEFAULT_ROUTE = Prefix.parse("0.0.0.0/0");

  /** What came out. */
  sealed interface Outcome {}

  /** The datum. */
  record Good(Object data) implements Outcome {}

  /**
   * A wrong value.
   *
   * @param message a sentence about the attribute without its subject: {@code must be ...}
   */
  record Bad(Code code, String message, Optional<String> hint) implements Outcome {}

  private final Names names;

  Scalars(Names names) {
    this.names = names;
  }

  /** True for types a single value can have. */
  static boolean takes(AttrType type) {
    return switch (type) {
      case AttrType.ListOf l -> false;
      case AttrType.MapOf m -> false;
      case AttrType.Struct s -> false;
      case AttrType.OneOf o -> false;
      case AttrType.Named n -> false;
      case AttrType.Any a -> true;
      case AttrType.Bool b -> true;
      case AttrType.False f -> true;
      case AttrType.Nothing n -> true;
      case AttrType.Int i -> true;
      case AttrType.Real n -> true;
      case AttrType.Text t -> true;
      case AttrType.Word w -> true;
      case AttrType.Id i -> true;
      case AttrType.Ip i -> true;
      case AttrType.Special s -> true;
      case AttrType.Ref r -> true;
      case AttrType.Refused r -> true;
    };
  }

  /** Reads a scalar that is not empty. */
  Outcome read(AttrType type, Yaml.Scalar s) {
    return switch (type) {
      case AttrType.Any a ->
          Untyped.of(s) instanceof Value.Scalar v ? new Good(v.data()) : wrong(type, s);
      case AttrType.Bool b -> bool(s).<Outcome>map(Good::new).orElseGet(() -> wrong(type, s));
      case AttrType.False f ->
          bool(s).filter(v -> !v).<Outcome>map(Good::new).orElseGet(() -> wrong(type, s));
      case AttrType.Nothing n -> wrong(type, s);
      case AttrType.Int i -> integer(i, s);
      case AttrType.Real n -> number(n, s);
      case AttrType.Text t -> s.asBool().isPresent() ? notText(type, s) : new Good(s.text());
      case AttrType.Word w -> word(w, s);
      case AttrType.Id id -> id(id, s);
      case AttrType.Ip ip -> address(ip, s);
      case AttrType.Special special -> special(special, s);
      case AttrType.Ref ref -> reference(ref, s);
      case AttrType.Refused r -> new Bad(Code.UNKNOWN_ATTRIBUTE, "is " + r.message(), none());
      case AttrType.ListOf l -> wrong(type, s);
      case AttrType.MapOf m -> wrong(type, s);
      case AttrType.Struct m -> wrong(type, s);
      case AttrType.OneOf o -> wrong(type, s);
      case AttrType.Named n -> wrong(type, s);
    };
  }

  /** {@code must be X, not Y}. */
  static Bad wrong(AttrType type, Yaml found) {
    return new Bad(Code.WRONG_TYPE, "must be " + type.wanted() + ", not " + shown(found), none());
  }

  /** The value as the user wrote it, or its kind when it is long. */
  static String shown(Yaml found) {
    return found instanceof Yaml.Scalar s && !s.isNull() && s.text().length() <= 40
        ? "`" + s.text() + "`"
        : found.kind();
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static Bad notText(AttrType type, Yaml.Scalar s) {
    return new Bad(
        Code.WRONG_TYPE,
        "must be " + type.wanted() + ", not " + s.kind(),
        Optional.of("put it in quotes if it is meant as a text: \"" + s.text() + "\""));
  }

  private static Optional<Boolean> bool(Yaml.Scalar s) {
    if (s.asBool().isPresent() || s.isPlain()) {
      return s.asBool();
    }
    return switch (s.text()) {
      case "true", "True" -> Optional.of(true);
      case "false", "False" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Whole numbers in quotes count as well. */
  private static OptionalLong whole(Yaml.Scalar s) {
    return s.isPlain()
        ? s.asInt()
        : new Yaml.Scalar(s.text().strip(), Yaml.Style.PLAIN, s.span()).asInt();
  }

  private static Outcome integer(AttrType.Int type, Yaml.Scalar s) {
    OptionalLong value = whole(s);
    if (value.isEmpty()) {
      return wrong(type, s);
    }
    if (value.getAsLong() < type.min() || value.getAsLong() > type.max()) {
      return outOfRange(type, s);
    }
    return new Good(value.getAsLong());
  }

  private static Bad outOfRange(AttrType type, Yaml.Scalar s) {
    return new Bad(Code.OUT_OF_RANGE, "must be " + type.wanted() + ", not " + shown(s), none());
  }

  private static Outcome number(AttrType.Real type, Yaml.Scalar s) {
    OptionalLong whole = whole(s);
    OptionalDouble value =
        whole.isPresent() ? OptionalDouble.of((double) whole.getAsLong()) : s.asFloat();
    if (value.isEmpty()) {
      return wrong(type, s);
    }
    if (value.getAsDouble() < type.min() || value.getAsDouble() > type.max()) {
      return outOfRange(type, s);
    }
    return new Good(whole.isPresent() ? (Object) whole.getAsLong() : value.getAsDouble());
  }

  private static Outcome word(AttrType.Word type, Yaml.Scalar s) {
    if (type.words().contains(s.text())) {
      return new Good(s.text());
    }
    return new Bad(
        Code.INVALID_CHOICE,
        "must be " + type.wanted() + ", not " + shown(s),
        Suggest.hint(s.text(), type.words()));
  }

  private static Outcome id(AttrType.Id type, Yaml.Scalar s) {
    Optional<String> problem = Identifiers.problem(s.text(), type.maxLength());
    return problem.isEmpty()
        ? new Good(s.text())
        : new Bad(Code.INVALID_NAME, "`" + s.text() + "` " + problem.get(), none());
  }

  private Outcome reference(AttrType.Ref type, Yaml.Scalar s) {
    Optional<Set<String>> known = names.of(type.target());
    if (known.isEmpty() || known.get().contains(s.text())) {
      return new Good(s.text());
    }
    return new Bad(
        Code.UNKNOWN_NAME,
        "there is no " + type.target().noun() + " `" + s.text() + "`",
        Suggest.hint(s.text(), known.get()));
  }

  private static Outcome address(AttrType.Ip type, Yaml.Scalar s) {
    String text = s.text().strip();
    return switch (type.use()) {
      case INTERFACE -> interfaceAddress(type, s, text);
      case SUBNET_PREFIX ->
          s.asBool().isPresent() ? new Good(s.asBool().get()) : prefix(type, s, text, true);
      case PREFIX -> prefix(type, s, text, false);
      case PREFIX_OR_HOST ->
          text.indexOf('/') < 0 ? ip(type, s, text) : prefix(type, s, text, false);
      case HOST_PREFIX ->
          InterfaceAddress.tryParse(text)
              .filter(a -> a.family() == type.family())
              .map(Scalars::usable)
              .orElseGet(() -> wrongFamily(type, s, text));
      case ADDRESS -> ip(type, s, text);
      case ID -> identifier(type, s, text);
    };
  }

  private static Outcome interfaceAddress(AttrType.Ip type, Yaml.Scalar s, String text) {
    if (s.asBool().isPresent()) {
      return new Good(s.asBool().get());
    }
    if (whole(s).isPresent() && text.indexOf(':') < 0) {
      return new Good(whole(s).getAsLong());
    }
    if (text.indexOf('/') >= 0) {
      return InterfaceAddress.tryParse(text)
          .filter(a -> a.family() == type.family())
          .map(Scalars::usable)
          .orElseGet(() -> wrongFamily(type, s, text));
    }
    return ip(type, s, text) instanceof Good good && good.data() instanceof Ip ip
        ? usable(ip)
        : ip(type, s, text);
  }

  private static Outcome usable(Ip ip) {
    return ip.isMulticast()
        ? new Bad(Code.INVALID_ADDRESS, "`" + ip + "` is a multicast address", none())
        : new Good(ip);
  }

  /** The network's own address is one that routers may have in IPv6 (RFC 4291, section 2.6.1). */
  private static Outcome usable(InterfaceAddress a) {
    if (a.address().isMulticast()) {
      return usable(a.address());
    }
    if ((a.isNetwork() && a.family() == Family.IPV4) || a.isBroadcast()) {
      return new Bad(
          Code.INVALID_ADDRESS,
          "`"
              + a
              + "` is the "
              + (a.isNetwork() ? "address of the network itself" : "broadcast address")
              + ", no interface can have it",
          none());
    }
    return new Good(a);
  }

  private static Outcome ip(AttrType.Ip type, Yaml.Scalar s, String text) {
    return Ip.tryParse(text)
        .filter(ip -> ip.family() == type.family())
        .<Outcome>map(Good::new)
        .orElseGet(() -> wrongFamily(type, s, text));
  }

  private static Outcome identifier(AttrType.Ip type, Yaml.Scalar s, String text) {
    OptionalLong whole = whole(s);
    if (whole.isEmpty() || type.family() == Family.IPV6) {
      return ip(type, s, text);
    }
    long value = whole.getAsLong();
    return value < 0 || value > 0xffff_ffffL
        ? new Bad(Code.OUT_OF_RANGE, "must be 0 to 4294967295, or a dotted address", none())
        : new Good(new Ip4((int) value));
  }

  /** A host part that is not zero is dropped, as routers do with static routes. */
  private static Outcome prefix(AttrType.Ip type, Yaml.Scalar s, String text, boolean subnet) {
    Optional<Prefix> prefix =
        InterfaceAddress.tryParse(text)
            .filter(a -> a.family() == type.family())
            .map(InterfaceAddress::prefix);
    if (prefix.isEmpty()) {
      return wrongFamily(type, s, text);
    }
    return subnet ? checked(prefix.get()) : new Good(prefix.get());
  }

  private static Outcome checked(Prefix prefix) {
    for (Prefix reserved : RESERVED) {
      if (reserved.contains(prefix) && !prefix.equals(DEFAULT_ROUTE)) {
        return new Bad(
            Code.INVALID_ADDRESS,
            "`" + prefix + "` is reserved and cannot be used for a subnet",
            none());
      }
    }
    return new Good(prefix);
  }

  private static Bad wrongFamily(AttrType.Ip type, Yaml.Scalar s, String text) {
    String bare = text.indexOf('/') < 0 ? text : text.substring(0, text.indexOf('/'));
    Optional<Ip> other = Ip.tryParse(bare).filter(ip -> ip.family() != type.family());
    Optional<String> hint =
        other.map(ip ->
            "this is an address of "
                + (ip.family() == Family.IPV4 ? "IPv4" : "IPv6")
                + ": use `"
                + ip.family()
                + "`");
    return new Bad(Code.WRONG_TYPE, "must be " + type.wanted() + ", not " + shown(s), hint);
  }

  private Outcome special(AttrType.Special type, Yaml.Scalar s) {
    String text = s.text().strip();
    if (type.notation() == AttrType.Notation.PREFIX_OR_NAME) {
      return prefixOrName(type, s, text);
    }
    Optional<? extends Object> data =
        switch (type.notation()) {
          case MAC -> Mac.tryParse(text).filter(m -> !m.isMulticast()).map(m -> text);
          case ASN -> asn(s);
          case TIME -> time(text);
          case NET ->
              NET.matcher(text).matches() && text.replace(".", "").length() % 2 == 0
                  ? Optional.of(text)
                  : Optional.empty();
          case RD ->
              whole(s).isPresent() && text.indexOf(':') < 0
                  ? Optional.of(whole(s).getAsLong())
                  : Optional.of(text).filter(t -> RD.matcher(t).matches());
          case AUTO_BANDWIDTH ->
              text.equals("auto")
                  ? Optional.of(text)
                  : whole(s).isPresent() ? Optional.of(whole(s).getAsLong()) : Optional.empty();
          case ESI -> Optional.of(text).filter(t -> ESI.matcher(t).matches());
          case PREFIX_SET -> Optional.of(text).filter(t -> s.asBool().isEmpty() && isPrefixSet(t));
          case PREFIX_OR_NAME -> Optional.empty();
        };
    return data.<Outcome>map(Good::new).orElseGet(() -> wrong(type, s));
  }

  private static Optional<Long> asn(Yaml.Scalar s) {
    Optional<Long> written = Asn.tryParse(s.text().strip()).map(Asn::value);
    if (written.isPresent()) {
      return written;
    }
    return s.asBool().isPresent() || whole(s).isEmpty()
        ? Optional.empty()
        : Optional.of(whole(s).getAsLong()).filter(v -> v >= 1 && v <= Asn.MAX);
  }

  private static Optional<Number> time(String text) {
    Matcher m = TIME.matcher(text);
    if (!m.matches()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(m.group(1)) * ("s".equals(m.group(2)) ? 1000 : 1);
    if (value == Math.rint(value)) {
      return Optional.of((long) value);
    }
    return Optional.of(value);
  }

  private Outcome prefixOrName(AttrType.Special type, Yaml.Scalar s, String text) {
    if (text.indexOf('/') >= 0) {
      return InterfaceAddress.tryParse(text)
          .map(a -> checked(a.prefix()))
          .orElseGet(() -> wrong(type, s));
    }
    boolean name = s.asBool().isEmpty() && Identifiers.problem(text, Integer.MAX_VALUE).isEmpty();
    return name ? reference(new AttrType.Ref(AttrType.Target.PREFIX), s) : wrong(type, s);
  }

  /** A prefix, an address, or {@code namespace.name}. */
  private static boolean isPrefixSet(String text) {
    return InterfaceAddress.tryParse(text).isPresent()
        || Ip.tryParse(text).isPresent()
        || Identifiers.problem(text.replace('.', '_'), Integer.MAX_VALUE).isEmpty();
  }
}
