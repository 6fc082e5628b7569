[#include "bgp-speaker.ftl"]
[#macro targets path of]
  [#list of.import![] as target]
${path} route-target import '${target}'
  [/#list]
  [#list of.export![] as target]
${path} route-target export '${target}'
  [/#list]
[/#macro]
[#list (node.bgp.neighbors![])?filter(n -> n.evpn?? && n[n.evpn]??) as n]
  [#assign peer = "set protocols bgp neighbor " + (n.local_if!n[n.evpn]) + " address-family l2vpn-evpn"]
${peer}
  [#if n.rr_client!false]
${peer} route-reflector-client
  [/#if]
  [#if n.type != "ibgp"]
${peer} attribute-unchanged next-hop
  [/#if]
[/#list]
[#assign path = "set protocols bgp address-family l2vpn-evpn"]
${path} advertise-all-vni
${path} advertise-svi-ip
[#list (node.evpn.vlans![])?filter(v -> (node.vlans[v].vni)?? && (node.vlans[v].evpn)??) as name]
  [#assign vlan = node.vlans[name]]
  [#if vlan.evpn.rd??]
${path} vni ${vlan.vni?c} rd '${vlan.evpn.rd}'
  [/#if]
  [@targets path + " vni " + vlan.vni?c vlan.evpn/]
[/#list]
[#list (node.vrfs!{}) as name, vrf]
  [#if (vrf.evpn.transit_vni)??]
set vrf name ${name} vni '${vrf.evpn.transit_vni?c}'
    [#assign path = "set vrf name " + name + " protocols bgp address-family l2vpn-evpn"]
    [#list ["ipv4", "ipv6"]?filter(f -> (vrf.af[f])!false) as family]
${path} advertise ${family} unicast
    [/#list]
    [#if vrf.evpn.rd??]
${path} rd '${vrf.evpn.rd}'
    [/#if]
    [@targets path vrf/]
  [/#if]
[/#list]
