mpls ip
!
[#-- Labels from 16 to 99999 are static ones until told otherwise, and ranges must not overlap. --]
[#if (node.sr.srgb.start)??]
  [#if node.sr.srgb.start > 16 && node.sr.srgb.start < 100000]
mpls label range static 16 ${(node.sr.srgb.start - 16)?c}
  [/#if]
  [#list node.sr.protocol as protocol]
mpls label range ${(protocol == "isis")?string("isis-sr", "ospf-sr")} ${node.sr.srgb.start?c} ${node.sr.srgb.size?c}
  [/#list]
!
[/#if]
[#list node.sr.protocol as protocol]
  [#if protocol == "isis"]
    [#list ["ipv4", "ipv6"]?filter(f -> (node.sr.node_sid[f])?? && is_address((node.loopback[f])!)) as family]
interface ${node.loopback.ifname}
   node-segment ${family} index ${node.sr.node_sid[family]?c}
!
    [/#list]
router isis ${node.isis.instance}
    [#if node.isis.router_id??]
   router-id ipv4 ${node.isis.router_id}
    [/#if]
   segment-routing mpls
      no shutdown
!
  [#else]
router ospf ${node.ospf.process!1}
   segment-routing mpls
      no shutdown
    [#if (node.sr.node_sid.ipv4)?? && is_address((node.loopback.ipv4)!)]
      prefix-segment ${prefix(node.loopback.ipv4)} index ${node.sr.node_sid.ipv4?c}
    [/#if]
!
  [/#if]
[/#list]
