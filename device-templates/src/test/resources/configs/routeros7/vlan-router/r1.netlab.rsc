/system/identity/set name=r1
/interface/bridge/add name=loopback protocol-mode=none
/interface/ethernet/set ether2 comment="r1 -> r2" disabled=no
/interface/ethernet/set ether3 comment="r1 -> r2" disabled=no
/interface/vlan/add name=ether2-1001 interface=ether2 vlan-id=1001 comment="r1 -> r2"
/interface/vlan/add name=ether2-1000 interface=ether2 vlan-id=1000 comment="r1 -> r2"
/interface/vlan/add name=ether3-1001 interface=ether3 vlan-id=1001 comment="r1 -> r2"
/ip/address/add address=10.0.0.1/32 interface=loopback
/ip/address/add address=10.1.0.1/30 interface=ether3
/ip/address/add address=10.1.0.5/30 interface=ether2-1001
/ip/address/add address=10.1.0.9/30 interface=ether2-1000
/ip/address/add address=10.1.0.13/30 interface=ether3-1001
/routing/ospf/instance/add name=v2-default version=2 router-id=10.0.0.1
/routing/ospf/area/add name=v2-default-0.0.0.0 instance=v2-default area-id=0.0.0.0
/routing/ospf/interface-template/add interfaces=loopback area=v2-default-0.0.0.0 passive
/routing/ospf/interface-template/add interfaces=ether3 area=v2-default-0.0.0.0 type=ptp
/routing/ospf/interface-template/add interfaces=ether2-1001 area=v2-default-0.0.0.0 type=ptp
/routing/ospf/interface-template/add interfaces=ether2-1000 area=v2-default-0.0.0.0 type=ptp
/routing/ospf/interface-template/add interfaces=ether3-1001 area=v2-default-0.0.0.0 type=ptp
