/system/identity/set name=r1
/interface/bridge/add name=loopback protocol-mode=none
/interface/ethernet/set ether2 comment="r1 -> r2" disabled=no
/interface/bridge/add name=switch protocol-mode=none vlan-filtering=no
/interface/bridge/port/add bridge=switch interface=ether2 frame-types=admit-only-vlan-tagged
/interface/bridge/vlan/add bridge=switch vlan-ids=1000 tagged=switch,ether2
/interface/vlan/add name=vlan1000 interface=switch vlan-id=1000 comment="VLAN v1 (1000) -> [r2]"
/interface/bridge/set switch vlan-filtering=yes
/ip/vrf/add name=red interfaces=vlan1000
/ip/address/add address=10.0.0.1/32 interface=loopback
/ipv6/address/add address=2001:db8:f:1::1/64 interface=loopback advertise=no
/ip/address/add address=172.16.0.1/24 interface=vlan1000
/ipv6/address/add address=2001:db8:1::1/64 interface=vlan1000 advertise=yes
/routing/ospf/instance/add name=v2-red version=2 router-id=10.0.0.1 vrf=red routing-table=red
/routing/ospf/area/add name=v2-red-0.0.0.0 instance=v2-red area-id=0.0.0.0
/routing/ospf/interface-template/add interfaces=vlan1000 area=v2-red-0.0.0.0 type=ptp
/routing/ospf/instance/add name=v3-red version=3 router-id=10.0.0.1 vrf=red routing-table=red
/routing/ospf/area/add name=v3-red-0.0.0.0 instance=v3-red area-id=0.0.0.0
/routing/ospf/interface-template/add interfaces=vlan1000 area=v3-red-0.0.0.0 type=ptp
