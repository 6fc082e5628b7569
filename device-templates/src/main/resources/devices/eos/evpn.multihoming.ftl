[#-- Ethernet segments. The target of their routes is made of the identifier (RFC 7432, 7.6). --]
[#list (node.interfaces![])?filter(i -> (i.evpn._esi)??) as i]
  [#assign segment = i.evpn._esi]
interface ${i.ifname}
   evpn ethernet-segment
  [#if segment._eos_id??]
      identifier ${segment._eos_id}
      route-target import ${segment.id?split(":")[1..6]?join(":")}
  [#else]
      identifier auto lacp
  [/#if]
!
[/#list]
