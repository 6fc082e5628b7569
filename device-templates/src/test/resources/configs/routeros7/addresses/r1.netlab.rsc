/system/identity/set name=r1
/interface/bridge/add name=loopback protocol-mode=none
/interface/bridge/add name=loopback1 protocol-mode=none comment="r1 -> stub"
/interface/ethernet/set ether2 comment="r1 -> r2" disabled=no
/interface/ethernet/set ether3 comment="one \"quoted\" & odd \$name" disabled=no
/interface/ethernet/set ether4 comment="r1 -> r2" disabled=no
/interface/ethernet/set ether5 comment="r1 -> stub" mtu=1400 disabled=no
/interface/ethernet/set ether6 comment="r1 -> r2" mtu=1450 disabled=yes
/ip/address/add address=192.0.2.1/32 interface=loopback
/ipv6/address/add address=2001:db8:f:1::1/64 interface=loopback advertise=no
/ip/address/add address=10.1.0.1/30 interface=ether2
/ipv6/address/add address=2001:db8:2::1/64 interface=ether2 advertise=yes
/ip/address/add address=198.51.100.1/29 interface=ether3
/ipv6/address/add address=2001:db8:cafe::1/64 interface=ether4 advertise=yes
/ip/address/add address=172.16.0.1/24 interface=ether5
/ipv6/address/add address=2001:db8:1::1/64 interface=ether5 advertise=yes
/ip/address/add address=172.16.1.1/24 interface=loopback1
/ipv6/address/add address=2001:db8:1:1::1/64 interface=loopback1 advertise=no
/ip/address/add address=10.1.0.5/30 interface=ether6
/ipv6/address/add address=2001:db8:2:1::1/64 interface=ether6 advertise=yes
