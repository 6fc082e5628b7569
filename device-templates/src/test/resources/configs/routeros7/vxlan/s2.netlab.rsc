/system/identity/set name=s2
/interface/bridge/add name=loopback protocol-mode=none
/interface/ethernet/set ether2 comment="s2 -> s1" disabled=no
/interface/ethernet/set ether3 comment="[Access VLAN red] s2 -> h2" disabled=no
/interface/bridge/add name=switch protocol-mode=none vlan-filtering=no
/interface/bridge/port/add bridge=switch interface=ether3 pvid=1000 frame-types=admit-only-untagged-and-priority-tagged
/interface/bridge/vlan/add bridge=switch vlan-ids=1000 tagged=switch untagged=ether3
/interface/bridge/set switch vlan-filtering=yes
/interface/vxlan/add name=vxlan101000 vni=101000 port=4789 local-address=10.0.0.2
/interface/vxlan/vteps/add interface=vxlan101000 remote-ip=10.0.0.1 port=4789
/interface/bridge/port/add bridge=switch interface=vxlan101000 pvid=1000 frame-types=admit-only-untagged-and-priority-tagged
/ip/address/add address=10.0.0.2/32 interface=loopback
/ip/address/add address=10.1.0.2/30 interface=ether2
/routing/ospf/instance/add name=v2-default version=2 router-id=10.0.0.2
/routing/ospf/area/add name=v2-default-0.0.0.0 instance=v2-default area-id=0.0.0.0
/routing/ospf/interface-template/add interfaces=loopback area=v2-default-0.0.0.0 passive
/routing/ospf/interface-template/add interfaces=ether2 area=v2-default-0.0.0.0 type=ptp
