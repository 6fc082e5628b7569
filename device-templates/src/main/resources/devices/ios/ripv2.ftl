[#include "processes.ftl"]
[#-- `network` takes all interfaces of a classful network: only those of the lab's RIP send. --]
[#macro timers rip]
  [#if rip.timers??]
 timers basic ${rip.timers.update} ${rip.timers.timeout} ${rip.timers.garbage} ${rip.timers.timeout + rip.timers.garbage}
  [/#if]
[/#macro]
[#macro imports rip family vrf]
  [#list (rip.import)!{} as from, how]
    [#-- routes of other protocols have no metric of RIP, and are left out without one --]
 redistribute ${source(from, family, vrf)}${with_connected(from, family)} metric 1${policy(how, family)}
  [/#list]
[/#macro]
[#macro instance p]
 version 2
  [@timers p.of/]
  [@imports p.of "ipv4" p.vrf/]
 passive-interface default
  [#list ports_of(p, "ipv4")?filter(i -> !(i.ripv2.passive!false) && i.type != "loopback") as i]
 no passive-interface ${i.ifname}
  [/#list]
  [#list ports_of(p, "ipv4")?filter(i -> is_address(i.ipv4!)) as i]
 network ${network(i.ipv4)}
  [/#list]
 no auto-summary
[/#macro]
[#assign all = processes("ripv2")]
[#assign v4 = all?filter(p -> (p.of.af.ipv4)!false)]
[#if v4?has_content]
router rip
 version 2
  [#list v4 as p]
    [#if p.vrf == ""]
      [@instance p/]
    [#else]
 !
 address-family ipv4 vrf ${p.vrf}
      [@instance p/]
 exit-address-family
    [/#if]
  [/#list]
!
[/#if]
[#assign v6 = all?filter(p -> (p.of.af.ipv6)!false)]
[#if v6?has_content]
  [#if v6?filter(p -> p.vrf != "")?has_content]
[#-- one process for all VRFs; each has its own table only in this mode --]
ipv6 rip vrf-mode enable
  [/#if]
ipv6 router rip ${rip_name("")}
  [#list v6 as p]
    [#if p.vrf == ""]
      [#if p.of.timers??]
 timers ${p.of.timers.update} ${p.of.timers.timeout} ${p.of.timers.garbage} ${p.of.timers.timeout + p.of.timers.garbage}
      [/#if]
      [@imports p.of "ipv6" ""/]
    [#else]
 address-family ipv6 vrf ${p.vrf}
      [@imports p.of "ipv6" p.vrf/]
 exit-address-family
    [/#if]
  [/#list]
!
  [#list v6 as p]
    [#list ports_of(p, "ipv6") as i]
interface ${i.ifname}
 ipv6 rip ${rip_name("")} enable
!
    [/#list]
  [/#list]
[/#if]
