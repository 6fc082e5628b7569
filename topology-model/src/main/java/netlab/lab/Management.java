package netlab.lab;

import java.util.Optional;
import netlab.net.Ip;
import netlab.net.Mac;

/** How a node is reached from outside the lab. */
public record Management(
    String interfaceName, Optional<Ip> ipv4, Optional<Ip> ipv6, Optional<Mac> mac) {}
