[#include "paths.ftl"]
[#-- Without LACP nothing but carrier tells which members work. --]
[#list (node.interfaces![])?filter(i -> i.type == "lag") as i]
  [#assign lacp = i.lag.lacp!"fast"]
set interfaces bonding ${i.ifname} mode '[#if lacp == "off"]xor-hash[#else]802.3ad[/#if]'
set interfaces bonding ${i.ifname} hash-policy 'layer3+4'
  [#if lacp != "off"]
set interfaces bonding ${i.ifname} lacp-rate '${lacp}'
  [/#if]
  [#list (node.interfaces![])?filter(m -> ((m.lag._parentindex)!-1) == (i.lag.ifindex)!-2) as m]
set interfaces bonding ${i.ifname} member interface '${m.ifname}'
  [/#list]
[/#list]
