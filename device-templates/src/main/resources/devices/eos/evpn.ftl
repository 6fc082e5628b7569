[#-- MAC-VRFs and the family of the sessions; targets of VRFs are with the VRFs. --]
[#assign labels = (node.evpn.transport!"vxlan") != "vxlan"]
[#assign bundles = (node.vrfs!{})?keys?filter(v -> (node.vrfs[v].evpn.bundle)??)]
[#assign bundled = bundles?map(v -> node.vrfs[v].evpn.vlans![])]
[#function in_bundle name]
  [#list bundled as names]
    [#if names?seq_contains(name)][#return true][/#if]
  [/#list]
  [#return false]
[/#function]
[#assign instances = (node.evpn.vlans![])?filter(v -> (node.vlans[v].evpn)?? && !in_bundle(v))]
[#macro service of]
  [#if of.rd??]
      rd ${of.rd}
  [/#if]
  [#local both = (of.import![])?filter(t -> (of.export![])?seq_contains(t))]
  [#list both as target]
      route-target both ${target}
  [/#list]
  [#list {"import": of.import![], "export": of.export![]} as direction, targets]
    [#list targets?filter(t -> !both?seq_contains(t)) as target]
      route-target ${direction} ${target}
    [/#list]
  [/#list]
      redistribute learned
[/#macro]
router bgp ${node.bgp.as}
[#list instances as name]
   !
   vlan ${node.vlans[name].id?c}
  [@service node.vlans[name].evpn/]
[/#list]
[#list bundles as name]
   !
   vlan-aware-bundle ${name}
  [@service {"rd": node.vrfs[name].evpn.rd!node.vrfs[name].rd} + node.vrfs[name] + node.vrfs[name].evpn/]
      vlan ${node.vrfs[name].evpn.vlan_ids?sort?join(",")}
[/#list]
   !
   address-family evpn
[#if labels]
  [#-- who has no instances passes routes on, and is the next hop of none --]
      neighbor default encapsulation mpls[#if instances?has_content || bundles?has_content || (node.evpn.vrfs![])?has_content] next-hop-self source-interface ${node.loopback.ifname}[/#if]
[/#if]
[#assign peers = ((node.bgp.neighbors)![])?filter(n -> n.evpn?? && is_address(n[n.evpn]!))]
[#if peers?filter(n -> n.type != "ibgp")?has_content]
      [#-- the next hop is the VTEP, not the switch that passes the route on; IPv4 on the same session keeps to its rule --]
      bgp next-hop-unchanged
[/#if]
[#list peers as n]
      neighbor ${n[n.evpn]} activate
[/#list]
!
