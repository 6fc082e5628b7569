/system/identity/set name=r1
/interface/bridge/add name=loopback protocol-mode=none
/interface/ethernet/set ether2 comment="r1 -> r2" disabled=no
/interface/ethernet/set ether3 comment="r1 -> r2" disabled=no
/interface/ethernet/set ether4 comment="r1 -> r2" disabled=no
/interface/ethernet/set ether5 comment="r1 -> r2" mtu=1504 disabled=no
/interface/ethernet/set ether6 comment="r1 -> r2" mtu=1504 disabled=no
/interface/bonding/add name=bond1 slaves=ether5,ether6 mode=802.3ad lacp-rate=1sec lacp-mode=active transmit-hash-policy=layer-3-and-4 comment="r1 -> r2" disabled=no
/interface/bridge/add name=switch protocol-mode=none vlan-filtering=no
/interface/bridge/port/add bridge=switch interface=bond1 pvid=1000
/interface/bridge/vlan/add bridge=switch vlan-ids=1000 tagged=switch untagged=bond1
/interface/bridge/vlan/add bridge=switch vlan-ids=1001 tagged=switch,bond1
/interface/vlan/add name=vlan1001 interface=switch vlan-id=1001 comment="VLAN two (1001) -> [r2]"
/interface/bridge/set switch vlan-filtering=yes
/ip/vrf/add name=red interfaces=ether3
/ip/vrf/add name=green interfaces=ether4
/ip/vrf/add name=inside
/interface/gre/add name=tunnel0 local-address=10.1.0.5 remote-address=10.1.0.6 vrf=red mtu=1476 comment="r1 -> r2 [GRE tunnel]"
/interface/wireguard/add name=tunnel1 listen-port=51820 private-key="bm8gc2VjcmV0IGF0IGFsbCwgYSBrZXkgb2YgYSB0ZXM=" mtu=1440
/interface/wireguard/peers/add interface=tunnel1 public-key="bm90IGEgcHVibGljIGtleSBvZiBhbnl0aGluZyBhbGw=" endpoint-address=10.1.0.2 endpoint-port=51820 allowed-address=0.0.0.0/0 persistent-keepalive=25s
/ip/vrf/set inside interfaces=tunnel1
/ip/address/add address=10.0.0.1/32 interface=loopback
/ip/address/add address=10.1.0.1/30 interface=ether2
/ip/address/add address=10.1.0.5/30 interface=ether3
/ip/address/add address=192.0.2.1/30 interface=ether4
/ip/address/add address=10.1.0.9/30 interface=tunnel0
/ip/address/add address=10.1.0.13/30 interface=tunnel1
/ip/address/add address=172.16.1.1/24 interface=vlan1001
/ip/route/add dst-address=10.77.0.0/16 gateway=192.0.2.2@green routing-table=green
/ip/route/add dst-address=10.78.0.0/16 blackhole routing-table=red
/ip/route/add dst-address=10.79.0.0/16 gateway=10.1.0.6@red routing-table=green
/ip/dns/set servers=192.0.2.53
/system/logging/action/add name=server1 target=remote remote=192.0.2.54
/system/logging/add topics=info action=server1
