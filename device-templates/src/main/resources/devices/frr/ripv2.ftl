[#-- RIPv2 and RIPng have the same words, but for redistribution. --]
[#include "processes.ftl"]
[#macro instance p family]
  [#local rip = p.of]
router ${(family == "ipv6")?string("ripng", "rip")}[#if p.vrf != ""] vrf ${p.vrf}[/#if]
  [#if family == "ipv4"]
 version 2
  [/#if]
  [#if rip.timers??]
 timers basic ${rip.timers.update} ${rip.timers.timeout} ${rip.timers.garbage}
  [/#if]
  [#list p.interfaces?filter(i -> has(i, family)) as i]
 network ${i.ifname}
    [#if i.ripv2.passive!false]
 passive-interface ${i.ifname}
    [/#if]
  [/#list]
  [#list (rip.import)!{} as from, how]
 redistribute ${source(from, family)}${policy(how, family)}
  [/#list]
exit
!
[/#macro]
[#list processes("ripv2") as p]
  [#list ["ipv4", "ipv6"]?filter(f -> (p.of.af[f])!false) as family]
    [@instance p family/]
  [/#list]
[/#list]
