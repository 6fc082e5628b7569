/system/identity/set name=s1
/interface/bridge/add name=loopback protocol-mode=none
/interface/ethernet/set ether2 comment="s1 -> s2" disabled=no
/interface/ethernet/set ether3 comment="[Access VLAN red] s1 -> h1" disabled=no
/interface/bridge/add name=switch protocol-mode=none vlan-filtering=no
/interface/bridge/port/add bridge=switch interface=ether2 frame-types=admit-only-vlan-tagged
/interface/bridge/port/add bridge=switch interface=ether3 pvid=1000 frame-types=admit-only-untagged-and-priority-tagged
/interface/bridge/vlan/add bridge=switch vlan-ids=1001 tagged=switch,ether2
/interface/bridge/vlan/add bridge=switch vlan-ids=1000 tagged=switch,ether2 untagged=ether3
/interface/bridge/vlan/add bridge=switch vlan-ids=1002 tagged=switch,ether2
/interface/vlan/add name=vlan1000 interface=switch vlan-id=1000 comment="VLAN red (1000) -> [h1,s2]"
/interface/vlan/add name=vlan1001 interface=switch vlan-id=1001 comment="VLAN blue (1001) -> [s2]"
/interface/vlan/add name=ether2-1002 interface=switch vlan-id=1002 comment="s1 -> s2"
/interface/bridge/set switch vlan-filtering=yes
/ip/address/add address=10.0.0.1/32 interface=loopback
/ip/address/add address=172.16.0.1/24 interface=vlan1000
/ip/address/add address=172.16.1.1/24 interface=vlan1001
/ip/address/add address=10.1.0.1/30 interface=ether2-1002
/routing/ospf/instance/add name=v2-default version=2 router-id=10.0.0.1
/routing/ospf/area/add name=v2-default-0.0.0.0 instance=v2-default area-id=0.0.0.0
/routing/ospf/interface-template/add interfaces=loopback area=v2-default-0.0.0.0 passive
/routing/ospf/interface-template/add interfaces=vlan1000 area=v2-default-0.0.0.0
/routing/ospf/interface-template/add interfaces=vlan1001 area=v2-default-0.0.0.0 type=ptp
/routing/ospf/interface-template/add interfaces=ether2-1002 area=v2-default-0.0.0.0 type=ptp
