package netlab.provider.netns;

/** The labs of the tests, by name, for other processes. */
final class Sketches {
  private Sketches() {}

  static Sketch named(String name) {
    return switch (name) {
      case "pair" -> Sketch.ring(2);
      case "ospf" -> ospf();
      case "lan" -> lan();
      case "wrong" -> wrong();
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Two routers with OSPF and BGP over one link, and all that makes FRR 8.4 and 10 differ. */
  static Sketch ospf() {
    return new Sketch("ospf")
        .router("r1", ospf(1, 2), "ospfd", "ospf6d", "bgpd")
        .router("r2", ospf(2, 1), "ospfd", "ospf6d", "bgpd")
        .link("r1:eth1=10.1.0.1/30", "r2:eth1=10.1.0.2/30");
  }

  private static String ospf(int own, int other) {
    return """
    frr defaults datacenter
    hostname r%1$d
    service integrated-vtysh-config
    ip forwarding
    ip route 192.0.%1$d.0/24 blackhole
    interface lo
     ip address 10.0.0.%1$d/32
     ip ospf area 0
    exit
    !
    interface eth1
     ip address 10.1.0.%1$d/30
     ip ospf area 0
     ip ospf network point-to-point
     ip ospf hello-interval 1
     ip ospf dead-interval 4
    exit
    !
    router ospf
     ospf router-id 10.0.0.%1$d
    exit
    !
    router ospf6
     ospf6 router-id 10.0.0.%1$d
    exit
    !
    interface eth1
     ipv6 ospf6 area 0
     ipv6 ospf6 hello-interval 1
    exit
    !
    router bgp 65000
     bgp router-id 10.0.0.%1$d
     neighbor 10.0.0.%2$d remote-as 65000
     neighbor 10.0.0.%2$d update-source lo
     neighbor 10.0.0.%2$d timers connect 1
     address-family ipv4 unicast
      redistribute static
     exit-address-family
    exit
    !
    """
        .formatted(own, other);
  }

  /** A router and two hosts on one network, and a stub network behind the router. */
  static Sketch lan() {
    return new Sketch("lan")
        .router(
            "r1",
            """
            hostname r1
            ip forwarding
            interface eth1
             ip address 10.2.0.1/24
            interface eth2
             ip address 10.3.0.1/24
            """)
        .host(
            "h1",
            "address replace 10.2.0.11/24 dev eth1\nroute replace default via 10.2.0.1 dev eth1\n")
        .host(
            "h2",
            "address replace 10.2.0.12/24 dev eth1\nroute replace default via 10.2.0.1 dev eth1\n")
        .link("r1:eth1=10.2.0.1/24", "h1:eth1=10.2.0.11/24", "h2:eth1=10.2.0.12/24")
        .link("r1:eth2=10.3.0.1/24");
  }

  /** A router with lines that nobody takes. */
  static Sketch wrong() {
    return new Sketch("wrong")
        .router(
            "r1",
            """
            hostname r1
            interface eth1
             ip address 10.2.0.1/24
             ip ospf area 0
             ip pim
            exit
            router ospf
             nonsense
            exit
            router bgp 65001
             neighbor 10.2.0.2 remote-as 65002
             neighbor 10.2.0.3 shutdown
            exit
            """,
            "ospfd",
            "bgpd")
        .link("r1:eth1=10.2.0.1/24");
  }
}
