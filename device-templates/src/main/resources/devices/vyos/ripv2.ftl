[#include "paths.ftl"]
[#macro instance p family]
  [#local rip = p.of]
  [#local path = "set protocols " + (family == "ipv6")?string("ripng", "rip")]
  [#if family == "ipv4"]
${path} version '2'
  [/#if]
  [#if rip.timers??]
${path} timers update '${rip.timers.update}'
${path} timers timeout '${rip.timers.timeout}'
${path} timers garbage-collection '${rip.timers.garbage}'
  [/#if]
  [#list p.interfaces?filter(i -> has(i, family)) as i]
${path} interface ${i.ifname}
    [#if i.ripv2.passive!false]
${path} passive-interface '${i.ifname}'
    [/#if]
  [/#list]
  [#list (rip.import)!{} as from, how]
${path} redistribute ${source(from, family)}${policy(how, family)}
  [/#list]
[/#macro]
[#list processes("ripv2") as p]
  [#list ["ipv4", "ipv6"]?filter(f -> (p.of.af[f])!false) as family]
    [@instance p family/]
  [/#list]
[/#list]
