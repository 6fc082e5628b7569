/system/identity/set name=r1
/interface/bridge/add name=loopback protocol-mode=none
/interface/ethernet/set ether2 comment="r1 -> r2" disabled=no
/ip/address/add address=10.0.0.1/32 interface=loopback
/ip/address/add address=10.1.0.1/30 interface=ether2
/ip/dns/set servers=192.0.2.53
