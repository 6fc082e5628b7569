[#include "bgp-speaker.ftl"]
[#assign peers = (node.bgp.neighbors![])?filter(n -> n.evpn?? && is_address(n[n.evpn]!))]
[#-- The next hop is the VTEP: a router that passes routes on between ASes leaves it alone. --]
[#assign external = peers?filter(n -> n.type != "ibgp")?has_content]
[#if external]
route-map NEXTHOP-UNCHANGED permit 10
  set ip next-hop unchanged
[/#if]
router bgp ${node.bgp.as?c}
  address-family l2vpn evpn
[#if external]
    [#-- routes of VNIs that are not on this router are passed on, too --]
    retain route-target all
[/#if]
[#list peers as n]
  neighbor ${n[n.evpn]}
    address-family l2vpn evpn
[@communities n.type "      "/]
  [#if n.rr_client!false]
      route-reflector-client
  [/#if]
  [#if n.type != "ibgp"]
      disable-peer-as-check
      route-map NEXTHOP-UNCHANGED out
  [/#if]
[/#list]
[#assign instances = (node.evpn.vlans![])?filter(v -> (node.vlans[v].vni)?? && (node.vlans[v].evpn)??)]
[#if instances?has_content]
evpn
  [#list instances as name]
    [#assign vlan = node.vlans[name]]
  vni ${vlan.vni?c} l2
    [#if vlan.evpn.rd??]
    rd ${vlan.evpn.rd}
    [/#if]
    [#list {"import": vlan.evpn.import![], "export": vlan.evpn.export![]} as direction, targets]
      [#list targets as target]
    route-target ${direction} ${target}
      [/#list]
    [/#list]
  [/#list]
[/#if]
