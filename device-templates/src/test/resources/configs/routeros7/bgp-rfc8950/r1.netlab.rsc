/system/identity/set name=r1
/interface/bridge/add name=loopback protocol-mode=none
/interface/ethernet/set ether2 comment="r1 -> r2" disabled=no
/ip/address/add address=10.0.0.1/32 interface=loopback
/ipv6/address/add address=2001:db8:f:1::1/64 interface=loopback advertise=no
/ipv6/address/add address=2001:db8:7::1/64 interface=ether2 advertise=yes
/routing/bgp/instance/add name=main as=65001 router-id=10.0.0.1
/ip/firewall/address-list/add list=bgp-networks address=10.5.0.0/16
/ip/route/add dst-address=10.5.0.0/16 blackhole distance=254
/ip/firewall/address-list/add list=bgp-networks address=10.0.0.1/32
/ipv6/firewall/address-list/add list=bgp-networks address=2001:db8:f:1::/64
/routing/bgp/connection/add name="r2-2001:db8:7::2" instance=main afi=ipv6 remote.address=2001:db8:7::2 remote.as=65002 local.role=ebgp connect=yes listen=yes output.network=bgp-networks
