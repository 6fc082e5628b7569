/system/identity/set name=r2
/interface/bridge/add name=loopback protocol-mode=none
/interface/bridge/add name=loopback1 protocol-mode=none comment="VRF Loopback red"
/interface/ethernet/set ether2 comment="r2 -> r1" disabled=no
/interface/ethernet/set ether3 comment="r2 -> x" disabled=no
/interface/ethernet/set ether4 comment="r2 -> r1" disabled=no
/ip/vrf/add name=red interfaces=ether4,loopback1
/ip/address/add address=10.0.0.2/32 interface=loopback
/ipv6/address/add address=2001:db8:f:2::1/64 interface=loopback advertise=no
/ip/address/add address=10.1.0.2/30 interface=ether2
/ipv6/address/add address=2001:db8:2::2/64 interface=ether2 advertise=yes
/ip/address/add address=10.1.0.5/30 interface=ether3
/ipv6/address/add address=2001:db8:2:1::1/64 interface=ether3 advertise=yes
/ip/address/add address=10.1.0.14/30 interface=ether4
/ipv6/address/add address=2001:db8:2:3::2/64 interface=ether4 advertise=yes
/ip/address/add address=10.2.0.2/32 interface=loopback1
/routing/bfd/configuration/add interfaces=ether2 min-tx=300ms min-rx=250ms multiplier=4
/routing/bfd/configuration/add interfaces=ether3 min-tx=300ms min-rx=200ms multiplier=4
/routing/bfd/configuration/add interfaces=ether4 min-tx=300ms min-rx=200ms multiplier=4 vrf=red
/routing/ospf/instance/add name=v2-default version=2 router-id=10.0.0.2
/routing/ospf/area/add name=v2-default-0.0.0.0 instance=v2-default area-id=0.0.0.0
/routing/ospf/interface-template/add interfaces=loopback area=v2-default-0.0.0.0 passive
/routing/ospf/interface-template/add interfaces=ether2 area=v2-default-0.0.0.0 type=ptp use-bfd=yes
/routing/ospf/instance/add name=v2-red version=2 router-id=10.0.0.2 vrf=red routing-table=red redistribute=connected,bgp,bgp-mpls-vpn
/routing/ospf/area/add name=v2-red-0.0.0.0 instance=v2-red area-id=0.0.0.0
/routing/ospf/interface-template/add interfaces=ether4 area=v2-red-0.0.0.0 type=ptp
/routing/ospf/interface-template/add interfaces=loopback1 area=v2-red-0.0.0.0 passive
/routing/ospf/instance/add name=v3-default version=3 router-id=10.0.0.2
/routing/ospf/area/add name=v3-default-0.0.0.0 instance=v3-default area-id=0.0.0.0
/routing/ospf/interface-template/add interfaces=loopback area=v3-default-0.0.0.0 passive
/routing/ospf/interface-template/add interfaces=ether2 area=v3-default-0.0.0.0 type=ptp use-bfd=yes
/routing/ospf/instance/add name=v3-red version=3 router-id=10.0.0.2 vrf=red routing-table=red redistribute=connected,bgp,bgp-mpls-vpn
/routing/ospf/area/add name=v3-red-0.0.0.0 instance=v3-red area-id=0.0.0.0
/routing/ospf/interface-template/add interfaces=ether4 area=v3-red-0.0.0.0 type=ptp
/routing/bgp/instance/add name=main as=65000 router-id=10.0.0.2
/ip/firewall/address-list/add list=bgp-networks address=10.42.0.0/16
/ip/route/add dst-address=10.42.0.0/16 blackhole distance=254
/ip/firewall/address-list/add list=bgp-networks address=10.0.0.2/32
/ipv6/firewall/address-list/add list=bgp-networks address=2001:db8:f:2::/64
/routing/bgp/connection/add name="r1-10.0.0.1" instance=main afi=ip remote.address=10.0.0.1 remote.as=65000 local.role=ibgp connect=yes listen=yes local.address=10.0.0.2 output.network=bgp-networks nexthop-choice=force-self
/routing/bgp/connection/add name="r1-2001:db8:f:1::1" instance=main afi=ipv6 remote.address=2001:db8:f:1::1 remote.as=65000 local.role=ibgp connect=yes listen=yes local.address=2001:db8:f:2::1 output.network=bgp-networks nexthop-choice=force-self
/routing/bgp/connection/add name="x-10.1.0.6" instance=main afi=ip remote.address=10.1.0.6 remote.as=65010 local.role=ebgp connect=yes listen=yes output.network=bgp-networks tcp-md5-key="what\3F\"\$" input.allow-as=2 output.default-originate=always
/routing/bgp/connection/add name="x-2001:db8:2:1::2" instance=main afi=ipv6 remote.address=2001:db8:2:1::2 remote.as=65010 local.role=ebgp connect=yes listen=yes output.network=bgp-networks tcp-md5-key="what\3F\"\$" input.allow-as=2 output.default-originate=always
/routing/bgp/instance/add name=red as=65000 router-id=10.0.0.2 vrf=red routing-table=red
/routing/bgp/vpn/add name=red instance=red vrf=red route-distinguisher=65000:1 label-allocation-policy=per-vrf import.route-targets=65000:1 export.route-targets=65000:1 export.redistribute=connected,static,ospf,bgp
/ip/firewall/address-list/add list=bgp-networks-red address=10.2.0.2/32
