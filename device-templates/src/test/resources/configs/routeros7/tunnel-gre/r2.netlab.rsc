/system/identity/set name=r2
/interface/bridge/add name=loopback protocol-mode=none
/interface/ethernet/set ether2 comment="r2 -> r1" disabled=no
/interface/gre/add name=tunnel0 local-address=10.1.0.2 remote-address=10.1.0.1 mtu=1476 comment="r2 -> r1 [GRE tunnel]"
/ip/address/add address=10.0.0.2/32 interface=loopback
/ip/address/add address=10.1.0.2/30 interface=ether2
/ip/address/add address=10.1.0.6/30 interface=tunnel0
/routing/ospf/instance/add name=v2-default version=2 router-id=10.0.0.2
/routing/ospf/area/add name=v2-default-0.0.0.0 instance=v2-default area-id=0.0.0.0
/routing/ospf/interface-template/add interfaces=loopback area=v2-default-0.0.0.0 passive
/routing/ospf/interface-template/add interfaces=ether2 area=v2-default-0.0.0.0 type=ptp
/routing/ospf/interface-template/add interfaces=tunnel0 area=v2-default-0.0.0.0 type=ptp
