[#include "common.ftl"]
nv set evpn enable on
nv set vrf default router bgp address-family l2vpn-evpn enable on
[#list (node.bgp.neighbors![])?filter(n -> n.evpn?? && n[n.evpn]??) as n]
  [#assign af = "vrf default router bgp neighbor " + (n.local_if!n[n.evpn]) + " address-family l2vpn-evpn"]
nv set ${af} enable on
  [#if n.rr_client!false]
nv set ${af} route-reflector-client on
  [/#if]
  [#if n.type != "ibgp"]
    [#-- the next hop is the VTEP, not the switch that passes the route on --]
nv set ${af} attribute-mod nexthop on
  [/#if]
[/#list]
[#macro targets path of]
  [#list {"import": of.import![], "export": of.export![]} as direction, all]
    [#list all as target]
nv set ${path} route-target ${direction} ${target}
    [/#list]
  [/#list]
[/#macro]
[#list (node.evpn.vlans![])?filter(v -> (node.vlans[v].vni)?? && (node.vlans[v].evpn)??) as name]
  [#assign vlan = node.vlans[name]]
  [#assign path = "evpn vni " + vlan.vni?c]
  [#if vlan.evpn.rd??]
nv set ${path} rd ${vlan.evpn.rd}
  [/#if]
  [@targets path vlan.evpn/]
[/#list]
[#list node.vrfs!{} as name, vrf]
  [#if (vrf.evpn.transit_vni)??]
nv set vrf ${name} evpn enable on
nv set vrf ${name} evpn vni ${vrf.evpn.transit_vni?c}
    [#assign path = "vrf " + name + " router bgp"]
nv set ${path} enable on
nv set ${path} rd ${(vrf.evpn.rd)!vrf.rd}
    [#list vrf.import![] as target]
nv set ${path} route-import from-evpn route-target ${target}
    [/#list]
    [#list vrf.export![] as target]
nv set ${path} route-export to-evpn route-target ${target}
    [/#list]
    [#list ["ipv4", "ipv6"]?filter(f -> (vrf.af[f])!false) as family]
nv set ${path} address-family ${family}-unicast enable on
nv set ${path} address-family ${family}-unicast route-export to-evpn enable on
    [/#list]
  [/#if]
[/#list]
[#-- Ethernet segments: bundles to several switches without a link between these. --]
[#assign segments = (node.interfaces![])?filter(i -> (i.evpn._esi)??)]
[#if segments?has_content]
nv set evpn multihoming enable on
  [#list segments as i]
nv set interface ${i.ifname} evpn multihoming segment enable on
nv set interface ${i.ifname} evpn multihoming segment identifier ${i.evpn._esi}
  [/#list]
[/#if]
