[#include "processes.ftl"]
segment-routing mpls
[#if (node.sr.srgb.start)??]
 global-block ${node.sr.srgb.start?c} ${node.sr.srgb._end?c}
[/#if]
[#if (node.sr.node_sid.ipv4)?? && is_address((node.loopback.ipv4)!)]
 connected-prefix-sid-map
  address-family ipv4
   ${address(node.loopback.ipv4)}/32 index ${node.sr.node_sid.ipv4} range 1
  exit-address-family
[/#if]
!
[#list node.sr.protocol![] as protocol]
  [#if protocol == "isis"]
    [#list processes("isis")?filter(p -> p.vrf == "") as p]
router isis ${p.of.instance}
 segment-routing mpls
!
    [/#list]
  [#elseif protocol == "ospfv2"]
router ospf ${node.ospf.process!1}
 segment-routing mpls
!
  [/#if]
[/#list]
