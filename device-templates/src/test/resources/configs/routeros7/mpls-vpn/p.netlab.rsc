/system/identity/set name=p
/interface/bridge/add name=loopback protocol-mode=none
/interface/ethernet/set ether2 comment="p -> pe1" disabled=no
/interface/ethernet/set ether3 comment="p -> pe2" disabled=no
/ip/address/add address=10.0.0.2/32 interface=loopback
/ip/address/add address=10.1.0.1/30 interface=ether2
/ip/address/add address=10.1.0.5/30 interface=ether3
/routing/ospf/instance/add name=v2-default version=2 router-id=10.0.0.2
/routing/ospf/area/add name=v2-default-0.0.0.0 instance=v2-default area-id=0.0.0.0
/routing/ospf/interface-template/add interfaces=loopback area=v2-default-0.0.0.0 passive
/routing/ospf/interface-template/add interfaces=ether2 area=v2-default-0.0.0.0 type=ptp
/routing/ospf/interface-template/add interfaces=ether3 area=v2-default-0.0.0.0 type=ptp
/routing/bgp/instance/add name=main as=65000 router-id=10.0.0.2 cluster-id=10.0.0.2
/ip/firewall/address-list/add list=bgp-networks address=10.0.0.2/32
/routing/bgp/connection/add name="pe1-10.0.0.1" instance=main afi=ip,vpnv4 remote.address=10.0.0.1 remote.as=65000 local.role=ibgp-rr connect=yes listen=yes local.address=10.0.0.2 output.network=bgp-networks nexthop-choice=force-self
/routing/bgp/connection/add name="pe2-10.0.0.3" instance=main afi=ip,vpnv4 remote.address=10.0.0.3 remote.as=65000 local.role=ibgp-rr connect=yes listen=yes local.address=10.0.0.2 output.network=bgp-networks nexthop-choice=force-self
/mpls/interface/add interface=ether2
/mpls/interface/add interface=ether3
/mpls/ldp/add afi=ip lsr-id=10.0.0.2 transport-addresses=10.0.0.2
/mpls/ldp/interface/add interface=ether2
/mpls/ldp/interface/add interface=ether3
