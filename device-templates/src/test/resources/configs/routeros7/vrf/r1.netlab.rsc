/system/identity/set name=r1
/interface/bridge/add name=loopback protocol-mode=none
/interface/bridge/add name=loopback1 protocol-mode=none comment="VRF Loopback red"
/interface/ethernet/set ether2 comment="r1 -> r2" disabled=no
/interface/ethernet/set ether3 comment="r1 -> r2" disabled=no
/interface/ethernet/set ether4 comment="r1 -> x" disabled=no
/interface/ethernet/set ether5 comment="r1 -> stub" disabled=no
/ip/vrf/add name=red interfaces=ether3,loopback1
/ip/vrf/add name=blue interfaces=ether4,ether5
/ip/address/add address=10.0.0.1/32 interface=loopback
/ip/address/add address=10.1.0.1/30 interface=ether2
/ip/address/add address=10.1.0.5/30 interface=ether3
/ip/address/add address=10.1.0.9/30 interface=ether4
/ip/address/add address=172.16.0.1/24 interface=ether5
/ip/address/add address=10.2.0.1/32 interface=loopback1
/routing/ospf/instance/add name=v2-default version=2 router-id=10.0.0.1
/routing/ospf/area/add name=v2-default-0.0.0.0 instance=v2-default area-id=0.0.0.0
/routing/ospf/interface-template/add interfaces=loopback area=v2-default-0.0.0.0 passive
/routing/ospf/interface-template/add interfaces=ether2 area=v2-default-0.0.0.0 type=ptp
/routing/ospf/instance/add name=v2-red version=2 router-id=10.0.0.1 vrf=red routing-table=red redistribute=connected,bgp,bgp-mpls-vpn
/routing/ospf/area/add name=v2-red-0.0.0.0 instance=v2-red area-id=0.0.0.0
/routing/ospf/interface-template/add interfaces=ether3 area=v2-red-0.0.0.0 type=ptp
/routing/ospf/interface-template/add interfaces=loopback1 area=v2-red-0.0.0.0 passive
/routing/bgp/instance/add name=main as=65000 router-id=10.0.0.1
/ip/firewall/address-list/add list=bgp-networks address=10.0.0.1/32
/routing/bgp/connection/add name="r2-10.0.0.2" instance=main afi=ip remote.address=10.0.0.2 remote.as=65000 local.role=ibgp connect=yes listen=yes local.address=10.0.0.1 output.network=bgp-networks nexthop-choice=force-self
/routing/bgp/instance/add name=red as=65000 router-id=10.0.0.1 vrf=red routing-table=red
/routing/bgp/vpn/add name=red instance=red vrf=red route-distinguisher=65000:1 label-allocation-policy=per-vrf import.route-targets=65000:1 export.route-targets=65000:1 export.redistribute=connected,static,ospf,bgp
/ip/firewall/address-list/add list=bgp-networks-red address=10.2.0.1/32
/routing/bgp/instance/add name=blue as=65000 router-id=10.0.0.1 vrf=blue routing-table=blue
/routing/bgp/vpn/add name=blue instance=blue vrf=blue route-distinguisher=65000:2 label-allocation-policy=per-vrf import.route-targets=65000:1,65000:2 export.route-targets=65000:2 export.redistribute=connected,static,bgp
/ip/firewall/address-list/add list=bgp-networks-blue address=172.16.0.0/24
/routing/bgp/connection/add name="blue/x-10.1.0.10" instance=blue afi=ip remote.address=10.1.0.10 remote.as=65010 local.role=ebgp connect=yes listen=yes vrf=blue routing-table=blue output.redistribute=connected,bgp-mpls-vpn output.network=bgp-networks-blue
