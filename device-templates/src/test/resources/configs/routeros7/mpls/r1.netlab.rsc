/system/identity/set name=r1
/interface/bridge/add name=loopback protocol-mode=none
/interface/ethernet/set ether2 comment="r1 -> r2" disabled=no
/interface/ethernet/set ether3 comment="r1 -> r2" disabled=no
/interface/ethernet/set ether4 comment="r1 -> stub" disabled=no
/ip/address/add address=10.0.0.1/32 interface=loopback
/ip/address/add address=10.1.0.1/30 interface=ether2
/ip/address/add address=10.1.0.5/30 interface=ether3
/ip/address/add address=172.16.0.1/24 interface=ether4
/routing/ospf/instance/add name=v2-default version=2 router-id=10.0.0.1
/routing/ospf/area/add name=v2-default-0.0.0.0 instance=v2-default area-id=0.0.0.0
/routing/ospf/interface-template/add interfaces=loopback area=v2-default-0.0.0.0 passive
/routing/ospf/interface-template/add interfaces=ether2 area=v2-default-0.0.0.0 type=ptp
/routing/ospf/interface-template/add interfaces=ether3 area=v2-default-0.0.0.0 type=ptp
/routing/ospf/interface-template/add interfaces=ether4 area=v2-default-0.0.0.0 passive
/mpls/interface/add interface=ether2
/mpls/interface/add interface=ether4
/mpls/ldp/add afi=ip lsr-id=10.0.0.1 transport-addresses=10.0.0.1
/mpls/ldp/interface/add interface=ether2
