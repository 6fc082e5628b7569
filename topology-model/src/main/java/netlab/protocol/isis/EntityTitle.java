package netlab.protocol.isis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network entity title.
 *
 * @param area up to 13 octets in hexadecimal, with dots: {@code 49.0001}
 * @param systemId six octets: {@code 0000.0000.0007}
 */
record EntityTitle(String area, String systemId) {
  private static final Pattern TEXT =
      Pattern.compile("([0-9a-fA-F.]+)\\.((?:[0-9a-fA-F]{4}\\.){2}[0-9a-fA-F]{4})\\.00");

  /** The title of the router with a number, written in decimal digits as people do. */
  static EntityTitle numbered(String area, int number) {
    return new EntityTitle(area, String.format("0000.0000.%04d", number));
  }

  /** Reads a title; empty when it does not end in a system id and selector 00. */
  static Optional<EntityTitle> tryParse(String text) {
    Matcher m = TEXT.matcher(text);
    return m.matches() ? Optional.of(new EntityTitle(m.group(1), m.group(2))) : Optional.empty();
  }

  @Override
  public String toString() {
    return area + "." + systemId + ".00";
  }
}
