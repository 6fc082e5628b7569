/system/identity/set name=s2
/interface/bridge/add name=loopback protocol-mode=none
/interface/ethernet/set ether2 comment="s2 -> s1" disabled=no
/interface/ethernet/set ether3 comment="[Access VLAN red] s2 -> h2" disabled=no
/interface/bridge/add name=switch protocol-mode=none vlan-filtering=no
/interface/bridge/port/add bridge=switch interface=ether2 pvid=1002
/interface/bridge/port/add bridge=switch interface=ether3 pvid=1000 frame-types=admit-only-untagged-and-priority-tagged
/interface/bridge/vlan/add bridge=switch vlan-ids=1002 tagged=switch untagged=ether2
/interface/bridge/vlan/add bridge=switch vlan-ids=1001 tagged=switch,ether2
/interface/bridge/vlan/add bridge=switch vlan-ids=1000 tagged=switch,ether2 untagged=ether3
/interface/bridge/set switch vlan-filtering=yes
/ip/address/add address=10.0.0.2/32 interface=loopback
