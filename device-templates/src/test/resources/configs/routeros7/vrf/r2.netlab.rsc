/system/identity/set name=r2
/interface/bridge/add name=loopback protocol-mode=none
/interface/bridge/add name=loopback1 protocol-mode=none comment="VRF Loopback red"
/interface/ethernet/set ether2 comment="r2 -> r1" disabled=no
/interface/ethernet/set ether3 comment="r2 -> r1" disabled=no
/ip/vrf/add name=red interfaces=ether3,loopback1
/ip/address/add address=10.0.0.2/32 interface=loopback
/ip/address/add address=10.1.0.2/30 interface=ether2
/ip/address/add address=10.1.0.6/30 interface=ether3
/ip/address/add address=10.2.0.2/32 interface=loopback1
/routing/ospf/instance/add name=v2-default version=2 router-id=10.0.0.2
/routing/ospf/area/add name=v2-default-0.0.0.0 instance=v2-default area-id=0.0.0.0
/routing/ospf/interface-template/add interfaces=loopback area=v2-default-0.0.0.0 passive
/routing/ospf/interface-template/add interfaces=ether2 area=v2-default-0.0.0.0 type=ptp
/routing/ospf/instance/add name=v2-red version=2 router-id=10.0.0.2 vrf=red routing-table=red redistribute=connected,bgp,bgp-mpls-vpn
/routing/ospf/area/add name=v2-red-0.0.0.0 instance=v2-red area-id=0.0.0.0
/routing/ospf/interface-template/add interfaces=ether3 area=v2-red-0.0.0.0 type=ptp
/routing/ospf/interface-template/add interfaces=loopback1 area=v2-red-0.0.0.0 passive
/routing/bgp/instance/add name=main as=65000 router-id=10.0.0.2
/ip/firewall/address-list/add list=bgp-networks address=10.0.0.2/32
/routing/bgp/connection/add name="r1-10.0.0.1" instance=main afi=ip remote.address=10.0.0.1 remote.as=65000 local.role=ibgp connect=yes listen=yes local.address=10.0.0.2 output.network=bgp-networks nexthop-choice=force-self
/routing/bgp/instance/add name=red as=65000 router-id=10.0.0.2 vrf=red routing-table=red
/routing/bgp/vpn/add name=red instance=red vrf=red route-distinguisher=65000:1 label-allocation-policy=per-vrf import.route-targets=65000:1 export.route-targets=65000:1 export.redistribute=connected,static,ospf,bgp
/ip/firewall/address-list/add list=bgp-networks-red address=10.2.0.2/32
