[#list (node.routing.static)![] as route]
  [#assign nexthop = route.nexthop]
  [#list ["ipv4", "ipv6"]?filter(f -> route[f]??) as family]
    [#assign path = "vrf " + (route.vrf!"default") + " router static " + route[family]]
nv set ${path} address-family ${family}-unicast
    [#assign path += (route.floating!false)?string(" distance 250", "")]
    [#if nexthop.discard!false]
nv set ${path} via blackhole type blackhole
    [#elseif !nexthop[family]??]
nv set ${path} via ${nexthop.intf} type interface
    [#else]
      [#assign path += " via " + nexthop[family]]
nv set ${path} type ${family}-address
      [#if nexthop.intf?? && nexthop[family]?lower_case?starts_with("fe80:")]
nv set ${path} interface ${nexthop.intf}
      [/#if]
      [#if nexthop.vrf?? || route.vrf??]
nv set ${path} vrf ${(nexthop.vrf)!route.vrf}
      [/#if]
    [/#if]
  [/#list]
[/#list]
