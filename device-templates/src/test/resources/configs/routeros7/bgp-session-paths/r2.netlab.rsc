/system/identity/set name=r2
/interface/bridge/add name=loopback protocol-mode=none
/interface/ethernet/set ether2 comment="r2 -> r1" disabled=no
/interface/ethernet/set ether3 comment="r2 -> r1" disabled=no
/ip/address/add address=10.0.0.2/32 interface=loopback
/ip/address/add address=10.1.0.2/30 interface=ether2
/ip/address/add address=10.1.0.6/30 interface=ether3
/routing/bgp/instance/add name=main as=65002 router-id=10.0.0.2
/ip/firewall/address-list/add list=bgp-networks address=10.0.0.2/32
/routing/bgp/connection/add name="r1-10.1.0.1" instance=main afi=ip remote.address=10.1.0.1 remote.as=65001 local.role=ebgp connect=yes listen=yes output.network=bgp-networks
/routing/bgp/connection/add name="r1-10.1.0.5" instance=main afi=ip remote.address=10.1.0.5 remote.as=65001 local.role=ebgp connect=yes listen=yes output.network=bgp-networks
