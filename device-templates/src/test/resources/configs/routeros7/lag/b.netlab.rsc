/system/identity/set name=b
/interface/bridge/add name=loopback protocol-mode=none
/interface/ethernet/set ether2 comment="b -> a" mtu=1504 disabled=no
/interface/ethernet/set ether3 comment="b -> a" mtu=1504 disabled=no
/interface/ethernet/set ether4 comment="b -> a" mtu=1400 disabled=no
/interface/ethernet/set ether5 comment="b -> a" mtu=1400 disabled=no
/interface/ethernet/set ether6 comment="b -> a" disabled=no
/interface/bonding/add name=bond1 slaves=ether2,ether3 mode=802.3ad lacp-rate=1sec lacp-mode=active transmit-hash-policy=layer-3-and-4 comment="b -> a" disabled=no
/interface/bonding/add name=bond2 slaves=ether4,ether5 mode=balance-xor transmit-hash-policy=layer-3-and-4 mtu=1400 comment="b -> a" disabled=no
/interface/bonding/add name=bond3 slaves=ether6 mode=802.3ad lacp-rate=30secs lacp-mode=active transmit-hash-policy=layer-3-and-4 comment="b -> a" disabled=no
/interface/bridge/add name=switch protocol-mode=none vlan-filtering=no
/interface/bridge/port/add bridge=switch interface=bond1 frame-types=admit-only-vlan-tagged
/interface/bridge/vlan/add bridge=switch vlan-ids=1000 tagged=switch,bond1
/interface/bridge/vlan/add bridge=switch vlan-ids=1001 tagged=switch,bond1
/interface/vlan/add name=vlan1000 interface=switch vlan-id=1000 comment="VLAN red (1000) -> [a]"
/interface/vlan/add name=bond1-1001 interface=switch vlan-id=1001 comment="b -> a"
/interface/bridge/set switch vlan-filtering=yes
/ip/address/add address=10.0.0.2/32 interface=loopback
/ip/address/add address=10.1.0.2/30 interface=bond2
/ip/address/add address=10.1.0.6/30 interface=bond3
/ip/address/add address=10.1.0.10/30 interface=bond1-1001
/ip/address/add address=172.16.0.2/24 interface=vlan1000
/routing/ospf/instance/add name=v2-default version=2 router-id=10.0.0.2
/routing/ospf/area/add name=v2-default-0.0.0.0 instance=v2-default area-id=0.0.0.0
/routing/ospf/interface-template/add interfaces=loopback area=v2-default-0.0.0.0 passive
/routing/ospf/interface-template/add interfaces=bond2 area=v2-default-0.0.0.0 type=ptp
/routing/ospf/interface-template/add interfaces=bond3 area=v2-default-0.0.0.0 type=ptp
/routing/ospf/interface-template/add interfaces=bond1-1001 area=v2-default-0.0.0.0 type=ptp
/routing/ospf/interface-template/add interfaces=vlan1000 area=v2-default-0.0.0.0 type=ptp
