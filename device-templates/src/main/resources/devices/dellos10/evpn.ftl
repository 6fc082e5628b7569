[#-- The family of the sessions is with the neighbors of BGP. --]
[#assign instances = (node.evpn.vlans![])?filter(v -> (node.vlans[v].vni)?? && (node.vlans[v].evpn)??)]
[#assign tenants = (node.evpn.vrfs![])?filter(v -> (node.vrfs[v].evpn.transit_vni)??)]
[#macro targets of indent]
  [#local both = (of.import![])?filter(t -> (of.export![])?seq_contains(t))]
  [#list both as target]
${indent}route-target ${target} both
  [/#list]
  [#list {"import": of.import![], "export": of.export![]} as direction, list]
    [#list list?filter(t -> !both?seq_contains(t)) as target]
${indent}route-target ${target} ${direction}
    [/#list]
  [/#list]
[/#macro]
[#if instances?has_content || tenants?has_content]
evpn
  [#if tenants?has_content]
    [#-- the MAC address of routed packets, the same on no two switches --]
 router-mac 02:00:00:01:${(node.id / 100)?int?string("00")}:${(node.id % 100)?string("00")}
  [/#if]
  [#list instances as name]
    [#assign vlan = node.vlans[name]]
 evi ${vlan.evpn.evi?c}
  vni ${vlan.vni?c}
    [#if vlan.evpn.rd??]
  rd ${vlan.evpn.rd}
    [/#if]
[@targets vlan.evpn "  "/]
  exit
  [/#list]
  [#list tenants as name]
    [#assign vrf = node.vrfs[name]]
 vrf ${name}
  vni ${vrf.evpn.transit_vni?c}
  rd ${(vrf.evpn.rd)!vrf.rd}
[@targets vrf "  "/]
    [#list ["ipv4", "ipv6"]?filter(f -> (vrf.af[f])!false) as family]
      [#list ["connected", "bgp"] as source]
  advertise ${family} ${source}
      [/#list]
    [/#list]
  exit
  [/#list]
 exit
[/#if]
