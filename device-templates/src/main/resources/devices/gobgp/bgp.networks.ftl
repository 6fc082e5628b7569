[#list node.bgp.advertise![] as p]
  [#list ["ipv4", "ipv6"] as family]
    [#if p[family]??]
global rib add ${p[family]} -a ${family}
    [/#if]
  [/#list]
[/#list]
