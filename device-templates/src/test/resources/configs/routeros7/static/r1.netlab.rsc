/system/identity/set name=r1
/interface/bridge/add name=loopback protocol-mode=none
/interface/ethernet/set ether2 comment="r1 -> r2" disabled=no
/ip/address/add address=10.0.0.1/32 interface=loopback
/ip/address/add address=192.0.2.1/30 interface=ether2
/ip/route/add dst-address=10.77.0.0/16 gateway=192.0.2.2
/ip/route/add dst-address=10.0.0.2/32 gateway=192.0.2.2
/ip/route/add dst-address=10.78.0.0/16 blackhole
