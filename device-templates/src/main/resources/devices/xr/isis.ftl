[#include "common.ftl"]
[#assign levels = {"level-1": "level-1", "level-2": "level-2-only", "level-1-2": "level-1-2"}]
[#list processes("isis")?filter(p -> p.vrf == "") as p]
  [#assign isis = p.of]
  [#assign families = ["ipv4", "ipv6"]?filter(f -> (isis.af[f])!false)]
  [#assign into = (isis.type == "level-1")?string("level-1", "level-2")]
router isis ${isis.instance!"netlab"}
 is-type ${levels[isis.type]}
 net ${isis.net}
 log adjacency changes
  [#list families as family]
 address-family ${family} unicast
  metric-style wide
    [#list isis.import!{} as from, how]
  redistribute ${source(from, family, "")} ${into}${policy(how)}
    [/#list]
 exit
  [/#list]
  [#list p.interfaces as i]
 interface ${i.ifname}
    [#if i.isis.passive!false]
  passive
    [#else]
      [#if i.isis.type??]
  circuit-type ${levels[i.isis.type]}
      [/#if]
      [#if (i.isis.network_type!"") == "point-to-point" && i.type != "loopback"]
  point-to-point
      [/#if]
    [/#if]
    [#list families?filter(f -> has(i, f)) as family]
  address-family ${family} unicast
      [#if i.isis.metric??]
   metric ${i.isis.metric}
      [/#if]
  exit
    [/#list]
 exit
  [/#list]
exit
[/#list]
