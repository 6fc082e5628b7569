[#include "bgp-speaker.ftl"]
[#list (node.vrfs!{}) as name, vrf]
  [#if (vrf.evpn.transit_vni)??]
vrf ${name}
 vni ${vrf.evpn.transit_vni?c}
exit-vrf
!
  [/#if]
[/#list]
[#macro targets of]
  [#list of.import![] as target]
   route-target import ${target}
  [/#list]
  [#list of.export![] as target]
   route-target export ${target}
  [/#list]
[/#macro]
router bgp ${node.bgp.as}
 address-family l2vpn evpn
[#list (node.bgp.neighbors![])?filter(n -> n.evpn?? && n[n.evpn]??) as n]
  [#assign peer = n.local_if!n[n.evpn]]
  neighbor ${peer} activate
  [#if n.rr_client!false]
  neighbor ${peer} route-reflector-client
  [/#if]
  [#if n.rs!false]
  neighbor ${peer} route-server-client
  [/#if]
  [#if n.type != "ibgp"]
  neighbor ${peer} attribute-unchanged next-hop
  [/#if]
[/#list]
  advertise-all-vni
  advertise-svi-ip
[#list (node.evpn.vlans![])?filter(v -> (node.vlans[v].vni)?? && (node.vlans[v].evpn)??) as name]
  [#assign vlan = node.vlans[name]]
  vni ${vlan.vni?c}
  [#if vlan.evpn.rd??]
   rd ${vlan.evpn.rd}
  [/#if]
   [@targets vlan.evpn/]
  exit-vni
[/#list]
 exit-address-family
exit
!
[#list (node.vrfs!{}) as name, vrf]
  [#if (vrf.evpn.transit_vni)??]
router bgp ${node.bgp.as} vrf ${name}
 bgp router-id ${(vrf.bgp.router_id)!node.bgp.router_id}
 address-family l2vpn evpn
    [#list ["ipv4", "ipv6"]?filter(f -> (vrf.af[f])!false) as family]
  advertise ${family} unicast
    [/#list]
    [#if vrf.evpn.rd??]
  rd ${vrf.evpn.rd}
    [/#if]
  [#list vrf.import![] as target]
  route-target import ${target}
  [/#list]
  [#list vrf.export![] as target]
  route-target export ${target}
  [/#list]
 exit-address-family
exit
!
  [/#if]
[/#list]
