/system/identity/set name=r1
/interface/bridge/add name=loopback protocol-mode=none
/interface/ethernet/set ether2 comment="r1 -> r2" disabled=no
/interface/gre/add name=tunnel0 local-address=10.1.0.1 remote-address=10.1.0.2 mtu=1476 comment="r1 -> r2 [GRE tunnel]"
/ip/address/add address=10.0.0.1/32 interface=loopback
/ip/address/add address=10.1.0.1/30 interface=ether2
/ip/address/add address=10.1.0.5/30 interface=tunnel0
/routing/ospf/instance/add name=v2-default version=2 router-id=10.0.0.1
/routing/ospf/area/add name=v2-default-0.0.0.0 instance=v2-default area-id=0.0.0.0
/routing/ospf/interface-template/add interfaces=loopback area=v2-default-0.0.0.0 passive
/routing/ospf/interface-template/add interfaces=ether2 area=v2-default-0.0.0.0 type=ptp
/routing/ospf/interface-template/add interfaces=tunnel0 area=v2-default-0.0.0.0 type=ptp
