[#list (node.routing.static)![] as route]
  [#assign nexthop = route.nexthop]
  [#list ["ipv4", "ipv6"] as family]
    [#if route[family]??]
${(family == "ipv4")?string("ip", "ipv6")} route [#if route.vrf??]vrf ${route.vrf} [/#if]${route[family]} [#rt]
      [#if nexthop.vrf??]egress-vrf ${(nexthop.vrf == "global")?then("default", nexthop.vrf)} [/#if][#t]
      [#if nexthop.discard!false]
Null0
      [#elseif !nexthop[family]??]
${nexthop.intf}
      [#elseif nexthop.intf?? && nexthop[family]?lower_case?starts_with("fe80:")]
${nexthop.intf} ${nexthop[family]}
      [#else]
${nexthop[family]}
      [/#if]
    [/#if]
  [/#list]
[/#list]
!
