/system/identity/set name=pe1
/interface/bridge/add name=loopback protocol-mode=none
/interface/ethernet/set ether2 comment="pe1 -> p" disabled=no
/interface/ethernet/set ether3 comment="pe1 -> ce" disabled=no
/ip/vrf/add name=cust interfaces=ether3
/ip/address/add address=10.0.0.1/32 interface=loopback
/ip/address/add address=10.1.0.2/30 interface=ether2
/ip/address/add address=10.1.0.10/30 interface=ether3
/routing/ospf/instance/add name=v2-default version=2 router-id=10.0.0.1
/routing/ospf/area/add name=v2-default-0.0.0.0 instance=v2-default area-id=0.0.0.0
/routing/ospf/interface-template/add interfaces=loopback area=v2-default-0.0.0.0 passive
/routing/ospf/interface-template/add interfaces=ether2 area=v2-default-0.0.0.0 type=ptp
/routing/bgp/instance/add name=main as=65000 router-id=10.0.0.1
/ip/firewall/address-list/add list=bgp-networks address=10.0.0.1/32
/routing/bgp/connection/add name="p-10.0.0.2" instance=main afi=ip,vpnv4 remote.address=10.0.0.2 remote.as=65000 local.role=ibgp connect=yes listen=yes local.address=10.0.0.1 output.network=bgp-networks nexthop-choice=force-self
/routing/bgp/instance/add name=cust as=65000 router-id=10.0.0.1 vrf=cust routing-table=cust
/routing/bgp/vpn/add name=cust instance=cust vrf=cust route-distinguisher=65000:1 label-allocation-policy=per-vrf import.route-targets=65000:1 export.route-targets=65000:1 export.redistribute=connected,static,bgp
/routing/bgp/connection/add name="cust/ce-10.1.0.9" instance=cust afi=ip remote.address=10.1.0.9 remote.as=65010 local.role=ebgp connect=yes listen=yes vrf=cust routing-table=cust output.redistribute=connected,bgp-mpls-vpn output.network=bgp-networks-cust
/mpls/interface/add interface=ether2
/mpls/ldp/add afi=ip lsr-id=10.0.0.1 transport-addresses=10.0.0.1
/mpls/ldp/interface/add interface=ether2
