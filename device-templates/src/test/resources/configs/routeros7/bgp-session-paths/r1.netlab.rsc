/system/identity/set name=r1
/interface/bridge/add name=loopback protocol-mode=none
/interface/ethernet/set ether2 comment="r1 -> r2" disabled=no
/interface/ethernet/set ether3 comment="r1 -> r2" disabled=no
/ip/address/add address=10.0.0.1/32 interface=loopback
/ip/address/add address=10.1.0.1/30 interface=ether2
/ip/address/add address=10.1.0.5/30 interface=ether3
/routing/bgp/instance/add name=main as=65001 router-id=10.0.0.1
/ip/firewall/address-list/add list=bgp-networks address=10.0.0.1/32
/routing/bgp/connection/add name="r2-10.1.0.2" instance=main afi=ip remote.address=10.1.0.2 remote.as=65002 local.role=ebgp connect=yes listen=yes output.network=bgp-networks input.allow-as=2 output.as-override=yes
/routing/bgp/connection/add name="r2-10.1.0.6" instance=main afi=ip remote.address=10.1.0.6 remote.as=65002 local.role=ebgp connect=yes listen=yes output.network=bgp-networks output.default-originate=always output.remove-private-as=yes
