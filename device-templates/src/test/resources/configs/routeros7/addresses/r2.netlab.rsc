/system/identity/set name=r2
/interface/bridge/add name=loopback protocol-mode=none
/interface/ethernet/set ether2 comment="r2 -> r1" disabled=no
/interface/ethernet/set ether3 comment="one \"quoted\" & odd \$name" disabled=no
/interface/ethernet/set ether4 comment="r2 -> r1" disabled=no
/interface/ethernet/set ether5 comment="r2 -> r1" mtu=1450 disabled=no
/ip/address/add address=10.0.0.2/32 interface=loopback
/ipv6/address/add address=2001:db8:f:2::1/64 interface=loopback advertise=no
/ip/address/add address=10.1.0.2/30 interface=ether2
/ipv6/address/add address=2001:db8:2::2/64 interface=ether2 advertise=yes
/ip/address/add address=198.51.100.2/29 interface=ether3
/ipv6/address/add address=2001:db8:cafe::2/64 interface=ether4 advertise=yes
/ip/address/add address=10.1.0.6/30 interface=ether5
/ipv6/address/add address=2001:db8:2:1::2/64 interface=ether5 advertise=yes
