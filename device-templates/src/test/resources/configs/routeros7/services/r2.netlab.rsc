/system/identity/set name=r2
/interface/bridge/add name=loopback protocol-mode=none
/interface/ethernet/set ether2 comment="r2 -> r1" disabled=no
/ip/address/add address=10.0.0.2/32 interface=loopback
/ip/address/add address=10.1.0.2/30 interface=ether2
/ip/dns/set servers=192.0.2.53
