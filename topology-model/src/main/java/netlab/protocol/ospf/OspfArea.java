package netlab.protocol.ospf;

import netlab.net.Ip;
import netlab.schema.Value;

/**
 * An area a router is in.
 *
 * @param kind {@code regular}, {@code stub} or {@code nssa}
 * @param extra the number of the area for templates, and settings this package does not read
 */
public record OspfArea(Ip area, String kind, Value.Fields extra) {}
