[#-- Segment routing over MPLS: each router has a label in the block of all, at its index. --]
[#include "processes.ftl"]
[#macro labels]
 segment-routing on
 segment-routing global-block ${node.sr.srgb.start} ${node.sr.srgb._end}
 segment-routing node-msd 8
  [#list ["ipv4", "ipv6"] as family]
    [#if (node.sr.node_sid[family])?? && is_address((node.loopback[family])!)]
 segment-routing prefix ${address(node.loopback[family])}/${(family == "ipv4")?string("32", "128")} index ${node.sr.node_sid[family]}
    [/#if]
  [/#list]
[/#macro]
[#list node.sr.protocol![] as protocol]
  [#if protocol == "isis"]
    [#list processes("isis")?filter(p -> p.vrf == "") as p]
router isis ${p.of.instance}
 [@labels/]
exit
!
    [/#list]
  [#elseif protocol == "ospfv2"]
router ospf
 capability opaque
 mpls-te on
 mpls-te router-address ${node.ospf.router_id}
 router-info area
 [@labels/]
exit
!
  [/#if]
[/#list]
