package netlab.render;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import netlab.net.InterfaceAddress;
import netlab.net.Ip;
import netlab.net.Mac;

/**
 * The functions a template has for addresses. All take a text; an address without a length counts
 * as a host, /32 or /128.
 */
final class AddressFunctions {
  private AddressFunctions() {}

  /** All functions by the name they have in a template. */
  static Map<String, TemplateMethodModelEx> all() {
    var all = new TreeMap<String, TemplateMethodModelEx>();
    all.put("is_address", arguments -> parse(arguments).isPresent());
    put(all, "address", a -> a.address().toString());
    put(all, "prefix_length", InterfaceAddress::length);
    put(all, "prefix", a -> a.prefix().toString());
    put(all, "network", a -> a.prefix().network().toString());
    put(all, "netmask", a -> a.prefix().netmask().toString());
    put(all, "wildcard", a -> a.prefix().wildcard().toString());
    all.put("mac", arguments -> mac(arguments).toString());
    all.put("cisco_mac", arguments -> mac(arguments).cisco());
    all.put("one_line", arguments -> text(arguments).strip().replaceAll("[\\p{Cntrl}\\s]+", " "));
    return Collections.unmodifiableMap(all);
  }

  private static void put(
      Map<String, TemplateMethodModelEx> all,
      String name,
      Function<InterfaceAddress, Object> function) {
    all.put(
        name,
        arguments ->
            function.apply(
                parse(arguments)
                    .orElseThrow(() -> wrong(name, "an IP address", describe(arguments)))));
  }

  private static Optional<InterfaceAddress> parse(List<?> arguments) throws TemplateModelException {
    if (arguments.size() != 1 || !(arguments.get(0) instanceof TemplateScalarModel)) {
      return Optional.empty();
    }
    String text = text(arguments);
    return text.indexOf('/') >= 0
        ? InterfaceAddress.tryParse(text)
        : Ip.tryParse(text).map(ip -> ip.with(ip.family().bits()));
  }

  private static Mac mac(List<?> arguments) throws TemplateModelException {
    String text = text(arguments);
    return Mac.tryParse(text).orElseThrow(() -> wrong("mac", "a MAC address", text));
  }

  private static String text(List<?> arguments) throws TemplateModelException {
    if (arguments.size() == 1 && arguments.get(0) instanceof TemplateScalarModel scalar) {
      return scalar.getAsString();
    }
    throw new TemplateModelException("the function takes one text");
  }

  private static String describe(List<?> arguments) {
    if (arguments.size() != 1) {
      return arguments.size() + " arguments";
    }
    try {
      return text(arguments);
    } catch (TemplateModelException e) {
      return "a value that is no text";
    }
  }

  private static TemplateModelException wrong(String function, String wanted, String found) {
    return new TemplateModelException(function + "() wants " + wanted + ", got `" + found + "`");
  }
}
