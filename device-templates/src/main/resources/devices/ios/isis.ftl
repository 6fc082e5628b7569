[#include "processes.ftl"]
[#assign levels = {"level-1": "level-1", "level-2": "level-2-only", "level-1-2": "level-1-2"}]
[#-- A passive interface is told to the process and runs no protocol itself. --]
[#macro interface name i af]
  [#local isis = i.isis]
interface ${i.ifname}
  [#if !(isis.passive!false)]
    [#if (af.ipv4!false) && has(i, "ipv4")]
 ip router isis ${name}
    [/#if]
    [#if (af.ipv6!false) && has(i, "ipv6")]
 ipv6 router isis ${name}
    [/#if]
    [#if isis.type??]
 isis circuit-type ${levels[isis.type]}
    [/#if]
    [#if isis.network_type?? && i.type != "loopback"]
 isis network ${isis.network_type}
    [/#if]
    [#if (isis.bfd.ipv4)!false]
 isis bfd
    [/#if]
    [#if (isis.bfd.ipv6)!false]
 isis ipv6 bfd
    [/#if]
  [/#if]
  [#if isis.metric??]
 isis metric ${isis.metric}
    [#if af.ipv6!false]
 isis ipv6 metric ${isis.metric}
    [/#if]
  [/#if]
!
[/#macro]
[#list processes("isis") as p]
  [#assign isis = p.of]
  [#assign name = isis.instance!"netlab"]
router isis ${name}
  [#if p.vrf != ""]
 vrf ${p.vrf}
  [/#if]
 net ${isis.net}
 is-type ${levels[isis.type]}
 metric-style wide
 log-adjacency-changes
  [#assign into = (isis.type == "level-1")?string("level-1", "level-2")]
  [#list p.interfaces?filter(i -> i.isis.passive!false) as i]
 passive-interface ${i.ifname}
  [/#list]
  [#if (isis.af.ipv4)!false]
    [#list isis.import!{} as from, how]
 redistribute ${source(from, "ipv4", p.vrf)}${policy(how, "ipv4")} ${into}
    [/#list]
  [/#if]
  [#if (isis.af.ipv6)!false]
 address-family ipv6
  multi-topology
    [#list isis.import!{} as from, how]
  redistribute ${source(from, "ipv6", p.vrf)}${with_connected(from, "ipv6")}${policy(how, "ipv6")} ${into}
    [/#list]
 exit-address-family
  [/#if]
!
  [#list p.interfaces as i]
    [@interface name i isis.af/]
  [/#list]
[/#list]
