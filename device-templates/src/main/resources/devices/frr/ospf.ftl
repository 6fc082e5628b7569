[#include "processes.ftl"]
[#-- OSPFv2 and OSPFv3 have the same shape with other words. The router id comes before the interfaces:
     ospf6d would greet with 0.0.0.0 otherwise. --]
[#macro interface i v6]
  [#local ospf = i.ospf]
  [#local command = v6?string("ipv6 ospf6", "ip ospf")]
interface ${i.ifname}
  [#if ospf.network_type?? && i.type != "loopback"]
 ${command} network ${ospf.network_type}
  [/#if]
  [#if ospf.cost??]
 ${command} cost ${ospf.cost}
  [/#if]
  [#if ospf.passive!false]
 ${command} passive
  [/#if]
  [#if (ospf.timers.hello)??]
 ${command} hello-interval ${ospf.timers.hello}
  [/#if]
  [#if (ospf.timers.dead)??]
 ${command} dead-interval ${ospf.timers.dead}
  [/#if]
  [#if ospf.priority??]
 ${command} priority ${ospf.priority}
  [/#if]
  [#if ospf.password?? && !v6]
 ip ospf authentication
 ip ospf authentication-key ${ospf.password}
  [/#if]
  [#if ospf.bfd!false]
 ${command} bfd
 ${command} bfd profile ${bfd_profile(i)}
  [/#if]
  [#-- last: it starts the interface, and a wait timer that later timers do not change --]
 ${command} area ${ospf.area}
exit
!
[/#macro]
[#-- The areas whose routes to other areas, or whose default route, are not the plain ones. --]
[#macro area a family]
  [#local default = (a.default.cost)!""]
  [#if a.kind != "regular"]
    [#local how = (a.inter_area!true)?string("", " no-summary")]
    [#if a.kind == "nssa" && default?has_content]
      [#-- FRR 8 knows no default route here, and would leave the area a regular one. --]
 area ${a.area} nssa
      [#local how = " default-information-originate metric ${default}" + how]
    [/#if]
 area ${a.area} ${a.kind}${how}
    [#if default?has_content && family == "ipv4"]
 area ${a.area} default-cost ${default}
    [/#if]
  [/#if]
  [#list {"": [a.range![], a.filter![]], "nssa ": [a.external_range![], a.external_filter![]]} as word, both]
    [#list both[0]?filter(r -> r[family]??) as range]
 area ${a.area} ${word}range ${range[family]}[#if range.cost??] cost ${range.cost}[/#if]
    [/#list]
    [#list both[1]?filter(r -> r[family]??) as range]
 area ${a.area} ${word}range ${range[family]} not-advertise
    [/#list]
  [/#list]
[/#macro]
[#macro graceful_restart gr]
  [#if gr.restart??]
 graceful-restart[#if gr.restart.grace_period??] grace-period ${gr.restart.grace_period}[/#if]
  [/#if]
  [#if gr.helper??]
 graceful-restart helper enable
    [#if gr.helper.grace_period??]
 graceful-restart helper supported-grace-time ${gr.helper.grace_period}
    [/#if]
  [/#if]
[/#macro]
[#macro default_route default]
  [#if (default?is_boolean && default) || (default?is_hash && (default.enabled!true))]
    [#local how = default?is_hash?then(default, {})]
 default-information originate[#rt]
    [#if how.always!false] always[/#if][#t]
    [#if how.cost??] metric ${how.cost}[/#if][#t]
    [#if how.type??] metric-type ${how.type?remove_beginning("e")}[/#if][#t]

  [/#if]
[/#macro]
[#macro instance p family]
  [#local ospf = p.of]
  [#local name = (family == "ipv6")?string("ospf6", "ospf")]
router ${name}[#if p.vrf != ""] vrf ${p.vrf}[/#if]
 ${name} router-id ${ospf.router_id}
 log-adjacency-changes
  [#-- A neighbor that starts sends two LSAs within a second. Refusing the second (RFC 2328, 13 (5)(a))
       costs 5 to 10 s until it is retransmitted. --]
 timers lsa min-arrival 0
  [#if ospf.reference_bandwidth??]
 auto-cost reference-bandwidth ${ospf.reference_bandwidth}
  [/#if]
  [#list (ospf.import)!{} as from, how]
 redistribute ${source(from, family)}${policy(how, family)}
  [/#list]
  [@default_route ospf.default!false/]
  [#list ospf.areas![] as a]
    [@area a family/]
  [/#list]
  [@graceful_restart ospf.gr!{}/]
exit
!
[/#macro]
[#list ["ipv4", "ipv6"] as family]
  [#list processes("ospf")?filter(p -> (p.of.af[family])!false) as p]
    [@instance p family/]
    [#list p.interfaces?filter(i -> has(i, family)) as i]
      [@interface i family == "ipv6"/]
    [/#list]
  [/#list]
[/#list]
