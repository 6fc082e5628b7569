/system/identity/set name=r2
/interface/bridge/add name=loopback protocol-mode=none
/interface/ethernet/set ether2 comment="r2 -> r1" disabled=no
/ip/address/add address=10.0.0.2/32 interface=loopback
/ipv6/address/add address=2001:db8:f:2::1/64 interface=loopback advertise=no
/ipv6/address/add address=2001:db8:7::2/64 interface=ether2 advertise=yes
/routing/bgp/instance/add name=main as=65002 router-id=10.0.0.2
/ip/firewall/address-list/add list=bgp-networks address=10.0.0.2/32
/ipv6/firewall/address-list/add list=bgp-networks address=2001:db8:f:2::/64
/routing/bgp/connection/add name="r1-2001:db8:7::1" instance=main afi=ipv6 remote.address=2001:db8:7::1 remote.as=65001 local.role=ebgp connect=yes listen=yes output.network=bgp-networks
