package netlab.protocol.ospf;

import netlab.net.Ip;
import netlab.net.Ip4;
import netlab.schema.Value;

/**
 * An area a router is in.
 *
 * @param kind {@code regular}, {@code stub} or {@code nssa}
 * @param extra the number of the area for templates, and settings this package does not read
 */
public record OspfArea(Ip area, String kind, Value.Fields extra) {
  /** An area with settings, and its number. */
  public static OspfArea of(Ip area, String kind, Value.Fields settings) {
    return new OspfArea(area, kind, settings.with("_area_int", Value.of(number(area))));
  }

  private static long number(Ip area) {
    return area instanceof Ip4 ip ? Integer.toUnsignedLong(ip.value()) : 0;
  }
}
