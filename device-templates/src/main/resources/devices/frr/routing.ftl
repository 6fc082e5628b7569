[#list (node.routing.static)![] as route]
  [#assign nexthop = route.nexthop]
  [#list ["ipv4", "ipv6"] as family]
    [#if route[family]??]
${(family == "ipv4")?string("ip", "ipv6")} route ${route[family]} [#rt]
      [#if nexthop.discard!false]
blackhole
      [#elseif !nexthop[family]??]
${nexthop.intf}
      [#elseif nexthop.intf?? && nexthop[family]?lower_case?starts_with("fe80:")]
${nexthop[family]} ${nexthop.intf}
      [#else]
${nexthop[family]}
      [/#if]
    [/#if]
  [/#list]
[/#list]
!
